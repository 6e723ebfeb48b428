/**
 * Many sessions cost no more time each than few: the small form of `npm run bench -- sessions`. Times are compared
 * with each other in the same process; what a scan would do to them is a hundredfold, so the limits are wide.
 */
import { createMemoryStore } from '../../mock-server/store/memory';
import { createFakeClock } from '../mock-server/fake-clock';

jest.setTimeout(180_000);

const DAY_S = 86_400;
const record = { openid: 'oLoadTest0000000000000000000', sessionKey: 'c2Vzc2lvbi1rZXktMTYtYg==' };
const id = (i: number) => `session-${String(i).padStart(24, '0')}`;

/** Processor time of `run`, in µs for each of `times`: the least of three, which is the least disturbed. */
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

/** Longest that filling a store may take, far more than it does. */
const FILLING_MS = 20_000;

async function filled(sessions: number) {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const until = performance.now() + FILLING_MS;
  for (let i = 0; i < sessions; i += 1) {
    await store.putSession(id(i), record, DAY_S);
    // Nothing else runs in between, Jest's own time limit neither.
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
  // Warm code before anything counts.
  await check(few, FEW);
  await put(few);
  expect(await check(many, MANY)).toBeLessThan(20 * (await check(few, FEW)) + 5);
  expect(await put(many)).toBeLessThan(20 * (await put(few)) + 5);
});

test('after all have expired at once, no single request pays for it', async () => {
  const { clock, store } = await filled(MANY);
  clock.advance(DAY_S * 1000);
  let longest = 0;
  for (let i = 0; i < MANY / 2; i += 1) {
    // Processor time: what else the machine does in between is not the store's.
    const before = process.cpuUsage();
    await store.putSession(`new-${i}`, record, DAY_S);
    await store.getSession(id(i));
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
  }
  // Clearing them away in one go takes longer than all of this together; a pause of the garbage collector does not.
  expect(longest).toBeLessThan(100);
  expect(await store.countSessions()).toBe(MANY / 2);
});
