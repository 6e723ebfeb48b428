/**
 * The `Function` constructor that a mini-program sees. It cannot compile code from text, except
 * `new Function('return this')` (miniprogram/dev/framework/runtime/js-support.html); `eval` is undefined.
 */

/** Libraries use this code to get the global object. */
const RETURNS_THIS = /^\s*return this;?\s*$/;
/**
 * regenerator-runtime before 0.13.8 uses this code to assign a global in strict mode; it works on phones
 * (leancloud/js-realtime-sdk#698).
 */
const REGENERATOR = /^\s*regeneratorRuntime = r;?\s*$/;

/**
 * Creates the `Function` of one process. For other code it returns undefined, as on a phone.
 * @param global Returns the object that `return this` evaluates to.
 * @param report Called for other code.
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
