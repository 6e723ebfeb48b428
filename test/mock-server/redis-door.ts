/** The HTTP door with a store in Redis. */
import { createClient } from 'redis';
import { startHttpMock } from '../../mock-server/http';
import { createRedisStores } from '../../mock-server/store/redis/stores';
import { startRedis, type TestRedis } from '../support/redis';
import type { Door } from './door';
import { createFakeClock, type FakeClock } from './fake-clock';

const clientOf = (url: string) => createClient({ url });

let redis: TestRedis | undefined;
let client: ReturnType<typeof clientOf> | undefined;
let opened = 0;

/**
 * All doors of a test file share one Redis, each with a separate prefix, and one client of the test. A client per door
 * is slow: the library keeps the methods of one kind of client only, and builds them again for the mock's own.
 */
afterAll(async () => {
  client?.destroy();
  await redis?.close();
});

/**
 * Redis has its own clock. When a test moves the time, this function removes the keys that would have expired.
 * @returns the clock, and a function that waits until these keys are removed
 */
function clockFor(asking: ReturnType<typeof clientOf>, prefix: string) {
  const clock = createFakeClock();
  const ends = new Map<string, number>();
  let caughtUp: Promise<void> = Promise.resolve();
  async function catchUp(before: number, now: number): Promise<void> {
    for (const key of await asking.keys(`${prefix}*:session:*`)) {
      const end = ends.get(key) ?? before + Math.ceil((await asking.pTTL(key)) / 1000) * 1000;
      ends.set(key, end);
      if (end <= now) await asking.del(key);
    }
  }
  const moving: FakeClock = {
    now: clock.now,
    sleep: clock.sleep,
    advance(ms) {
      const before = clock.now();
      clock.advance(ms);
      caughtUp = caughtUp.then(() => catchUp(before, before + ms));
    },
    get sleeping() {
      return clock.sleeping;
    },
  };
  return { clock: moving, settled: () => caughtUp };
}

export const redisDoor: Door = {
  name: 'node:http, store in Redis',
  async open(scenario = 'guest') {
    redis ??= await startRedis();
    opened += 1;
    const prefix = `door-${opened}:`;
    client ??= await clientOf(redis.url).connect();
    const { clock, settled } = clockFor(client, prefix);
    const stores = await createRedisStores({ url: redis.url, prefix, timeout: 10_000 });
    const mock = await startHttpMock({ port: 0, scenario, clock, stores, closeGrace: 0 });
    return {
      world: await mock.worlds.get(scenario),
      clock,
      async ask(path, init) {
        await settled();
        return fetch(mock.origin + path, init);
      },
      async close() {
        await settled();
        await mock.close();
      },
    };
  },
};
