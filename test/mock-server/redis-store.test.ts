/** The store in Redis: the contract of every store, and what only Redis brings. */
import { createClient } from 'redis';
import { connectRedis, type RedisConnection } from '../../mock-server/store/redis/connection';
import { createRedisStore } from '../../mock-server/store/redis/store';
import { createRedisStores } from '../../mock-server/store/redis/stores';
import type { Store, UserRecord } from '../../mock-server/store/store';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis';
import { describeStore } from './store-contract';

const session = { openid: 'o1', sessionKey: 'k1' };
const user: UserRecord = { openid: 'o1', profile: null, registeredAt: 1, lastSeenAt: 0 };

describeWithRedis('the store in Redis', () => {
  let redis: TestRedis;
  const client = () => createClient({ url: redis.url });
  let admin: ReturnType<typeof client>;
  beforeAll(async () => {
    redis = await startRedis();
    admin = client();
    await admin.connect();
  });
  afterAll(async () => {
    admin.destroy();
    await redis.close();
  });
  beforeEach(() => admin.flushAll());

  const connections: RedisConnection[] = [];
  const reports: string[] = [];
  const open = async (prefix: string): Promise<Store> => {
    const connection = await connectRedis({ url: redis.url, report: (message) => reports.push(message) });
    connections.push(connection);
    return createRedisStore(connection, { prefix, avatars: `${prefix}avatar:` });
  };
  afterEach(async () => {
    for (const connection of connections.splice(0)) await connection.close();
    reports.length = 0;
  });

  describeStore('Redis', () => open('contract:'));

  test('Redis itself ends a session: it is written with its life time', async () => {
    const store = await open('t:');
    await store.putSession('a', session, 86_400);
    expect(await admin.ttl('t:session:a')).toBe(86_400);
    await admin.pExpire('t:session:a', 1);
    while ((await admin.exists('t:session:a')) === 1) await admin.ping();
    expect(await store.getSession('a')).toBeNull();
    expect(await store.countSessions()).toBe(0);
  });

  test('no update of a user is lost between two processes', async () => {
    const stores = [await open('t:'), await open('t:')];
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        stores[i % 2]?.updateUser('o1', (old) => ({ ...user, lastSeenAt: (old?.lastSeenAt ?? 0) + 1 })),
      ),
    );
    expect(await stores[0]?.getUser('o1')).toMatchObject({ lastSeenAt: 40 });
  });

  test('two prefixes are two memories, however strange their names', async () => {
    const [one, other] = [await open('a*[b]?\\:'), await open('aXbY:')];
    await one.putSession('s', session, 60);
    await other.putSession('s', session, 60);
    expect(await one.countSessions()).toBe(1);
    await one.clear();
    expect(await one.getSession('s')).toBeNull();
    expect(await other.getSession('s')).toEqual(session);
  });

  test('counts and clears thousands', async () => {
    const store = await open('t:');
    await Promise.all(Array.from({ length: 3000 }, (_, i) => store.putSession(`s${i}`, session, 60)));
    expect(await store.countSessions()).toBe(3000);
    await store.clearSessions();
    expect(await admin.dbSize()).toBe(0);
  });

  test('what somebody else wrote under our name counts as nothing, is reported, and gives way', async () => {
    const store = await open('t:');
    await admin.set('t:session:a', 'scribble');
    await admin.set('t:user:o1', '{"openid"');
    expect(await store.getSession('a')).toBeNull();
    expect(await store.getUser('o1')).toBeNull();
    expect(await store.updateUser('o1', (old) => old ?? user)).toEqual(user);
    expect(await store.getUser('o1')).toEqual(user);
    expect(reports).toContain('Redis holds something else than ours in t:session:…; ignored');
  });

  test('a Redis that refuses: unavailable, and one line says why', async () => {
    const store = await open('t:');
    await admin.set('t:avatar:x', 'no hash');
    for (let i = 0; i < 3; i += 1) {
      await expect(store.getAvatar('x')).rejects.toThrow('the store cannot be reached');
    }
    expect(reports).toEqual([expect.stringMatching(/^Redis refuses: WRONGTYPE/)]);
  });

  test('stores of several scenarios: apart, but for the pictures; cleared together', async () => {
    await admin.set('someone-elses', 'kept');
    const stores = await createRedisStores({ url: redis.url, prefix: 'mock:' });
    const [guest, member] = [stores.open('guest'), stores.open('member')];
    await guest.putSession('s', session, 60);
    await member.putSession('s', { openid: 'o2', sessionKey: 'k2' }, 60);
    await member.putUser(user);
    await guest.putAvatar('a.png', { type: 'image/png', bytes: new Uint8Array([1]) });
    expect(await guest.getSession('s')).toEqual(session);
    expect(await guest.getUser('o1')).toBeNull();
    expect(await member.getAvatar('a.png')).not.toBeNull();
    await stores.clearSessions();
    expect(await guest.getSession('s')).toBeNull();
    expect(await member.getSession('s')).toBeNull();
    expect(await member.getUser('o1')).toEqual(user);
    expect(await stores.clear()).toEqual(['member']);
    expect(await admin.keys('*')).toEqual(['someone-elses']);
    await stores.close();
  });

  test.each([
    ['redis://127.0.0.1:1', /^Redis at redis:\/\/127\.0\.0\.1:1 cannot be reached \(.*ECONNREFUSED.*\)$/],
    ['redis://:hush@127.0.0.1:1', /^((?!hush).)*$/],
    ['http://127.0.0.1', /^not an address of Redis, expected redis:\/\/host:port$/],
    ['127.0.0.1:6379', /^not an address of Redis/],
  ])('%s: one line that says what is wrong', async (url, message) => {
    await expect(connectRedis({ url })).rejects.toThrow(message);
  });
});
