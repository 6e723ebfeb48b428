/** Processor time: other work on the machine counts less in it than in the time on the clock. */

/** Processor time of this process so far, in milliseconds. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The first tests of a file warm up what the others share. */
const WARM_UP = 10;

/** Registers `count` tests, and says at the end what one of them took once everything was warm. */
export function measureTests(count: number, run: () => void | Promise<void>): void {
  let start = 0;
  test.each(Array.from({ length: count }, (_, i) => [i]))('%i', async (i) => {
    if (i === WARM_UP) start = processorTime();
    await run();
  });
  afterAll(() => {
    process.stdout.write(`BENCH ${(processorTime() - start) / (count - WARM_UP)}\n`);
  });
}
