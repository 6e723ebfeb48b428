/**
 * `Function` as a mini-program sees it. Code cannot be made from text there, except `new Function('return this')`
 * (miniprogram/dev/framework/runtime/js-support.html); `eval` is undefined.
 */

/** What libraries look for the global object with. */
const RETURNS_THIS = /^\s*return this;?\s*$/;
/** How regenerator-runtime before 0.13.8 gets past strict mode; it runs on phones (leancloud/js-realtime-sdk#698). */
const REGENERATOR = /^\s*regeneratorRuntime = r;?\s*$/;

/**
 * Makes the `Function` of one process. Called with other code it gives nothing that can be called, as on a phone.
 * @param global What `return this` gives.
 * @param report Called with other code.
 */
export function createFunctionConstructor(
  global: () => object,
  report: (message: string) => void,
): (...args: unknown[]) => unknown {
  const reported = new Set<string>();
  function construct(...args: unknown[]): unknown {
    const body = String(args.at(-1) ?? '');
    if (RETURNS_THIS.test(body)) return global;
    if (REGENERATOR.test(body)) return (value: unknown) => Reflect.set(global(), 'regeneratorRuntime', value);
    const written = args.map((one) => JSON.stringify(String(one)).slice(0, 60)).join(', ');
    if (!reported.has(written))
      report(
        `Function(${written}): a mini-program cannot compile text to code; on a phone the result is undefined.`,
      );
    reported.add(written);
    return undefined;
  }
  construct.prototype = Function.prototype;
  return Object.defineProperty(construct, 'name', { value: 'Function' });
}
