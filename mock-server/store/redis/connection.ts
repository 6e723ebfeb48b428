/** One connection to Redis for everything that a process keeps there. */
import { createClient, ErrorReply, RESP_TYPES } from 'redis';
import { StoreUnavailable } from '../unavailable';

/** Redis holds a value of another type (a list, a set …) under the key that a command reads. */
export class WrongType extends Error {}

/** How to reach Redis. */
export interface RedisOptions {
  /** `redis://[user:password@]host:port[/db]`; `rediss:` for TLS. */
  url: string;
  /** Longest silence of Redis, in ms, before the connection counts as lost. Default 2000. */
  timeout?: number;
  /** Called once each when Redis went away, when it is back, and for each kind of command that it refuses. */
  report?: (message: string) => void;
}

/** Waits between attempts to reconnect grow to this, in ms. */
const LONGEST_WAIT = 1000;

const clientFor = (url: string, timeout: number, isWorthWaiting: () => boolean) =>
  createClient({
    url,
    // A request that finds no connection is answered 503 at once; nothing of it is written later.
    disableOfflineQueue: true,
    // A Redis that is asked all the time and says nothing for so long is gone, whatever its socket says. (The
    // client's own command timeout ends with the sending: it would wait for an answer for ever.)
    pingInterval: timeout / 4,
    socket: {
      connectTimeout: timeout,
      socketTimeout: timeout,
      reconnectStrategy: (retries) => (isWorthWaiting() ? Math.min(50 * 2 ** retries, LONGEST_WAIT) : false),
    },
  });

export type RedisClient = ReturnType<typeof clientFor>;

/** The same connection; answers to what it is asked are bytes. */
const inBytes = (client: RedisClient) => client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });

/** A connection that is made anew when it is lost. */
export interface RedisConnection {
  /**
   * Asks Redis. Rejects with `WrongType` where the key holds a value of another type, else with `StoreUnavailable`: at
   * once while the connection is lost.
   */
  ask<T>(command: (client: RedisClient) => Promise<T>): Promise<T>;
  /** As `ask`, for binary values. */
  askForBytes<T>(command: (client: ReturnType<typeof inBytes>) => Promise<T>): Promise<T>;
  /**
   * Walks over the keys that begin with `prefix`, a thousand at a time, so that Redis serves others in between.
   * A key that is made or removed meanwhile may be met or not; some may be met twice. Keys are bytes: not all are text.
   */
  walk(prefix: string, visit: (keys: Buffer[]) => Promise<unknown>): Promise<void>;
  /** Passes a message to the `report` callback. */
  report(message: string): void;
  close(): Promise<void>;
}

const NO_CLUSTER = 'a cluster is not supported, give the address of a single Redis server';

/** A cluster answers most keys with `MOVED`, so that the mock would fail at the first request. */
async function isCluster(client: RedisClient): Promise<boolean> {
  // A user without the right to ask is connected to something that its administrator has chosen.
  const info = await client.info('cluster').catch(() => '');
  return String(info).includes('cluster_enabled:1');
}

/** What an error of the client says, in a few words. Node leaves the message empty when several addresses failed. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

/** The address, when the client can read all of it; null for another one. */
function addressOf(url: string): URL | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  const { protocol, hostname, pathname, username, password } = address;
  if (!/^rediss?:$/.test(protocol) || hostname === '' || !/^(\/\d*)?$/.test(pathname)) return null;
  try {
    decodeURIComponent(username + password);
    return address;
  } catch {
    return null;
  }
}

/**
 * Connects to Redis.
 * @throws Error in one line, without the password, when the address is none or Redis cannot be reached.
 */
export async function connectRedis(options: RedisOptions): Promise<RedisConnection> {
  const { url, timeout = 2000, report = () => {} } = options;
  if (/^rediss?:\/\/[^/]*,/.test(url)) throw new Error(`several addresses: ${NO_CLUSTER}`);
  const address = addressOf(url);
  if (address === null) {
    throw new Error('not an address of Redis, expected redis://host:port');
  }
  let wasReady = false;
  let lost = false;
  let refusal = '';
  const client = clientFor(url, timeout, () => wasReady);
  client.on('error', (error: unknown) => {
    if (wasReady && !lost) report(`Redis disconnected (${reason(error)}); reconnecting`);
    lost = true;
  });
  client.on('ready', () => {
    if (wasReady && lost) report('Redis is connected again');
    wasReady = true;
    lost = false;
  });
  try {
    // Called for the first failure only: no second attempt is made before the first has succeeded.
    await client.connect();
  } catch (error) {
    if (client.isOpen) client.destroy();
    throw new Error(`Redis at ${address.protocol}//${address.host} cannot be reached (${reason(error)})`);
  }
  if (await isCluster(client)) {
    client.destroy();
    throw new Error(`Redis at ${address.protocol}//${address.host} is part of a cluster: ${NO_CLUSTER}`);
  }

  const asked = async <T>(command: () => Promise<T>): Promise<T> => {
    try {
      const answer = await command();
      refusal = '';
      return answer;
    } catch (error) {
      if (error instanceof ErrorReply && error.message.startsWith('WRONGTYPE'))
        throw new WrongType(error.message);
      // Redis refuses commands (its disk or memory is full, it is loading …): reported once.
      if (error instanceof ErrorReply && refusal !== error.message) {
        refusal = error.message;
        report(`Redis refuses: ${refusal}`);
      }
      throw new StoreUnavailable(error);
    }
  };
  const bytes = inBytes(client);
  return {
    ask: (command) => asked(() => command(client)),
    askForBytes: (command) => asked(() => command(bytes)),
    walk: (prefix, visit) =>
      asked(async () => {
        const pattern = `${prefix.replace(/[*?[\]\\]/g, '\\$&')}*`;
        for await (const keys of bytes.scanIterator({ MATCH: pattern, COUNT: 1000 })) {
          if (keys.length > 0) await visit(keys);
        }
      }),
    report,
    async close() {
      if (client.isOpen) client.destroy();
    },
  };
}
