/** Events of the mini-program as a whole: they call the function of `App()` and the listeners of `wx.onX`. */

/** Functions of `App()` for which `wx` has a listener of the same name. */
const EVENTS = ['onError', 'onPageNotFound', 'onUnhandledRejection'] as const;
export type AppEvent = (typeof EVENTS)[number];

export interface AppEvents {
  /** Does `App()` have the function, or `wx` a listener? */
  hasListener(event: AppEvent): boolean;
  /** Calls the function of `App()`, then the listeners of `wx.onX`. */
  emit(event: AppEvent, argument: unknown): void;
  /** `wx.onError`, `wx.offError` and so on. */
  readonly apis: Readonly<Record<string, unknown>>;
}

/**
 * Makes the events of one process. Both stages use it.
 * @param app The App as it is when something happens.
 * @param run Runs a listener; an exception goes where those of the mini-program go.
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
