import type { LoggedRequest } from './types';

/** Number of requests in a log. */
const KEPT = 200;
/** No route has a longer path. A longer path is cut, so that an attack cannot fill the memory. */
const MAX_PATH = 200;

/** The last requests of a world. */
interface RequestLog {
  /** Newest last. */
  readonly entries: readonly LoggedRequest[];
  add(entry: LoggedRequest): void;
  /** Calls the listener with every later entry. Returns the unsubscribe function. */
  subscribe(listener: (entry: LoggedRequest) => void): () => void;
}

export function createRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  const listeners = new Set<(entry: LoggedRequest) => void>();
  return {
    entries,
    add(entry) {
      const kept =
        entry.path.length > MAX_PATH ? { ...entry, path: `${entry.path.slice(0, MAX_PATH)}…` } : entry;
      if (entries.length === KEPT) entries.shift();
      entries.push(kept);
      for (const listener of listeners) listener(kept);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
