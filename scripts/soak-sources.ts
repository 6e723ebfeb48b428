/**
 * `npm run soak:sources [-- --runs 100000] [--seed N]`: generated mini-programs for both stages and the build.
 * `--seed N --path P` judges one of them again. See docs/sources.md.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { answerHelp, exitReadably } from '../preview/cli/program';
import { createProgress } from '../preview/cli/progress';
import { program } from '../test/sources/generate';
import { brokenLaw, misplacedMistake } from '../test/sources/judge';
import { mutation } from '../test/sources/mutate';

const BATCH = 500;
/** Mistakes at a known line, besides, for each batch. */
const MUTATIONS = 50;

const USAGE = `
npm run soak:sources -- [options]      generated WXML, WXSS, WXS and JSON, for both stages and the build

--runs N    how many mini-programs (100000)
--seed N    which ones; without it, others every time
--path P    with --seed: one of them again, as a failure prints it
`;

function wholeNumber(name: string, text: string, min: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min)
    throw new Error(`--${name}: expected a whole number from ${min} on`);
  return value;
}

/** @throws Error with a mistake that is said to be in another line than the one where it was made */
async function checkLines(seed: number): Promise<void> {
  const law = fc.asyncProperty(mutation, async (one) => {
    const broken = await misplacedMistake(one);
    if (broken !== null) throw new Error(`${broken}\n${JSON.stringify(one.files[one.file])}`);
  });
  const found = await fc.check(law, { seed, numRuns: MUTATIONS });
  if (found.failed) throw new Error(`${(found.errorInstance as Error).message}\n\n  Seed ${seed}`);
}

exitReadably(async () => {
  answerHelp(USAGE);
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '100000' },
      seed: { type: 'string' },
      path: { type: 'string' },
    },
  });
  if (values.path !== undefined && values.seed === undefined)
    throw new Error('--path needs the --seed that it belongs to');
  const runs = values.path === undefined ? wholeNumber('runs', values.runs, 1) : 1;
  const first =
    values.seed === undefined ? Math.floor(Math.random() * 2 ** 30) : wholeNumber('seed', values.seed, 0);
  console.log(`${runs} mini-programs, seed ${first}`);
  const progress = createProgress(runs, 'mini-programs');
  for (let done = 0; done < runs; done += BATCH) {
    const law = fc.asyncProperty(program, async (files) => {
      const broken = await brokenLaw(files);
      progress.add(1);
      if (broken !== null) throw new Error(broken);
    });
    const seed = first + done / BATCH;
    if (values.path === undefined) await checkLines(seed);
    const numRuns = Math.min(BATCH, runs - done);
    const found = await fc.check(law, {
      seed,
      numRuns,
      interruptAfterTimeLimit: 600_000,
      ...(values.path === undefined ? {} : { path: values.path, endOnFailure: true }),
    });
    if (!found.failed) continue;
    progress.end();
    for (const [file, text] of Object.entries(found.counterexample?.[0] ?? {}))
      console.log(`${file}: ${JSON.stringify(text).slice(0, 2000)}`);
    const reason =
      found.errorInstance instanceof Error ? found.errorInstance.message : String(found.errorInstance);
    throw new Error(
      `${reason}\n\n  Replay: npm run soak:sources -- --seed ${seed} --path ${found.counterexamplePath}`,
    );
  }
  progress.end();
  console.log('Every law held.');
});
