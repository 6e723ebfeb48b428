/** `App()`: the app instance of one process. */

/** The app instance; empty until `App()` is called. */
interface AppInstance {
  readonly instance: Record<string, unknown>;
  /** `getApp()`. Before `App()` it returns undefined, or with `allowDefault` the object that `App()` fills later. */
  get(options?: { allowDefault?: boolean }): Record<string, unknown> | undefined;
  define(options: Record<string, unknown>): void;
  /** Calls a life-cycle method of the app. @returns whether the app has this method */
  call(method: string, ...args: unknown[]): boolean;
}

/** Creates the app instance of one process. @param run wraps each call, so that errors are reported */
export function createApp(run: (where: string, work: () => void) => void): AppInstance {
  const instance: Record<string, unknown> = {};
  let exists = false;
  return {
    instance,
    get(options) {
      exists ||= options?.allowDefault === true;
      return exists ? instance : undefined;
    },
    define(options) {
      exists = true;
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
