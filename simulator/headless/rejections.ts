/** Unhandled rejections of promises in the mini-program: `App.onUnhandledRejection`. */
import { runInThisContext } from 'node:vm';

/** The used part of Node's `process`. */
interface Emitter {
  on(event: 'unhandledRejection', listener: Listener): void;
  off(event: 'unhandledRejection', listener: Listener): void;
}

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/**
 * Listens for unhandled rejections until the returned function is called. Jest also listens, and fails the test. Jest's
 * `process` in the sandbox is a copy without these events, so the `process` of Jest's own context is used.
 */
export function onUnhandledRejection(listener: Listener): () => void {
  const process = runInThisContext('process') as Emitter;
  process.on('unhandledRejection', listener);
  return () => process.off('unhandledRejection', listener);
}
