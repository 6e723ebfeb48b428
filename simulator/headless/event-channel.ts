/** The channel between a page and the one that opened it (wx.navigateTo, typings 5.2.3: EventChannel). */
type Listener = (...args: unknown[]) => void;

export interface EventChannel {
  emit(name: string, ...args: unknown[]): void;
  on(name: string, listener: Listener): void;
  once(name: string, listener: Listener): void;
  /** Removes a listener; without `listener`, all listeners of that name. */
  off(name: string, listener?: Listener): void;
}

/** The channel of a page that `navigateTo` did not open: it has no methods (typings 5.2.3: EmptyEventChannel). */
export type EmptyEventChannel = Record<string, never>;

/**
 * Creates the two ends of a channel. An event emitted at one end calls the listeners of the other end. Events without a
 * listener are stored for the first listener.
 * @param guard Calls a listener and handles its exceptions.
 */
export function createEventChannel(guard: (run: () => void) => void): {
  opener: EventChannel;
  opened: EventChannel;
} {
  const toOpener = createListeners(guard);
  const toOpened = createListeners(guard);
  return { opener: end(toOpener, toOpened), opened: end(toOpened, toOpener) };
}

function end(
  mine: ReturnType<typeof createListeners>,
  theirs: ReturnType<typeof createListeners>,
): EventChannel {
  return { on: mine.on, once: mine.once, off: mine.off, emit: theirs.emit };
}

interface Registration {
  readonly listener: Listener;
  readonly once: boolean;
}

/**
 * The listeners of one end. If a name has never had a listener, its events are stored for the first `on` (base library
 * 2.8.2: `emitCache`), but not for `once`.
 */
function createListeners(guard: (run: () => void) => void) {
  const listeners = new Map<string, Registration[]>();
  const kept = new Map<string, unknown[][]>();
  const add = (name: string, registration: Registration) =>
    listeners.set(name, [...(listeners.get(name) ?? []), registration]);

  function emit(name: string, ...args: unknown[]): void {
    const all = listeners.get(name);
    if (all === undefined) {
      kept.set(name, [...(kept.get(name) ?? []), args]);
      return;
    }
    for (const { listener } of all) guard(() => listener(...args));
    const now = listeners.get(name);
    if (now !== undefined)
      listeners.set(
        name,
        now.filter((registration) => !registration.once || !all.includes(registration)),
      );
  }

  return {
    on(name: string, listener: Listener) {
      add(name, { listener, once: false });
      const before = kept.get(name) ?? [];
      kept.delete(name);
      for (const args of before) emit(name, ...args);
    },
    once: (name: string, listener: Listener) => void add(name, { listener, once: true }),
    off: ((name, listener) => {
      const all = listeners.get(name);
      if (listener === undefined) listeners.delete(name);
      else if (all !== undefined)
        listeners.set(
          name,
          all.filter((registration) => registration.listener !== listener),
        );
    }) satisfies EventChannel['off'],
    emit,
  };
}
