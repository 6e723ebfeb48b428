/** Common code of the two soaks: test many generated items, in batches in several processes, until one fails. */
import os from 'node:os';
import { type Flag, numberOf, textOf, type Values } from '../preview/cli/options';
import { createProgress } from '../preview/cli/progress';

/**
 * The flags `--runs`, `--seed` and `--workers`.
 * @param what kind of items, e.g. `histories`
 */
export const soakFlags = (what: string): Record<'runs' | 'seed' | 'workers', Flag> => ({
  runs: { type: 'string', value: 'N', help: `how many ${what} (100000)` },
  seed: { type: 'string', value: 'N', help: 'seed of the generator; random if not given' },
  workers: { type: 'string', value: 'N', help: 'processes at a time (one for each core)' },
});

/**
 * Reads `--seed` and `--path`.
 * @param seeds number of different seeds
 * @throws Error for a path without its seed
 */
export function replayOf(values: Values, seeds: number): { seed: number; path?: string } {
  const path = textOf(values, 'path');
  if (path !== undefined && values.seed === undefined)
    throw new Error('--path needs the --seed that it belongs to');
  const seed = numberOf(values, 'seed', Math.floor(Math.random() * seeds), 0);
  return path === undefined ? { seed } : { seed, path };
}

/** A soak test. */
interface Soak {
  /** Kind of items, e.g. `histories`. */
  readonly what: string;
  readonly seed: number;
  /** Path of the only item to test. `--runs` and `--workers` are then ignored. */
  readonly path?: string;
  /** Items per process. */
  readonly batchSize: number;
  /**
   * Tests a batch in a separate process.
   * @param at number of the first item, from 0
   * @param onDone called with the number of items finished since the last call
   * @returns the broken rule and how to replay it; null if all items passed
   */
  test(at: number, items: number, onDone: (items: number) => void): Promise<string | null>;
}

/** Tests all batches. Prints the first failure, and ends this process with exit code 1. */
export async function soak(values: Values, { what, seed, path, batchSize, test }: Soak): Promise<void> {
  const replays = path !== undefined;
  const runs = replays ? 1 : numberOf(values, 'runs', 100_000, 1);
  const workers = Math.min(
    numberOf(values, 'workers', os.availableParallelism(), 1),
    Math.ceil(runs / batchSize),
  );
  console.log(replays ? `Replaying seed ${seed}` : `${runs} ${what}, seed ${seed}, ${workers} process(es)`);

  const progress = createProgress(runs, what);
  let started = 0;
  const work = async () => {
    while (started < runs) {
      const at = started;
      const items = Math.min(batchSize, runs - at);
      started += items;
      const failure = await test(at, items, progress.add);
      if (failure === null) continue;
      progress.end();
      // process.exit also ends the other batches.
      console.log(failure);
      process.exit(1);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  progress.end();
  console.log('Every law held.');
}
