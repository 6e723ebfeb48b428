/** Measures tests in batches, so that the time of the garbage collector between tests is included. */

/** Number of tests at the start of a file that are not measured: they warm up shared code. */
const WARM_UP = 100;

/**
 * Registers warm-up tests and `count` measured tests. Prints the time of one measured test at the end, ms, with its
 * hooks.
 */
export function measureTests(count: number, run: () => void | Promise<void>): void {
  const starts: number[] = [];
  test.each(Array.from({ length: WARM_UP + count }, (_, i) => [i]))('%i', async () => {
    starts.push(performance.now());
    await run();
  });
  afterAll(() => {
    const [first = 0] = starts.slice(WARM_UP);
    process.stdout.write(`BENCH ${(performance.now() - first) / count}\n`);
  });
}

/** Mean time of one of `count` runs, ms. */
export async function measureRuns(count: number, run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < count; i += 1) await run();
  return (performance.now() - start) / count;
}
