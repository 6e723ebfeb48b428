/** Waits until an assertion passes, for the browser tests: there the tested state is in another process. */
import { setTimeout as wait } from 'node:timers/promises';

/** Pause between two attempts, ms. */
const EVERY = 10;
/** After this time a failed attempt is the last one, ms. */
const LIMIT = 10_000;

/**
 * Repeats an assertion until it passes. Use it for a state that an action changes later: through another frame, a
 * message, a rendering, a reload. An assertion that nothing has changed passes at once, so first wait for an event that
 * comes after the change.
 * @throws the error of the last attempt
 */
export async function eventually(assertion: () => void | Promise<void>): Promise<void> {
  const end = performance.now() + LIMIT;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await wait(EVERY);
  }
}
