/** APIs of `wx` that the simulated phone does not model: those that need the document, and stand-ins for the rest. */

/** An object on which every method can be called, and gives the object again: a video's handle … */
function anything(): unknown {
  const self: unknown = new Proxy(() => self, {
    get: (_, name) => (typeof name === 'symbol' || name === 'then' ? undefined : self),
  });
  return self;
}

/** Fails like a phone that lacks the feature: nothing is thrown at the mini-program. */
function missing(name: string) {
  if (/^(on|off)[A-Z]/.test(name)) return () => {};
  if (/^create[A-Z]|Manager$/.test(name)) return anything;
  if (name.endsWith('Sync')) return () => ({});
  return (options?: { fail?(result: unknown): void; complete?(result: unknown): void }) => {
    const result = { errMsg: `${name}:fail not supported in the preview` };
    queueMicrotask(() => {
      options?.fail?.(result);
      options?.complete?.(result);
    });
  };
}

/** The fallbacks, by name. The phone reports each use once. */
export function fallbackApis(): Readonly<Record<string, unknown>> {
  const known: Record<string, unknown> = {
    // Not a function but an object of functions.
    cloud: new Proxy(
      {},
      { get: (_, name) => (typeof name === 'symbol' ? undefined : missing(`cloud.${name}`)) },
    ),
    hideKeyboard: () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  };
  return new Proxy(known, {
    get: (target, name) => (typeof name === 'symbol' ? undefined : (target[name] ?? missing(name))),
  });
}
