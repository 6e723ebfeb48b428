/**
 * One request does a small amount of work in a store with many sessions. The tests count calls; `npm run bench -- sessions`
 * measures the time.
 */
import { createMemoryStore } from '../../mock-server/store/memory';
import { createFakeClock } from '../mock-server/fake-clock';

const DAY_S = 86_400;
const record = { openid: 'oLoadTest0000000000000000000', sessionKey: 'c2Vzc2lvbi1rZXktMTYtYg==' };
const id = (i: number) => `session-${String(i).padStart(24, '0')}`;
const SESSIONS = 1000;

async function filled() {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  for (let i = 0; i < SESSIONS; i += 1) await store.putSession(id(i), record, DAY_S);
  return { clock, store };
}

/** What a scan over all sessions would call once a session: the methods of maps and arrays, and their iterators. */
const PARTS: readonly object[] = [
  Map.prototype,
  Array.prototype,
  Object.getPrototypeOf(new Map().entries()),
  Object.getPrototypeOf([].entries()),
];

/** Number of calls of these methods during `run`. A method with a callback counts its receiver's size. */
async function callsDuring(run: () => Promise<unknown>): Promise<number> {
  let calls = 0;
  const own = PARTS.flatMap((part) =>
    Object.entries(Object.getOwnPropertyDescriptors(part))
      .filter(([name, { value }]) => typeof value === 'function' && name !== 'constructor')
      .map(([name, descriptor]) => ({ part, name, descriptor })),
  );
  for (const { part, name, descriptor } of own) {
    Object.defineProperty(part, name, {
      ...descriptor,
      value(this: { size?: number; length?: number }, ...args: unknown[]) {
        calls += typeof args[0] === 'function' ? (this.size ?? this.length ?? 1) : 1;
        return Reflect.apply(descriptor.value, this, args);
      },
    });
  }
  try {
    await run();
    return calls;
  } finally {
    for (const { part, name, descriptor } of own) Object.defineProperty(part, name, descriptor);
  }
}

test('a check and a login do not scan the sessions', async () => {
  const { store } = await filled();
  const calls = {
    check: await callsDuring(() => store.getSession(id(SESSIONS / 2))),
    login: await callsDuring(() => store.putSession('new', record, DAY_S)),
  };
  expect(calls.check).toBeLessThan(20);
  expect(calls.login).toBeLessThan(20);
});

test('after all sessions have expired at once, no single request removes many', async () => {
  const { clock, store } = await filled();
  clock.advance(DAY_S * 1000);
  const deleted = jest.spyOn(Map.prototype, 'delete');
  let most = 0;
  for (let i = 0; i < SESSIONS / 2; i += 1) {
    const calls = await callsDuring(async () => {
      await store.putSession(`new-${i}`, record, DAY_S);
      await store.getSession(id(i));
    });
    most = Math.max(most, calls);
  }
  expect(most).toBeLessThan(40);
  // Each login removes more sessions than it adds, or the memory would only grow.
  expect(deleted.mock.calls.length).toBeGreaterThan(SESSIONS / 2);
  deleted.mockRestore();
  expect(await store.countSessions()).toBe(SESSIONS / 2);
});
