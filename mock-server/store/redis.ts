/**
 * The store in Redis: a team's mock survives restarts, and several processes share it.
 *
 * Keys, below a prefix: `session:<id>` (JSON, expires by itself), `user:<openid>` (JSON), `avatar:<name>` (hash of
 * `type` and `bytes`). A session is written with `SET … EX`, so Redis reclaims it and nothing here scans for it.
 */
import { createClient, RESP_TYPES } from 'redis';
import type { AvatarRecord, SessionRecord, Store, UserRecord } from './store';
import { StoreUnavailable } from './unavailable';

/** How to reach Redis. */
export interface RedisStoreOptions {
  /** `redis://[user:password@]host:port[/db]`. */
  url: string;
  /** Keeps several mocks apart in one Redis. Ends in `:`. */
  prefix: string;
  /** Longest that one command may take, in ms, before the store counts as unavailable. Default 2000. */
  commandTimeout?: number;
  /** Hears, once each, that Redis went away and that it is back. */
  report?: (message: string) => void;
}

/**
 * Writes a user unless somebody else has written it since it was read. A script runs alone in Redis, which a shared
 * connection's `WATCH` would not promise.
 */
const WRITE_IF_UNCHANGED = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`;

/** Waits between attempts to reconnect grow to this, in ms. */
const LONGEST_WAIT = 1000;

/**
 * Connects to Redis.
 * While the connection is lost every call rejects at once with `StoreUnavailable`; nothing is queued, so nothing
 * that a caller was told had failed is written later.
 *
 * @throws StoreUnavailable when Redis cannot be reached in the first place.
 */
export async function createRedisStore(options: RedisStoreOptions): Promise<Store> {
  const { url, prefix, commandTimeout = 2000, report = () => {} } = options;
  let wasReady = false;
  let lost = false;
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: commandTimeout },
    socket: {
      connectTimeout: commandTimeout,
      // The first connection either works or is the user's mistake; a lost one is worth waiting for.
      reconnectStrategy: (retries) => (wasReady ? Math.min(50 * 2 ** retries, LONGEST_WAIT) : false),
    },
  });
  client.on('error', (error: Error) => {
    if (wasReady && !lost) report(`Redis went away (${error.message || error.name}); trying to reconnect`);
    lost = true;
  });
  client.on('ready', () => {
    if (wasReady && lost) report('Redis is back');
    wasReady = true;
    lost = false;
  });

  /** Every failure of the client is the same thing to a caller: the store cannot be reached. */
  const ask = async <T>(command: () => Promise<T>): Promise<T> => {
    try {
      return await command();
    } catch (error) {
      throw new StoreUnavailable(error);
    }
  };
  await ask(() => client.connect());

  const bytes = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  const read = async <T>(key: string): Promise<T | null> => {
    const text = await ask(() => client.get(prefix + key));
    return text === null ? null : (JSON.parse(text) as T);
  };
  /** Walks over the keys of a kind, a thousand at a time, without blocking Redis. */
  const walk = async (kind: string, visit: (keys: string[]) => Promise<unknown>) => {
    const pattern = `${prefix.replace(/[*?[\]\\]/g, '\\$&')}${kind}*`;
    for await (const keys of client.scanIterator({ MATCH: pattern, COUNT: 1000 })) {
      if (keys.length > 0) await visit(keys);
    }
  };

  return {
    putSession: (id: string, session: SessionRecord, ttl: number) =>
      ask(async () => {
        await client.set(`${prefix}session:${id}`, JSON.stringify(session), {
          expiration: { type: 'EX', value: ttl },
        });
      }),
    getSession: (id: string) => read<SessionRecord>(`session:${id}`),
    clearSessions: () => ask(() => walk('session:', (keys) => client.unlink(keys))),
    async countSessions() {
      let count = 0;
      await ask(() =>
        walk('session:', async (keys) => {
          count += keys.length;
        }),
      );
      return count;
    },
    getUser: (openid: string) => read<UserRecord>(`user:${openid}`),
    putUser: (user: UserRecord) =>
      ask(async () => {
        await client.set(`${prefix}user:${user.openid}`, JSON.stringify(user));
      }),
    async updateUser(openid: string, change: (user: UserRecord | null) => UserRecord) {
      const key = `${prefix}user:${openid}`;
      for (;;) {
        const before = await ask(() => client.get(key));
        const user = change(before === null ? null : (JSON.parse(before) as UserRecord));
        const script = { keys: [key], arguments: [before ?? '', JSON.stringify(user)] };
        if ((await ask(() => client.eval(WRITE_IF_UNCHANGED, script))) === 1) return user;
      }
    },
    putAvatar: (name: string, avatar: AvatarRecord) =>
      ask(async () => {
        await client.hSet(`${prefix}avatar:${name}`, { type: avatar.type, bytes: Buffer.from(avatar.bytes) });
      }),
    async getAvatar(name: string) {
      const found = await ask(() => bytes.hGetAll(`${prefix}avatar:${name}`));
      return found.type && found.bytes
        ? { type: found.type.toString(), bytes: new Uint8Array(found.bytes) }
        : null;
    },
    clear: () => ask(() => walk('', (keys) => client.unlink(keys))),
    async close() {
      if (client.isOpen) client.destroy();
    },
  };
}
