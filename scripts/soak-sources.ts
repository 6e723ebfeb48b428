/**
 * `npm run soak:sources [-- --runs 100000] [--seed N] [--workers 2]`: tests both stages and the build with generated
 * mini-programs, in batches in several processes. `--seed N --path P` tests one of them again. See docs/sources.md.
 */
import { resolve as resolvePath } from 'node:path';
import type { Command, Values } from '../preview/cli/options';
import { runCommand } from '../preview/cli/program';
import type { SourceOptions } from '../test/sources/check';
import { runBatch } from '../test/support/batch-process';
import { replayOf, soak, soakFlags } from './soak-batches';

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
  const replay = replayOf(values, 2 ** 30);
  await soak(values, {
    ...replay,
    what: 'mini-programs',
    batchSize: BATCH_SIZE,
    test(at, runs, onDone) {
      const options: SourceOptions = { ...replay, first: at, runs };
      return runBatch(options, { root: ROOT, file: 'test/sources/batch.ts', onDone });
    },
  });
  return undefined;
}

runCommand('npm run soak:sources --', SOAK);
