/** The store in memory: the contract of every store, expiry, and limits of memory. */
import { AvatarShelf } from '../../mock-server/store/avatar-shelf';
import { createMemoryStore } from '../../mock-server/store/memory';
import { createFakeClock } from './fake-clock';
import { describeStore } from './store-contract';

describeStore('memory', async () => createMemoryStore());

const session = { openid: 'o1', sessionKey: 'k1' };

test('a session ends after its ttl, to the millisecond', async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  await store.putSession('a', session, 60);
  clock.advance(59_999);
  expect(await store.getSession('a')).toEqual(session);
  expect(await store.countSessions()).toBe(1);
  clock.advance(1);
  expect(await store.getSession('a')).toBeNull();
  expect(await store.countSessions()).toBe(0);
});

test('a longer ttl among shorter ones is respected', async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  await store.putSession('long', session, 3600);
  await store.putSession('short', session, 60);
  clock.advance(60_000);
  expect(await store.getSession('short')).toBeNull();
  expect(await store.getSession('long')).toEqual(session);
});

test('expired sessions are freed a few at a time while new ones arrive', async () => {
  const clock = createFakeClock();
  // The spy counts removed entries: the store removes with Map.prototype.delete.
  const given = jest.spyOn(Map.prototype, 'delete');
  const store = createMemoryStore({ clock });
  for (let i = 0; i < 1000; i += 1) await store.putSession(`old-${i}`, session, 60);
  clock.advance(60_000);
  given.mockClear();
  await store.putSession('new-0', session, 60);
  const first = given.mock.calls.filter(([id]) => String(id).startsWith('old-')).length;
  expect(first).toBeGreaterThan(1);
  expect(first).toBeLessThan(10);
  for (let i = 1; i < 600; i += 1) await store.putSession(`new-${i}`, session, 60);
  const all = given.mock.calls.filter(([id]) => String(id).startsWith('old-')).length;
  given.mockRestore();
  expect(all).toBe(1000);
  expect(await store.countSessions()).toBe(600);
});

test('the count after a mass expiry is correct, and is computed in slices', async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  for (let i = 0; i < 50_000; i += 1) await store.putSession(`old-${i}`, session, 60);
  clock.advance(60_000);
  await store.putSession('new', session, 60);
  let others = 0;
  const counting = store.countSessions();
  const other = setInterval(() => {
    others += 1;
  }, 0);
  expect(await counting).toBe(1);
  clearInterval(other);
  expect(others).toBeGreaterThan(0);
});

test('memory is limited: the oldest session is removed first', async () => {
  const store = createMemoryStore({ maxSessions: 3 });
  for (const id of ['a', 'b', 'c', 'd']) await store.putSession(id, session, 60);
  expect(await store.getSession('a')).toBeNull();
  expect(await store.getSession('b')).toEqual(session);
  expect(await store.countSessions()).toBe(3);
});

const picture = (bytes: number) => ({ type: 'image/png', bytes: new Uint8Array(bytes) });

test('pictures are limited by bytes: the oldest is removed first, equal ones count once', () => {
  const shelf = new AvatarShelf(10_000);
  shelf.put('a', picture(4000));
  shelf.put('b', picture(4000));
  shelf.put('b', picture(4000));
  expect(shelf.get('a')).not.toBeNull();
  shelf.put('c', picture(4000));
  expect(shelf.get('a')).toBeNull();
  expect(shelf.get('b')).not.toBeNull();
  expect(shelf.get('c')).not.toBeNull();
});

test('a picture counts its real memory: a minimum for tiny ones, no reference to its request', () => {
  const shelf = new AvatarShelf(10_000);
  for (let i = 0; i < 100; i += 1) shelf.put(`tiny-${i}`, picture(1));
  expect(shelf.get('tiny-0')).toBeNull();
  const request = new Uint8Array(1_000_000);
  shelf.put('view', { type: 'image/png', bytes: request.subarray(0, 10) });
  expect(shelf.get('view')?.bytes.buffer.byteLength).toBe(10);
});
