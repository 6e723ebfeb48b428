/** Runs code of the mini-program. Its exceptions are reported, and do not stop the stage. */
import type { Locate } from '../locate';
import type { StageLog } from './log';

/** Runs code of the mini-program and reports its errors. */
interface Guard {
  /** Runs `work`. If `work` returns a promise that rejects, the rejection is reported, too. */
  run(where: string, work: () => unknown): void;
  /** Reports an error that was caught elsewhere. */
  failed(where: string, error: unknown): void;
}

/** The message of an error or of any other thrown value. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Logs an error. File and line are added when the server has found them. */
export function logError(log: StageLog, locate: Locate | undefined, where: string, error: unknown): void {
  const text = [where, messageOf(error)].filter(Boolean).join(': ');
  const amend = log.add({ kind: 'problem', message: text });
  locate?.(error).then(({ file, line, column }) => {
    if (line > 0) amend(`${text} (${file}:${line}:${column})`);
  });
}

/**
 * Creates a guard.
 * @param notifyApp calls `App.onError` and the listeners of `wx.onError`
 * @param locate finds file and line; absent: there are no sources
 */
export function createGuard(log: StageLog, notifyApp: (text: string) => void, locate?: Locate): Guard {
  const failed = (where: string, error: unknown): void => {
    logError(log, locate, where, error);
    console.error(error);
    notifyApp(error instanceof Error ? (error.stack ?? error.message) : String(error));
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
 * Reports the mini-program's unhandled rejections like exceptions, and passes them to `onUnhandledRejection`.
 * @returns the function that removes the listener
 */
export function listenToRejections(guard: Guard, notifyApp: (event: object) => void): () => void {
  const stop = new AbortController();
  const listener = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    guard.failed('a promise', event.reason);
    notifyApp({ reason: event.reason, promise: event.promise });
  };
  window.addEventListener('unhandledrejection', listener, { signal: stop.signal });
  return () => stop.abort();
}
