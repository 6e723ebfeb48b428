/** Sends generated requests to a mock in parallel, until one response breaks a law. */
import fc from 'fast-check';
import { carryOut } from './exchange';
import { exchange } from './requests/exchange';
import type { Server } from './server';
import type { Exchange } from './types';

/** Number of open connections. */
const AT_ONCE = 50;
/** Number of exchanges generated at a time. */
const BATCH = 200;

/** How many requests to send. */
interface GeneratedOptions {
  connections: number;
  seed: number;
  /** Receives the number of finished exchanges. */
  progress?: (done: number) => void;
}

/**
 * Sends generated requests over many connections at once. Returns the number of responses per status.
 * @throws Error with the request, the response, the broken law, and the seed that repeats it
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
  /** The next exchange, and the seed of its batch. */
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
