/** Waits for something that the mini-program does while nobody waits for it to come to rest. */
import { turn } from '../../simulator/turns';

/** Lets macrotasks pass until `happened`; what never happens ends with the test's own time limit. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await turn();
}
