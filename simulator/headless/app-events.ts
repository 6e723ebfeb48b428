/** What happens to the mini-program as a whole: told to the App's own function and to listeners of `wx.onX`. */

/** Functions of `App()` for which `wx` has a listener of the same name. */
const EVENTS = ['onError', 'onPageNotFound', 'onUnhandledRejection'] as const;
export type AppEvent = (typeof EVENTS)[number];

export interface AppEvents {
  /** Is a listener registered? */
  hears(event: AppEvent): boolean;
  tell(event: AppEvent, argument: unknown): void;
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
  /** Events that are being told: an exception in `onError` does not call `onError` again. */
  const telling = new Set<AppEvent>();
  return {
    apis,
    hears: (event) => all(event).length > 0,
    tell(event, argument) {
      if (telling.has(event)) return;
      telling.add(event);
      for (const listener of all(event)) run(`App.${event}`, () => listener(argument));
      telling.delete(event);
    },
  };
}
