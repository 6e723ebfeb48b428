/** The store in Redis: the contract of every store, and the behaviour that only Redis has. */
import { createClient } from 'redis';
import { connectRedis, type RedisConnection } from '../../mock-server/store/redis/connection';
import { AVATAR_TTL_SECONDS, createRedisStore } from '../../mock-server/store/redis/store';
import { createRedisStores } from '../../mock-server/store/redis/stores';
import type { Store, UserRecord } from '../../mock-server/store/store';
import { createWorld } from '../../mock-server/world';
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

  test('Redis itself expires a session by its ttl', async () => {
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

  test('two prefixes are separate stores, for any names', async () => {
    const [one, other] = [await open('a*[b]?\\:'), await open('aXbY:')];
    await one.putSession('s', session, 60);
    await other.putSession('s', session, 60);
    expect(await one.countSessions()).toBe(1);
    await one.clear();
    expect(await one.getSession('s')).toBeNull();
    expect(await other.getSession('s')).toEqual(session);
  });

  test('counts and clears thousands of entries', async () => {
    const store = await open('t:');
    await Promise.all(Array.from({ length: 3000 }, (_, i) => store.putSession(`s${i}`, session, 60)));
    expect(await store.countSessions()).toBe(3000);
    await store.clearSessions();
    expect(await admin.dbSize()).toBe(0);
  });

  describe('a foreign value counts as missing, is reported once, and is overwritten by the next write', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x7b]);
    const whenever = (time: string) => JSON.stringify({ ...user, lastSeenAt: 7.5 }).replace('7.5', time);
    const whole = { ...user, profile: { nickName: '林', avatarUrl: '', title: '', gender: 0 } };
    test.each<[string, (key: string) => Promise<unknown>]>([
      ['text', (key) => admin.set(key, 'scribble')],
      ['half of JSON', (key) => admin.set(key, '{"openid"')],
      ['bytes that are not UTF-8', (key) => admin.set(key, bytes)],
      ['JSON: a number', (key) => admin.set(key, '5')],
      ['JSON: null', (key) => admin.set(key, 'null')],
      ['JSON: an empty object', (key) => admin.set(key, '{}')],
      ['JSON: a list', (key) => admin.set(key, '[]')],
      [
        'a field of another type',
        (key) => admin.set(key, JSON.stringify({ ...user, openid: 7, sessionKey: 7 })),
      ],
      ['a time that is not a number', (key) => admin.set(key, whenever('1e999'))],
      ['a negative time', (key) => admin.set(key, whenever('-1e15'))],
      [
        'a larger value than the store writes',
        (key) => admin.set(key, JSON.stringify({ ...user, ...session, more: 'x'.repeat(70_000) })),
      ],
      ['deeply nested JSON', (key) => admin.set(key, '['.repeat(60_000) + ']'.repeat(5_000))],
      ['a profile with missing fields', (key) => admin.set(key, JSON.stringify(whole))],
      ['a list of Redis', (key) => admin.rPush(key, 'x')],
      ['a hash of Redis', (key) => admin.hSet(key, 'x', 'y')],
    ])('%s', async (_name, scribble) => {
      const store = await open('t:');
      await scribble('t:session:a');
      await scribble('t:user:o1');
      for (let i = 0; i < 2; i += 1) {
        expect(await store.getSession('a')).toBeNull();
        expect(await store.getUser('o1')).toBeNull();
      }
      expect(await store.updateUser('o1', (old) => old ?? user)).toEqual(user);
      expect(await store.getUser('o1')).toEqual(user);
      await store.putSession('a', session, 60);
      expect(await store.getSession('a')).toEqual(session);
      expect(reports).toEqual(
        ['session', 'user'].map(
          (kind) => `the value of the Redis key t:${kind}:… has an unknown form; ignored`,
        ),
      );
    });

    test("another user under this user's key: neither is read or overwritten", async () => {
      const store = await open('t:');
      const other = { ...user, openid: 'o2', lastSeenAt: 9 };
      await admin.set('t:user:o1', JSON.stringify(other));
      expect(await store.getUser('o1')).toBeNull();
      expect(await store.updateUser('o1', (old) => old ?? user)).toEqual(user);
      expect(await store.getUser('o2')).toBeNull();
      expect(reports).toEqual(['the value of the Redis key t:user:… has an unknown form; ignored']);
    });

    test('an empty value counts as missing; a key of another type is cleared', async () => {
      const store = await open('t:');
      await admin.set('t:session:a', '');
      await admin.set(Buffer.concat([Buffer.from('t:session:'), bytes]), 'x');
      expect(await store.getSession('a')).toBeNull();
      expect(await store.countSessions()).toBe(2);
      await store.clear();
      expect(await admin.dbSize()).toBe(0);
    });

    test('a picture', async () => {
      const store = await open('t:');
      await admin.set('t:avatar:x', 'no hash');
      await admin.hSet('t:avatar:y', { type: 'text/html', bytes: '<script>' });
      await admin.hSet('t:avatar:z', { type: 'image/png\r\nset-cookie: a=b' });
      await admin.hSet('t:avatar:big', { type: 'image/png', bytes: 'x'.repeat(2_000_000) });
      await admin.hSet('t:avatar:none', { type: 'image/png', bytes: '' });
      for (const name of ['x', 'y', 'z', 'x', 'big', 'none']) expect(await store.getAvatar(name)).toBeNull();
      expect(reports).toEqual(['the value of the Redis key t:avatar:… has an unknown form; ignored']);
      const picture = { type: 'image/png', bytes: new Uint8Array([1]) };
      await store.putAvatar('x', picture);
      expect(await store.getAvatar('x')).toEqual(picture);
    });
  });

  test('a Redis that refuses commands: unavailable, and one line with the reason', async () => {
    const store = await open('t:');
    await admin.configSet('maxmemory', '1');
    try {
      for (let i = 0; i < 3; i += 1) {
        await expect(store.putSession('s', session, 60)).rejects.toThrow('the store cannot be reached');
      }
    } finally {
      await admin.configSet('maxmemory', '0');
    }
    expect(reports).toEqual([expect.stringMatching(/^Redis refuses: OOM/)]);
  });

  test('a picture expires thirty days after it was last shown', async () => {
    const store = await open('t:');
    await store.putAvatar('x', { type: 'image/png', bytes: new Uint8Array([1]) });
    expect(await admin.ttl('t:avatar:x')).toBe(AVATAR_TTL_SECONDS);
    await admin.expire('t:avatar:x', 60);
    await store.getAvatar('x');
    expect(await admin.ttl('t:avatar:x')).toBe(AVATAR_TTL_SECONDS);
  });

  test("a scenario's users lost by Redis return with their next change", async () => {
    const world = await createWorld({ scenario: 'member', store: await open('t:'), fetch: 'in-process' });
    const [openid = ''] = (await admin.keys('t:user:*')).map((key) => key.slice('t:user:'.length));
    const before = await world.store.getUser(openid);
    expect(before?.profile?.nickName).toBe('林小满');
    await admin.flushAll();
    expect(await world.store.getUser(openid)).toEqual(before);
    await world.store.updateUser(openid, (old) => ({ ...(old ?? user), lastSeenAt: 7 }));
    expect(await world.store.getUser(openid)).toEqual({ ...before, lastSeenAt: 7 });
    expect(await admin.exists(`t:user:${openid}`)).toBe(1);
  });

  test('a cluster is refused when the mock starts', async () => {
    const node = await startRedis(['--cluster-enabled', 'yes']);
    try {
      await expect(connectRedis({ url: node.url })).rejects.toThrow(
        /^Redis at redis:\/\/127\.0\.0\.1:\d+ is part of a cluster: a cluster is not supported/,
      );
    } finally {
      await node.close();
    }
  });

  test('stores of several scenarios: separate except for the pictures; cleared together', async () => {
    await admin.set('someone-elses', 'kept');
    const stores = await createRedisStores({ url: redis.url, prefix: 'mock:' });
    const [guest, member] = [stores.open('guest'), stores.open('member')];
    await guest.putSession('s', session, 60);
    await member.putSession('s', { openid: 'o2', sessionKey: 'k2' }, 60);
    await member.updateUser('o1', () => user);
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
    ['redis://', /^not an address of Redis/],
    ['redis://127.0.0.1/first', /^not an address of Redis/],
    ['redis://127.0.0.1/1/2', /^not an address of Redis/],
    ['redis://%zz@127.0.0.1', /^not an address of Redis/],
    ['redis://a:1,b:2', /^several addresses: a cluster is not supported/],
  ])('%s: one line with the mistake', async (url, message) => {
    await expect(connectRedis({ url })).rejects.toThrow(message);
  });
});
