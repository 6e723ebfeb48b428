/** The store of one scenario in Redis. */
import type { SessionRecord, Store, UserRecord } from '../store';
import type { RedisConnection } from './connection';

/** Where a store's keys are. */
export interface RedisStoreKeys {
  /** Before `session:<id>` (JSON, expires by itself) and `user:<openid>` (JSON). */
  prefix: string;
  /** Before the name of a picture (a hash of `type` and `bytes`). Several stores may share it. */
  avatars: string;
}

/**
 * Writes a user unless somebody else has written it since it was read. A script runs alone in Redis, which a shared
 * connection's `WATCH` would not promise.
 */
const WRITE_IF_UNCHANGED = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`;

/**
 * Makes a store on a connection, which it leaves open when it is closed.
 * A session is written with `SET … EX`, so Redis reclaims it and nothing here scans for it. While Redis is gone
 * every call rejects with `StoreUnavailable`; a write that was under way when the connection broke may have been
 * done, as with any server.
 */
export function createRedisStore(redis: RedisConnection, { prefix, avatars }: RedisStoreKeys): Store {
  /** The record that a text holds. Somebody else's scribbling counts as nothing: it is replaced at the next write. */
  function parse<T>(key: string, text: string | null): T | null {
    if (text === null) return null;
    try {
      return JSON.parse(text) as T;
    } catch {
      redis.report(`Redis holds something else than ours in ${key}; ignored`);
      return null;
    }
  }
  const sessionKey = (id: string) => `${prefix}session:${id}`;
  const userKey = (openid: string) => `${prefix}user:${openid}`;
  const unlink = (keys: string[]) => redis.ask((client) => client.unlink(keys));

  return {
    async putSession(id, session, ttl) {
      const expiration = { type: 'EX', value: ttl } as const;
      await redis.ask((client) => client.set(sessionKey(id), JSON.stringify(session), { expiration }));
    },
    async getSession(id) {
      // The id is left out of what may be reported: whoever has it is logged in.
      return parse<SessionRecord>(
        `${prefix}session:…`,
        await redis.ask((client) => client.get(sessionKey(id))),
      );
    },
    clearSessions: () => redis.walk(sessionKey(''), unlink),
    async countSessions() {
      let count = 0;
      await redis.walk(sessionKey(''), async (keys) => {
        count += keys.length;
      });
      return count;
    },
    async getUser(openid) {
      return parse<UserRecord>(`${prefix}user:…`, await redis.ask((client) => client.get(userKey(openid))));
    },
    async putUser(user) {
      await redis.ask((client) => client.set(userKey(user.openid), JSON.stringify(user)));
    },
    async updateUser(openid, change) {
      const key = userKey(openid);
      for (;;) {
        const before = await redis.ask((client) => client.get(key));
        const user = change(parse<UserRecord>(`${prefix}user:…`, before));
        const script = { keys: [key], arguments: [before ?? '', JSON.stringify(user)] };
        if ((await redis.ask((client) => client.eval(WRITE_IF_UNCHANGED, script))) === 1) return user;
      }
    },
    async putAvatar(name, { type, bytes }) {
      await redis.ask((client) => client.hSet(avatars + name, { type, bytes: Buffer.from(bytes) }));
    },
    async getAvatar(name) {
      const { type, bytes } = await redis.askForBytes((client) => client.hGetAll(avatars + name));
      return type && bytes ? { type: type.toString(), bytes: new Uint8Array(bytes) } : null;
    },
    async clear() {
      await redis.walk(prefix, unlink);
      await redis.walk(avatars, unlink);
    },
    async close() {},
  };
}
