/**
 * A store with many sessions is as fast as one with few: the small form of `npm run bench -- sessions`. The test
 * compares times of the same process. A scan over all sessions would be a hundred times slower, so the limits are wide.
 */
import { createMemoryStore } from '../../mock-server/store/memory';
import { createFakeClock } from '../mock-server/fake-clock';

jest.setTimeout(180_000);

const DAY_S = 86_400;
const record = { openid: 'oLoadTest0000000000000000000', sessionKey: 'c2Vzc2lvbi1rZXktMTYtYg==' };
const id = (i: number) => `session-${String(i).padStart(24, '0')}`;

/** Processor time of one `run`, µs: the minimum of three rounds of `times` calls, which is the least disturbed. */
async function cost(times: number, run: (i: number) => Promise<unknown>): Promise<number> {
  const each: number[] = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const before = process.cpuUsage();
    for (let i = 0; i < times; i += 1) await run(attempt * times + i);
    const { user, system } = process.cpuUsage(before);
    each.push((user + system) / times);
  }
  return Math.min(...each);
}

/** Limit for filling a store, ms; filling takes much less. */
const FILLING_MS = 20_000;

async function filled(sessions: number) {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const until = performance.now() + FILLING_MS;
  for (let i = 0; i < sessions; i += 1) {
    await store.putSession(id(i), record, DAY_S);
    // The loop blocks the event loop, so Jest's own time limit cannot stop it.
    if (performance.now() > until) throw new Error(`only ${i} sessions were put within ${FILLING_MS} ms`);
  }
  return { clock, store };
}

const FEW = 1000;
const MANY = 200_000;
const TIMES = 2000;

test('a check and a login cost the same among 200 000 sessions as among 1000', async () => {
  const [few, many] = [await filled(FEW), await filled(MANY)];
  const check = ({ store }: typeof few, sessions: number) =>
    cost(TIMES, (i) => store.getSession(id(i % sessions)));
  const put = ({ store }: typeof few) => cost(TIMES, (i) => store.putSession(`new-${i}`, record, DAY_S));
  // Let the code be optimised before measuring.
  await check(few, FEW);
  await put(few);
  expect(await check(many, MANY)).toBeLessThan(20 * (await check(few, FEW)) + 5);
  expect(await put(many)).toBeLessThan(20 * (await put(few)) + 5);
});

test('after all sessions have expired at once, no single request clears many', async () => {
  const { clock, store } = await filled(FEW);
  clock.advance(DAY_S * 1000);
  // Count the work. Its time depends on the garbage collector of the whole run.
  const deleted = jest.spyOn(Map.prototype, 'delete');
  let most = 0;
  for (let i = 0; i < FEW / 2; i += 1) {
    deleted.mockClear();
    await store.putSession(`new-${i}`, record, DAY_S);
    await store.getSession(id(i));
    most = Math.max(most, deleted.mock.calls.length);
  }
  deleted.mockRestore();
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(20);
  expect(await store.countSessions()).toBe(FEW / 2);
});
