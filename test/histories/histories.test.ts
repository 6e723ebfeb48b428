/** Random histories: whatever happens, in whatever order, the laws hold. `npm run soak` runs many more. */
import { checkHistories } from './check';
import { tell } from './report';

/** Short ones, so that a few hundred take seconds. */
const ACTS = 50;

async function expectNoBreach(seed: number, runs: number): Promise<void> {
  const { failure } = await checkHistories({ seed, runs, acts: ACTS });
  if (failure !== null) throw new Error(tell(failure));
}

test('histories that are the same in every run', () => expectNoBreach(20180501, 150), 60_000);

test('histories that nobody has seen before', async () => {
  const seed = Number(process.env.HISTORY_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.info(`Random histories: HISTORY_SEED=${seed} runs the same ones again.`);
  await expectNoBreach(seed, 100);
}, 60_000);
