/** Events of the whole mini-program: each calls the method of `App()` and the listeners of `wx.onX`. */

/** Methods of `App()` that also exist as listeners of `wx`. */
const EVENTS = ['onError', 'onPageNotFound', 'onUnhandledRejection'] as const;
type AppEvent = (typeof EVENTS)[number];

export interface AppEvents {
  /** Does `App()` have the method, or is a listener registered on `wx`? */
  hasListener(event: AppEvent): boolean;
  /** Calls the method of `App()`, then the listeners of `wx.onX`. */
  emit(event: AppEvent, argument: unknown): void;
  /** `wx.onError`, `wx.offError` and so on. */
  readonly apis: Readonly<Record<string, unknown>>;
}

/**
 * Creates the events of one process.
 * @param app Returns the current App.
 * @param run Runs a listener, and handles its exceptions like other exceptions of the mini-program.
 */
export function createAppEvents(
  app: () => Record<string, unknown> | undefined,
  run: (where: string, work: () => void) => void,
): AppEvents {
  const listeners = new Map(EVENTS.map((event) => [event, new Set<(argument: unknown) => void>()]));
  const apis: Record<string, unknown> = {};
  for (const [event, set] of listeners) {
    apis[event] = (listener: unknown) => {
      if (typeof listener === 'function') set.add(listener as (argument: unknown) => void);
    };
    apis[event.replace('on', 'off')] = (listener?: unknown) => {
      if (listener === undefined) set.clear();
      else set.delete(listener as (argument: unknown) => void);
    };
  }
  const all = (event: AppEvent) => {
    const own = app()?.[event];
    const others = [...(listeners.get(event) ?? [])];
    return typeof own === 'function' ? [own.bind(app()) as (argument: unknown) => void, ...others] : others;
  };
  /** Events that are being emitted: an exception in `onError` does not call `onError` again. */
  const emitting = new Set<AppEvent>();
  return {
    apis,
    hasListener: (event) => all(event).length > 0,
    emit(event, argument) {
      if (emitting.has(event)) return;
      emitting.add(event);
      for (const listener of all(event)) run(`App.${event}`, () => listener(argument));
      emitting.delete(event);
    },
  };
}
