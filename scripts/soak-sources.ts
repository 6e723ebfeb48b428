/**
 * `npm run soak:sources [-- --runs 100000] [--seed N] [--workers 2]`: tests both stages and the build with generated
 * mini-programs, in batches in several processes. `--seed N --path P` tests one of them again. See docs/sources.md.
 */
import { resolve as resolvePath } from 'node:path';
import { type Command, numberOf, textOf, type Values } from '../preview/cli/options';
import { runCommand } from '../preview/cli/program';
import type { SourceOptions } from '../test/sources/check';
import { runBatch } from '../test/support/batch-process';
import { soak, soakFlags } from './soak-batches';

const ROOT = resolvePath(__dirname, '..');
/** Mini-programs per process: some minutes, because a process needs seconds to start. */
const BATCH_SIZE = 2000;

const SOAK: Command = {
  help: 'generated WXML, WXSS, WXS and JSON, for both stages and the build',
  flags: {
    ...soakFlags('mini-programs'),
    path: { type: 'string', value: 'P', help: 'with --seed: one of them again, as a failure prints it' },
  },
  run: soakSources,
};

async function soakSources(values: Values): Promise<undefined> {
  const path = textOf(values, 'path');
  if (path !== undefined && values.seed === undefined)
    throw new Error('--path needs the --seed that it belongs to');
  const seed = numberOf(values, 'seed', Math.floor(Math.random() * 2 ** 30), 0);
  await soak(values, {
    what: 'mini-programs',
    seed,
    replays: path !== undefined,
    batchSize: BATCH_SIZE,
    test(at, runs, onDone) {
      const options: SourceOptions = { seed, first: at, runs, ...(path === undefined ? {} : { path }) };
      return runBatch(options, { root: ROOT, file: 'test/sources/batch.ts', onDone });
    },
  });
  return undefined;
}

runCommand('npm run soak:sources --', SOAK);
