/** Runs pieces of the mini-program: what one throws is reported and does not end the stage. */
import type { Locate } from '../locate';
import type { StageLog } from './log';

/** Stands between the mini-program's code and the stage. */
export interface Guard {
  /** Runs `work`; a promise that it returns is watched too. */
  run(where: string, work: () => unknown): void;
  /** Something went wrong elsewhere. */
  failed(where: string, error: unknown): void;
}

/** What an error says, in one line. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A line for an error; file and line follow as soon as they are known. */
export function logError(log: StageLog, locate: Locate | undefined, where: string, error: unknown): void {
  const text = [where, messageOf(error)].filter(Boolean).join(': ');
  const amend = log.add({ kind: 'problem', message: text });
  locate?.(error).then(({ file, line, column }) => {
    if (line > 0) amend(`${text} (${file}:${line}:${column})`);
  });
}

/**
 * @param tellApp tells `App.onError` and the listeners of `wx.onError`.
 * @param locate finds file and line; absent where there are no sources.
 */
export function createGuard(log: StageLog, tellApp: (text: string) => void, locate?: Locate): Guard {
  const failed = (where: string, error: unknown): void => {
    logError(log, locate, where, error);
    console.error(error);
    tellApp(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  return {
    failed,
    run(where, work) {
      try {
        const result = work();
        if (result instanceof Promise) result.catch((error) => failed(where, error));
      } catch (error) {
        failed(where, error);
      }
    },
  };
}

/**
 * Unhandled rejection of the mini-program: reported like an error, and passed to `onUnhandledRejection`.
 * @returns the function that stops listening.
 */
export function listenToRejections(guard: Guard, tellApp: (event: object) => void): () => void {
  const stop = new AbortController();
  const listener = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    guard.failed('a promise', event.reason);
    tellApp({ reason: event.reason, promise: event.promise });
  };
  window.addEventListener('unhandledrejection', listener, { signal: stop.signal });
  return () => stop.abort();
}
