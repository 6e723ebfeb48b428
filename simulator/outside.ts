/** What the phone has asked of the world outside (a server, WeChat) and still waits for. */
export interface Outside {
  /** How many answers are awaited. */
  readonly inFlight: number;
  /** Counts `work` as in flight until it is settled; `forget` stops waiting for it. */
  track<T>(work: Promise<T>): { readonly answer: Promise<T>; forget(): void };
  /** Stops waiting for everything: the process that asked is gone. */
  forgetAll(): void;
  /** Called when something comes back or is forgotten. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
}

/**
 * Makes the account of one phone.
 * @param onForget Called before an answer is given up, with its place among those that are awaited (the oldest is 0):
 *   a server may still be busy with it.
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
