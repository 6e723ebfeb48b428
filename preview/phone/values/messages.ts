/** Collects the engine's warnings and errors while a function runs. They are also logged. */
import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  removeGlobalErrorListener,
  removeGlobalWarningListener,
} from 'glass-easel';
import { messageOf } from '../stage/guard';

/** Runs `work`. @returns `messages`: each text once; `threw`: whether `work` threw */
export function collectMessages(work: () => void): { messages: readonly string[]; threw: boolean } {
  const messages = new Set<string>();
  // Return nothing: the listeners of engine-listener.ts decide whether the engine also writes to the console.
  const onWarning = (message: string) => void messages.add(message);
  const onError = (error: unknown) => void messages.add(messageOf(error));
  addGlobalWarningListener(onWarning);
  addGlobalErrorListener(onError);
  let threw = false;
  try {
    work();
  } catch (error) {
    threw = true;
    messages.add(messageOf(error));
  } finally {
    removeGlobalWarningListener(onWarning);
    removeGlobalErrorListener(onError);
  }
  return { messages: [...messages], threw };
}
