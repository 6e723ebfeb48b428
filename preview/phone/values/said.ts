/** What the engine says while something runs: warnings, and errors of observers. The log hears them as well. */
import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  removeGlobalErrorListener,
  removeGlobalWarningListener,
} from 'glass-easel';
import { messageOf } from '../stage/guard';

/** Runs `work`. @returns what was said, each text once; `threw`: it ended with an exception */
export function hearing(work: () => void): { said: readonly string[]; threw: boolean } {
  const said = new Set<string>();
  // Nothing is returned: whether the engine also writes to the console is for others to say.
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
