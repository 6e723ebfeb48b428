/** `App()`: the one object that lives as long as the process. */

/** What the mini-program made of itself; empty until `App()` is called. */
export interface AppInstance {
  readonly instance: Record<string, unknown>;
  define(options: Record<string, unknown>): void;
  /** Calls a life-cycle method if there is one; says whether there was. */
  call(method: string, ...args: unknown[]): boolean;
}

/** @param run wraps each call: errors are reported, not lost. */
export function createApp(run: (where: string, work: () => void) => void): AppInstance {
  const instance: Record<string, unknown> = {};
  return {
    instance,
    define(options) {
      Object.assign(instance, options);
    },
    call(method, ...args) {
      const handler = instance[method];
      if (typeof handler !== 'function') return false;
      run(`App.${method}`, () => handler.apply(instance, args));
      return true;
    },
  };
}
