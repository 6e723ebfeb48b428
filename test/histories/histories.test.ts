/**
 * Random histories: the laws hold for any order of events. The seed is fixed, so that a change cannot fail because of a
 * new history. `npm run soak` runs many more with new seeds.
 */
import { checkHistories } from './check';
import { formatFailure } from './report';

/** Short histories: a few hundred take seconds. */
const ACTS = 50;

async function expectNoBreach(seed: number, runs: number): Promise<void> {
  const { failure } = await checkHistories({ seed, runs, acts: ACTS });
  if (failure !== null) throw new Error(formatFailure(failure));
}

test('histories that are the same in every run', () => expectNoBreach(20180501, 75), 180_000);
