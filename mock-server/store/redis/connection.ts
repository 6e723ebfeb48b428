/** The connection of a process to Redis. */
import { createClient, ErrorReply, RESP_TYPES } from 'redis';
import { StoreUnavailable } from '../unavailable';

/** The key that a command reads has a value of another Redis type (a list, a set …). */
export class WrongType extends Error {}

/** Options of the connection. */
export interface RedisOptions {
  /** `redis://[user:password@]host:port[/db]`; `rediss:` for TLS. */
  url: string;
  /** Milliseconds without a byte from Redis after which the connection counts as lost. Default 2000. */
  timeout?: number;
  /** Called once each time Redis disconnects, reconnects, or starts to refuse commands. */
  report?: (message: string) => void;
}

/** Maximum wait between two attempts to reconnect, in milliseconds. */
const LONGEST_WAIT = 1000;

const clientFor = (url: string, timeout: number, isWorthWaiting: () => boolean) =>
  createClient({
    url,
    // Without a connection, a request is answered 503 at once. No command is queued for later.
    disableOfflineQueue: true,
    // The pings make Redis reply regularly. If it sends nothing for `timeout`, it is gone, even if the socket is open.
    // (The client's own command timeout covers only the sending: it would wait for the reply for ever.)
    pingInterval: timeout / 4,
    socket: {
      connectTimeout: timeout,
      socketTimeout: timeout,
      reconnectStrategy: (retries) => (isWorthWaiting() ? Math.min(50 * 2 ** retries, LONGEST_WAIT) : false),
    },
  });

type RedisClient = ReturnType<typeof clientFor>;

/** The same connection, with binary replies. */
const inBytes = (client: RedisClient) => client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });

/** A connection that reconnects when it is lost. */
export interface RedisConnection {
  /**
   * Runs a command. Rejects with `WrongType` if the key has a value of another type, otherwise with `StoreUnavailable`;
   * while the connection is lost, at once.
   */
  ask<T>(command: (client: RedisClient) => Promise<T>): Promise<T>;
  /** Like `ask`, for binary values. */
  askForBytes<T>(command: (client: ReturnType<typeof inBytes>) => Promise<T>): Promise<T>;
  /**
   * Visits the keys that begin with `prefix`, a thousand at a time, so that Redis can serve others in between. A key
   * that is added or removed meanwhile may be visited or not. A key may be visited twice. Keys are bytes, because not
   * every key is valid text.
   */
  walk(prefix: string, visit: (keys: Buffer[]) => Promise<unknown>): Promise<void>;
  /** Passes a message to the `report` callback. */
  report(message: string): void;
  close(): Promise<void>;
}

const NO_CLUSTER = 'a cluster is not supported, give the address of a single Redis server';

/**
 * Whether Redis is a cluster. A cluster answers most keys with `MOVED`, so that the mock would fail at the first
 * request.
 */
async function isCluster(client: RedisClient): Promise<boolean> {
  // A user without the right to run INFO uses a server that an administrator has chosen: accept it.
  const info = await client.info('cluster').catch(() => '');
  return String(info).includes('cluster_enabled:1');
}

/** A short reason of a client error. Node's message is empty if several addresses failed. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

/** The parsed URL; null if the client cannot use it. */
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
 * @throws Error of one line, without the password, if the URL is invalid or Redis cannot be reached
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
    // This catches only the first attempt. Later ones start only after a successful connection.
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
      // Redis refuses commands, e.g. because its disk or memory is full, or while it is loading. Report it once.
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
