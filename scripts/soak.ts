/**
 * `npm run soak [-- --runs 100000] [--seed N] [--acts 100] [--workers 2]`: tests random histories, in batches in
 * several processes. `--seed N --path P --replay R` runs one of them again and prints it. See docs/histories.md.
 */
import os from 'node:os';
import { resolve as resolvePath } from 'node:path';
import { type Command, numberOf, textOf, type Values } from '../preview/cli/options';
import { runCommand } from '../preview/cli/program';
import { createProgress } from '../preview/cli/progress';
import { runBatch } from '../test/histories/batch-process';
import type { CheckOptions } from '../test/histories/check';
import { tell } from '../test/histories/report';
import { soakFlags } from './soak-flags';

const ROOT = resolvePath(__dirname, '..');
/** Histories per process. */
const BATCH_SIZE = 1000;
const SEEDS = 2 ** 31;

const SOAK: Command = {
  help: 'plays random histories of the login and checks the laws after each',
  flags: {
    ...soakFlags('histories'),
    acts: { type: 'string', value: 'N', help: 'maximum number of acts in a history (100)' },
    workers: { type: 'string', value: 'N', help: 'processes at a time (one for each core)' },
    path: { type: 'string', value: 'P', help: 'with --seed and --acts: replays one history' },
    replay: { type: 'string', value: 'R', help: 'with --path, as a failure prints it' },
  },
  run: soak,
};

async function soak(values: Values): Promise<undefined> {
  const acts = numberOf(values, 'acts', 100, 1);
  const path = textOf(values, 'path');
  const first = numberOf(values, 'seed', Math.floor(Math.random() * SEEDS), 0);
  const replaying = path !== undefined;
  if (replaying && values.seed === undefined) throw new Error('--path needs the --seed that it belongs to');
  const runs = replaying ? 1 : numberOf(values, 'runs', 100_000, 1);
  const workers = Math.min(
    numberOf(values, 'workers', os.availableParallelism(), 1),
    Math.ceil(runs / BATCH_SIZE),
  );
  console.log(
    replaying ? `Replaying seed ${first}` : `${runs} histories, seed ${first}, ${workers} process(es)`,
  );

  const progress = createProgress(runs, 'histories');
  const given = textOf(values, 'replay');
  const replay = given === '-' ? undefined : given;
  let started = 0;
  const work = async () => {
    while (started < runs) {
      const size = Math.min(BATCH_SIZE, runs - started);
      const seed = (first + Math.floor(started / BATCH_SIZE)) % SEEDS;
      started += size;
      const options: CheckOptions = {
        seed,
        runs: size,
        acts,
        ...(path === undefined ? {} : { path }),
        ...(replay === undefined ? {} : { replayPath: replay }),
      };
      const { failure } = await runBatch(ROOT, options, progress.add);
      if (failure === null) continue;
      progress.end();
      // The other batches end with this process.
      console.log(tell(failure));
      process.exit(1);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  progress.end();
  console.log('Every law held.');
  return undefined;
}

runCommand('npm run soak --', SOAK);
