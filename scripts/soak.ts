/**
 * `npm run soak [-- --runs 100000] [--seed N] [--acts 100] [--workers 2]`: tests random histories, in batches in
 * several processes. `--seed N --path P --replay R` runs one of them again and prints it. See docs/histories.md.
 */
import { resolve as resolvePath } from 'node:path';
import { type Command, numberOf, textOf, type Values } from '../preview/cli/options';
import { runCommand } from '../preview/cli/program';
import type { CheckOptions } from '../test/histories/check';
import { formatFailure } from '../test/histories/report';
import { runHistories } from '../test/histories/run-batch';
import { replayOf, soak, soakFlags } from './soak-batches';

const ROOT = resolvePath(__dirname, '..');
/** Histories per process. */
const BATCH_SIZE = 1000;
const SEEDS = 2 ** 31;

const SOAK: Command = {
  help: 'plays random histories of the login and checks the laws after each',
  flags: {
    ...soakFlags('histories'),
    acts: { type: 'string', value: 'N', help: 'maximum number of acts in a history (100)' },
    path: { type: 'string', value: 'P', help: 'with --seed and --acts: replays one history' },
    replay: { type: 'string', value: 'R', help: 'with --path, as a failure prints it' },
  },
  run: soakHistories,
};

async function soakHistories(values: Values): Promise<undefined> {
  const acts = numberOf(values, 'acts', 100, 1);
  const { seed: first, ...path } = replayOf(values, SEEDS);
  const given = textOf(values, 'replay');
  const replay = given === '-' ? undefined : given;
  await soak(values, {
    ...path,
    what: 'histories',
    seed: first,
    batchSize: BATCH_SIZE,
    async test(at, runs, onDone) {
      const options: CheckOptions = {
        seed: (first + Math.floor(at / BATCH_SIZE)) % SEEDS,
        runs,
        acts,
        ...path,
        ...(replay === undefined ? {} : { replayPath: replay }),
      };
      const { failure } = await runHistories(ROOT, options, onDone);
      return failure && formatFailure(failure);
    },
  });
  return undefined;
}

runCommand('npm run soak --', SOAK);
