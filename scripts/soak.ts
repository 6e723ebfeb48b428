/**
 * `npm run soak [-- --runs 100000] [--seed N] [--acts 100] [--workers 2]`: random histories, in batches over several
 * processes. `--seed N --path P --replay R` tells one of them again. See docs/histories.md.
 */
import { fork } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { answerHelp, exitReadably } from '../preview/cli/program';
import { createProgress } from '../preview/cli/progress';
import type { BatchMessage } from '../test/histories/batch';
import type { CheckOptions, CheckResult } from '../test/histories/check';
import { tell } from '../test/histories/report';

const BATCH = path.resolve(__dirname, '../test/histories/batch.ts');
/** Histories per process. */
const BATCH_SIZE = 1000;
const SEEDS = 2 ** 31;

/** A whole number of at least `min`. */
function wholeNumber(name: string, text: string, min: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min)
    throw new Error(`--${name}: expected a whole number from ${min} on`);
  return value;
}

/** Runs a batch in a process of its own. */
function runBatch(options: CheckOptions, onDone: (histories: number) => void): Promise<CheckResult> {
  return new Promise((resolve, reject) => {
    const child = fork(BATCH, { execArgv: ['--max-semi-space-size=64', '--import', 'tsx'] });
    const stop = () => child.kill();
    process.once('exit', stop);
    child.on('message', (message: BatchMessage) => {
      if ('done' in message) onDone(message.done);
      else if ('result' in message) resolve(message.result);
      else reject(new Error(message.crash));
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('exit', stop);
      reject(new Error(`a batch (seed ${options.seed}) ended with ${signal ?? `exit code ${code}`}`));
    });
    child.send(options);
  });
}

const USAGE = `
npm run soak -- [options]      random histories: whatever happens, in whatever order, the laws hold

--runs N       how many (100000)
--seed N       which ones; without it, others every time
--acts N       the longest has this many acts (100)
--workers N    processes at a time (one for each core)
--path P --replay R    with --seed and --acts: tells one history again, as a failure prints it
`;

exitReadably(async () => {
  answerHelp(USAGE);
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '100000' },
      seed: { type: 'string' },
      acts: { type: 'string', default: '100' },
      workers: { type: 'string', default: String(os.availableParallelism()) },
      path: { type: 'string' },
      replay: { type: 'string' },
    },
  });
  const acts = wholeNumber('acts', values.acts, 1);
  const first = values.seed ? wholeNumber('seed', values.seed, 0) : Math.floor(Math.random() * SEEDS);
  const replaying = values.path !== undefined;
  if (replaying && values.seed === undefined) throw new Error('--path needs the --seed that it belongs to');
  const runs = replaying ? 1 : wholeNumber('runs', values.runs, 1);
  const workers = Math.min(wholeNumber('workers', values.workers, 1), Math.ceil(runs / BATCH_SIZE));
  console.log(
    replaying ? `Replaying seed ${first}` : `${runs} histories, seed ${first}, ${workers} process(es)`,
  );

  const progress = createProgress(runs, 'histories');
  const replay = values.replay === '-' ? undefined : values.replay;
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
        ...(values.path === undefined ? {} : { path: values.path }),
        ...(replay === undefined ? {} : { replayPath: replay }),
      };
      const { failure } = await runBatch(options, progress.add);
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
});
