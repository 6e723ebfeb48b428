/** Collects the engine's warnings and errors while a function runs. The log gets them as well. */
import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  removeGlobalErrorListener,
  removeGlobalWarningListener,
} from 'glass-easel';
import { messageOf } from '../stage/guard';

/** Runs `work`. @returns `said`: the messages, each text once; `threw`: whether `work` threw */
export function hearing(work: () => void): { said: readonly string[]; threw: boolean } {
  const said = new Set<string>();
  // The listeners return nothing: complaints.ts decides whether the engine also writes to the console.
  const onWarning = (message: string) => void said.add(message);
  const onError = (error: unknown) => void said.add(messageOf(error));
  addGlobalWarningListener(onWarning);
  addGlobalErrorListener(onError);
  let threw = false;
  try {
    work();
  } catch (error) {
    threw = true;
    said.add(messageOf(error));
  } finally {
    removeGlobalWarningListener(onWarning);
    removeGlobalErrorListener(onError);
  }
  return { said: [...said], threw };
}
