/** Unhandled rejections of the mini-program: `App.onUnhandledRejection`. */
import { runInThisContext } from 'node:vm';

/** The part of Node's `process` that is used. */
interface Emitter {
  on(event: 'unhandledRejection', listener: Listener): void;
  off(event: 'unhandledRejection', listener: Listener): void;
}

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/**
 * Listens for unhandled rejections until the returned function is called. Jest listens too, and fails the test.
 * Jest's `process` is a copy without these events: the real one belongs to the context that Jest itself runs in.
 */
export function onUnhandledRejection(listener: Listener): () => void {
  const process = runInThisContext('process') as Emitter;
  process.on('unhandledRejection', listener);
  return () => process.off('unhandledRejection', listener);
}
