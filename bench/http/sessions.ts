/**
 * The mock with many live sessions in memory. Argument: their number.
 *
 * Messages, besides those of serving.ts:
 * - `store` → `{ bytes, check, put }`: bytes of one session, and µs of one check and of one new session in the store
 * - `expire` → `{}`: moves the clock by a day, so that every session expires
 * - `count` → `{ count }`: number of sessions, as on the control page
 */
import { startHttpMock } from '../../mock-server/http';
import { createMemoryStores } from '../../mock-server/store/memory-stores';
import { serving } from './serving';

const DAY_MS = 86_400_000;
const TIMES = 200_000;
const count = Number(process.argv[2]);
const record = { openid: 'oBenchmark000000000000000000', sessionKey: 'c2Vzc2lvbi1rZXktMTYtYg==' };
const id = (i: number) => `session-${String(i).padStart(24, '0')}`;

let passed = 0;
const clock = { now: () => Date.now() + passed, sleep: () => new Promise<void>(() => {}) };
const stores = createMemoryStores({ clock });
const store = stores.open('guest');

const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
const before = heap();
for (let i = 0; i < count; i += 1) await store.putSession(id(i), record, DAY_MS / 1000);
const bytes = (heap() - before) / count;

/** Mean processor time of one run, µs. */
async function cost(run: (i: number) => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  for (let i = 0; i < TIMES; i += 1) await run(i);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / TIMES;
}

async function measureStore() {
  // Use a scattered order: neighbouring sessions would be in the processor's cache.
  const ids = Array.from({ length: TIMES }, (_, i) => id((i * 7919) % count));
  const fresh = Array.from({ length: TIMES }, (_, i) => `fresh-${id(i)}`);
  const check = () => cost((i) => store.getSession(ids[i] ?? ''));
  await check();
  return {
    bytes,
    check: await check(),
    put: await cost((i) => store.putSession(fresh[i] ?? '', record, 1000)),
  };
}

process.on('message', async (question) => {
  if (question === 'store') process.send?.(await measureStore());
  if (question === 'count') process.send?.({ count: await store.countSessions() });
  if (question === 'expire') {
    passed += DAY_MS;
    process.send?.({});
  }
});
const mock = await startHttpMock({ port: 0, clock, stores });
serving(mock.port);
