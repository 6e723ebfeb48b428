/** Generated requests against a mock, many at once, until one breaks a law. */
import fc from 'fast-check';
import { carryOut, type Exchange } from './exchange';
import { exchange } from './requests/exchange';
import type { Server } from './server';

/** How many connections are open at once. */
const AT_ONCE = 50;
/** How many are made up at a time. */
const BATCH = 200;

/** How much is sent. */
export interface GeneratedOptions {
  connections: number;
  seed: number;
  /** Hears how many were done. */
  progress?: (done: number) => void;
}

/**
 * Sends generated requests, many connections at once. Returns how often each status came back.
 * @throws Error that shows what was sent, what came back and which law it breaks, with the seed that repeats it.
 */
export async function sendGenerated(
  server: Server,
  options: GeneratedOptions,
): Promise<ReadonlyMap<number, number>> {
  const { connections, seed, progress = () => {} } = options;
  let batch: Exchange[] = [];
  let begun = 0;
  let done = 0;
  let failure: unknown = null;
  const statuses = new Map<number, number>();
  /** The next one, and the seed that makes its batch. */
  const next = () => {
    const at = begun % BATCH;
    if (at === 0) batch = fc.sample(exchange, { seed: seed + begun, numRuns: BATCH });
    begun += 1;
    return { one: batch[at], from: seed + begun - 1 - at };
  };
  const work = async () => {
    while (begun < connections && failure === null) {
      const { one, from } = next();
      if (!one) return;
      try {
        const answered = await carryOut(one, server);
        for (const status of answered) statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (server.complaints() !== '') throw new Error(`the mock complained:\n${server.complaints()}`);
      } catch (error) {
        failure ??= new Error(`${error instanceof Error ? error.message : error}\n  seed ${from}`);
      }
      done += 1;
      progress(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failure !== null) throw failure;
  return statuses;
}
