/** Times tests in batches: what the garbage collector does between them is part of what they cost. */

/** The first tests of a file warm up what the others share. */
const WARM_UP = 100;

/**
 * Registers `count` tests after some that warm up, and says at the end how many milliseconds one takes, hooks included.
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

/** Milliseconds that one of `count` runs takes. */
export async function measureRuns(count: number, run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < count; i += 1) await run();
  return (performance.now() - start) / count;
}
