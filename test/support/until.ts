/** Waits for something that the mini-program does, without waiting until it has settled. */
import { turn } from '../../simulator/turns';

/** Lets macrotasks pass until `happened`; what never happens ends with the test's own time limit. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await turn();
}
