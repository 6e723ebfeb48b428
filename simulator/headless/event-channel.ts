/** The channel between a page and the one that opened it (wx.navigateTo, typings 5.2.3: EventChannel). */
type Listener = (...args: unknown[]) => void;

export interface EventChannel {
  emit(name: string, ...args: unknown[]): void;
  on(name: string, listener: Listener): void;
  once(name: string, listener: Listener): void;
  /** Without a listener: all of that name. */
  off(name: string, listener?: Listener): void;
}

/** What a page has that no `navigateTo` opened: no method at all (typings 5.2.3: EmptyEventChannel). */
export type EmptyEventChannel = Record<string, never>;

/** Makes the two ends of a channel: what one emits, the other hears. */
export function createEventChannel(): { opener: EventChannel; opened: EventChannel } {
  const toOpener = createListeners();
  const toOpened = createListeners();
  return { opener: end(toOpener, toOpened), opened: end(toOpened, toOpener) };
}

function end(
  mine: ReturnType<typeof createListeners>,
  theirs: ReturnType<typeof createListeners>,
): EventChannel {
  return { on: mine.on, once: mine.once, off: mine.off, emit: theirs.emit };
}

function createListeners() {
  const listeners = new Map<string, Map<Listener, Listener>>();
  const add = (name: string, key: Listener, run: Listener) => {
    const known = listeners.get(name) ?? new Map<Listener, Listener>();
    listeners.set(name, known.set(key, run));
  };
  const off: EventChannel['off'] = (name, listener) => {
    if (listener === undefined) listeners.delete(name);
    else listeners.get(name)?.delete(listener);
  };
  return {
    on: (name: string, listener: Listener) => add(name, listener, listener),
    once: (name: string, listener: Listener) =>
      add(name, listener, (...args) => {
        off(name, listener);
        listener(...args);
      }),
    off,
    emit(name: string, ...args: unknown[]) {
      for (const listener of [...(listeners.get(name)?.values() ?? [])]) listener(...args);
    },
  };
}
