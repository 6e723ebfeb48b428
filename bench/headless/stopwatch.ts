/** Times tests. Medians: what else the machine does hits some of them, not most. */

import { median } from '../bench';

/** The first tests of a file warm up what the others share. */
const WARM_UP = 10;

/** Registers `count` tests, and says at the end how many milliseconds passed from one to the next, hooks included. */
export function measureTests(count: number, run: () => void | Promise<void>): void {
  const starts: number[] = [];
  test.each(Array.from({ length: count }, (_, i) => [i]))('%i', async () => {
    starts.push(performance.now());
    await run();
  });
  afterAll(() => {
    const gaps = starts.slice(WARM_UP).map((start, i) => start - (starts[WARM_UP + i - 1] ?? start));
    process.stdout.write(`BENCH ${median(gaps)}\n`);
  });
}

/** Milliseconds that each of `count` runs takes, the one in the middle. */
export async function measureRuns(count: number, run: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return median(times);
}
