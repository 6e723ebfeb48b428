/** Waits for a condition in the mini-program without settling it. */
import { turn } from '../../simulator/turns';

/** Runs macrotasks until `happened` returns true. If it never does, the test's time limit ends the wait. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await turn();
}
