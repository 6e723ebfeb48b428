/**
 * Waits for a condition in the headless mini-program without settling it. The browser tests use `eventually`: they wait
 * for another process, and real time.
 */
import { turn } from '../../simulator/phone/turns';

/** Runs macrotasks until `happened` returns true. If it never does, the test's time limit ends the wait. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await turn();
}
