/** The store of one scenario in Redis. */
import * as v from 'valibot';
import { pictureType, sessionSchema, userSchema } from '../schema';
import type { Store, UserRecord } from '../store';
import { StoreUnavailable } from '../unavailable';
import { type RedisConnection, WrongType } from './connection';

/** Prefixes of a store's keys. */
interface RedisStoreKeys {
  /** Prefix of `session:<id>` (JSON, expires by itself) and `user:<openid>` (JSON). */
  prefix: string;
  /** Prefix of a picture's name (a hash with `type` and `bytes`). Several stores may share it. */
  avatars: string;
}

/**
 * Writes a user unless the record has changed since it was read. Redis runs a script alone. `WATCH` does not guarantee
 * that on a shared connection. A value of another type, or one that is too long, counts as missing.
 */
const WRITE_IF_UNCHANGED = `
local current = ''
if redis.call('TYPE', KEYS[1]).ok == 'string' and redis.call('STRLEN', KEYS[1]) <= tonumber(ARGV[3]) then
  current = redis.call('GET', KEYS[1])
end
if current ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`;

/**
 * Maximum number of attempts. If N processes change one user at the same time, one of them succeeds in each round. No
 * team needs this many rounds.
 */
const MOST_ROUNDS = 1000;

/** Maximum length of a record in bytes. Redis allows values of 512 MB, which must not be read at every request. */
const LONGEST_RECORD = 64 * 1024;
/** Maximum length of a picture in bytes: a picture is a part of a request. */
const LONGEST_PICTURE = 1024 * 1024;

/** Lifetime of a picture after it was last read, in seconds: 30 days. Otherwise Redis would fill up. */
export const AVATAR_TTL_SECONDS = 30 * 86_400;

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Creates a store that uses the connection, and does not close it. Sessions are written with `SET … EX`, so that Redis
 * removes them. While Redis cannot be reached, every call rejects with `StoreUnavailable`. If the connection broke
 * during a write, the write may have succeeded.
 *
 * A foreign value (no UTF-8, no JSON, another structure, too long, another user's, another Redis type) counts as
 * missing. The next write replaces it. It is reported once.
 */
export function createRedisStore(redis: RedisConnection, { prefix, avatars }: RedisStoreKeys): Store {
  const reported = new Set<string>();
  const foreign = (key: string): null => {
    if (!reported.has(key)) redis.report(`the value of the Redis key ${key} has an unknown form; ignored`);
    reported.add(key);
    return null;
  };
  /** @param key the key for the report, without the id: a session id is a secret */
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
  /** The result of `command`; null if the key has a value of another type. */
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
  /** Parses a user. A record with another openid than its key counts as missing. */
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
    async updateUser(openid, change) {
      const key = userKey(openid);
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const before = await bytesOf(USER, key);
        const user = change(parseUser(openid, before));
        // Compare the original bytes: text that is not UTF-8 changes when it is decoded.
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
      // The picture has expired since its length was read.
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
