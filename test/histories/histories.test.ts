/** Random histories: whatever happens, in whatever order, the laws hold. `npm run soak` runs many more,
 * with new seeds: a change must not fail for what it has not done. */
import { checkHistories } from './check';
import { tell } from './report';

/** Short ones, so that a few hundred take seconds. */
const ACTS = 50;

async function expectNoBreach(seed: number, runs: number): Promise<void> {
  const { failure } = await checkHistories({ seed, runs, acts: ACTS });
  if (failure !== null) throw new Error(tell(failure));
}

test('histories that are the same in every run', () => expectNoBreach(20180501, 75), 180_000);
