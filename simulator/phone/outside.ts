/** Tracks the phone's requests to servers and to WeChat that have not been answered yet. */
export interface Outside {
  /** The number of pending requests. */
  readonly inFlight: number;
  /** Counts `work` as in flight until it settles, or until `forget` is called. */
  track<T>(work: Promise<T>): { readonly answer: Promise<T>; forget(): void };
  /** Forgets all requests of a process that has ended. */
  forgetAll(): void;
  /** Called when a request is answered or forgotten. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
}

/**
 * Creates the tracker of one phone.
 * @param onForget Called before a request is forgotten, with its index among the pending ones (0 is the oldest): a
 * server may still be working on it.
 */
export function createOutside(onChange: () => void, onForget: (place: number) => void): Outside {
  let inFlight = 0;
  const open = new Set<() => void>();
  const listeners = new Set<() => void>();
  return {
    get inFlight() {
      return inFlight;
    },
    track(work) {
      inFlight += 1;
      const close = () => {
        if (!open.delete(forget)) return;
        inFlight -= 1;
        onChange();
        for (const listener of [...listeners]) listener();
      };
      const forget = () => {
        if (open.has(forget)) onForget([...open].indexOf(forget));
        close();
      };
      open.add(forget);
      work.then(close, close);
      return { answer: work, forget };
    },
    forgetAll() {
      for (const forget of [...open]) forget();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
