/**
 * `npm run soak:sources [-- --runs 100000] [--seed N]`: tests both stages and the build with generated mini-programs.
 * `--seed N --path P` tests one of them again. See docs/sources.md.
 */
import fc from 'fast-check';
import { type Command, numberOf, textOf, type Values } from '../preview/cli/options';
import { runCommand } from '../preview/cli/program';
import { createProgress } from '../preview/cli/progress';
import { program } from '../test/sources/generate';
import { brokenLaw, misplacedMistake } from '../test/sources/judge';
import { mutation } from '../test/sources/mutate';
import { soakFlags } from './soak-flags';

const BATCH = 500;
/** Number of additional mini-programs per batch, each with a mistake at a known line. */
const MUTATIONS = 50;

const SOAK: Command = {
  help: 'generated WXML, WXSS, WXS and JSON, for both stages and the build',
  flags: {
    ...soakFlags('mini-programs'),
    path: { type: 'string', value: 'P', help: 'with --seed: one of them again, as a failure prints it' },
  },
  run: soak,
};

/** Tests mini-programs with a mistake. @throws Error for a mistake that is reported at another line */
async function checkLines(seed: number): Promise<void> {
  const law = fc.asyncProperty(mutation, async (one) => {
    const broken = await misplacedMistake(one);
    if (broken !== null) throw new Error(`${broken}\n${JSON.stringify(one.files[one.file])}`);
  });
  const found = await fc.check(law, { seed, numRuns: MUTATIONS });
  if (found.failed) throw new Error(`${(found.errorInstance as Error).message}\n\n  Seed ${seed}`);
}

async function soak(values: Values): Promise<undefined> {
  const path = textOf(values, 'path');
  if (path !== undefined && values.seed === undefined)
    throw new Error('--path needs the --seed that it belongs to');
  const runs = path === undefined ? numberOf(values, 'runs', 100_000, 1) : 1;
  const first = numberOf(values, 'seed', Math.floor(Math.random() * 2 ** 30), 0);
  console.log(`${runs} mini-programs, seed ${first}`);
  const progress = createProgress(runs, 'mini-programs');
  for (let done = 0; done < runs; done += BATCH) {
    const law = fc.asyncProperty(program, async (files) => {
      const broken = await brokenLaw(files);
      progress.add(1);
      if (broken !== null) throw new Error(broken);
    });
    const seed = first + done / BATCH;
    if (path === undefined) await checkLines(seed);
    const numRuns = Math.min(BATCH, runs - done);
    const found = await fc.check(law, {
      seed,
      numRuns,
      interruptAfterTimeLimit: 600_000,
      ...(path === undefined ? {} : { path, endOnFailure: true }),
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
  return undefined;
}

runCommand('npm run soak:sources --', SOAK);
