/** The store of one scenario in Redis. */
import * as v from 'valibot';
import { pictureType, sessionSchema, userSchema } from '../schema';
import type { Store, UserRecord } from '../store';
import { StoreUnavailable } from '../unavailable';
import { type RedisConnection, WrongType } from './connection';

/** Where a store's keys are. */
export interface RedisStoreKeys {
  /** Before `session:<id>` (JSON, expires by itself) and `user:<openid>` (JSON). */
  prefix: string;
  /** Before the name of a picture (a hash of `type` and `bytes`). Several stores may share it. */
  avatars: string;
}

/**
 * Writes a user unless it has been written since it was read. A script runs alone in Redis, which a shared connection's
 * `WATCH` would not promise. A value of another type, or one that is too long, counts as none.
 */
const WRITE_IF_UNCHANGED = `
local current = ''
if redis.call('TYPE', KEYS[1]).ok == 'string' and redis.call('STRLEN', KEYS[1]) <= tonumber(ARGV[3]) then
  current = redis.call('GET', KEYS[1])
end
if current ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`;

/** Of N processes that change one user at the same time, one succeeds in each round: more rounds than any team needs. */
const MOST_ROUNDS = 1000;

/** No record of ours is longer: a value of 512 MB, which Redis can hold, is not read at every request. Bytes. */
const LONGEST_RECORD = 64 * 1024;
/** A picture is a part of a request. Bytes. */
const LONGEST_PICTURE = 1024 * 1024;

/** How long a picture stays that is not shown, in seconds: 30 days. Without an end, Redis would fill up. */
export const AVATAR_TTL_SECONDS = 30 * 86_400;

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Makes a store on a connection, which it leaves open when it is closed.
 * A session is written with `SET … EX`, so Redis reclaims it and nothing here scans for it. While Redis is gone
 * every call rejects with `StoreUnavailable`; a write that was under way when the connection broke may have been
 * done, as with any server.
 *
 * A value that is not ours (no UTF-8, no JSON, another shape, too long, another person's, another type of Redis) counts as
 * none: it is replaced at the next write, and reported once.
 */
export function createRedisStore(redis: RedisConnection, { prefix, avatars }: RedisStoreKeys): Store {
  const reported = new Set<string>();
  const foreign = (key: string): null => {
    if (!reported.has(key)) redis.report(`the value of the Redis key ${key} has an unknown form; ignored`);
    reported.add(key);
    return null;
  };
  /** @param key For the report, without the id: a session's id is enough to be logged in. */
  function parse<T>(key: string, schema: v.GenericSchema<unknown, T>, bytes: Buffer | null): T | null {
    if (bytes === null || bytes.length === 0) return null;
    if (bytes.length > LONGEST_RECORD) return foreign(key);
    try {
      const record = v.safeParse(schema, JSON.parse(decoder.decode(bytes)));
      return record.success ? record.output : foreign(key);
    } catch {
      return foreign(key);
    }
  }
  /** What `command` reads; null where the key holds a value of another type. */
  async function reading<T>(key: string, command: () => Promise<T>): Promise<T | null> {
    try {
      return await command();
    } catch (error) {
      if (error instanceof WrongType) return foreign(key);
      throw error;
    }
  }
  const sessionKey = (id: string) => `${prefix}session:${id}`;
  const userKey = (openid: string) => `${prefix}user:${openid}`;
  const SESSION = sessionKey('…');
  const USER = userKey('…');
  const PICTURE = `${avatars}…`;
  const unlink = (keys: (string | Buffer)[]) => redis.ask((client) => client.unlink(keys));
  const bytesOf = (what: string, key: string) =>
    reading(what, () => redis.askForBytes((client) => client.getRange(key, 0, LONGEST_RECORD)));
  /** Ignores a record whose openid differs from that of its key. */
  const parseUser = (openid: string, bytes: Buffer | null): UserRecord | null => {
    const user = parse(USER, userSchema, bytes);
    return user === null || user.openid === openid ? user : foreign(USER);
  };

  return {
    async putSession(id, session, ttl) {
      const expiration = { type: 'EX', value: ttl } as const;
      await redis.ask((client) => client.set(sessionKey(id), JSON.stringify(session), { expiration }));
    },
    getSession: async (id) => parse(SESSION, sessionSchema, await bytesOf(SESSION, sessionKey(id))),
    async deleteSession(id) {
      await unlink([sessionKey(id)]);
    },
    clearSessions: () => redis.walk(sessionKey(''), unlink),
    async countSessions() {
      let count = 0;
      await redis.walk(sessionKey(''), async (keys) => {
        count += keys.length;
      });
      return count;
    },
    getUser: async (openid) => parseUser(openid, await bytesOf(USER, userKey(openid))),
    async putUser(user) {
      await redis.ask((client) => client.set(userKey(user.openid), JSON.stringify(user)));
    },
    async updateUser(openid, change) {
      const key = userKey(openid);
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const before = await bytesOf(USER, key);
        const user = change(parseUser(openid, before));
        // The bytes as they were: text that is not UTF-8 would never be equal to what it was decoded from.
        const known = before === null || before.length > LONGEST_RECORD ? Buffer.alloc(0) : before;
        const script = { keys: [key], arguments: [known, JSON.stringify(user), String(LONGEST_RECORD)] };
        if ((await redis.ask((client) => client.eval(WRITE_IF_UNCHANGED, script))) === 1) return user;
      }
      throw new StoreUnavailable(
        new Error(`a user was changed ${MOST_ROUNDS} times while one change was made`),
      );
    },
    async putAvatar(name, { type, bytes }) {
      const key = avatars + name;
      await redis.ask((client) =>
        client
          .multi()
          .unlink(key)
          .hSet(key, { type, bytes: Buffer.from(bytes) })
          .expire(key, AVATAR_TTL_SECONDS)
          .exec(),
      );
    },
    async getAvatar(name) {
      const key = avatars + name;
      const lengths = await reading(PICTURE, () =>
        redis.ask(
          async (client) => [await client.exists(key), Number(await client.hStrLen(key, 'bytes'))] as const,
        ),
      );
      if (lengths === null || lengths[0] === 0) return null;
      const isOurs = lengths[1] > 0 && lengths[1] <= LONGEST_PICTURE;
      const found =
        isOurs &&
        (await reading(PICTURE, () => redis.askForBytes((client) => client.hmGet(key, ['type', 'bytes']))));
      const [given, bytes] = found || [];
      // It has ended since its length was read.
      if (isOurs && !bytes) return null;
      const type = v.safeParse(pictureType, String(given));
      if (!type.success || !bytes) return foreign(PICTURE);
      await redis.ask((client) => client.expire(key, AVATAR_TTL_SECONDS));
      return { type: type.output, bytes: new Uint8Array(bytes) };
    },
    async clear() {
      await redis.walk(prefix, unlink);
      await redis.walk(avatars, unlink);
    },
    async close() {},
  };
}
