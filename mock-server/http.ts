/**
 * The entry for WeChat DevTools, curl and other processes: an HTTP server on 127.0.0.1. It passes requests directly to
 * the route table, without MSW.
 */
import { createServer, type Server } from 'node:http';
import { createListener } from './http-server/answer';
import { sendExpectationFailed, sendParseError } from './http-server/send';
import { endUnread } from './http-server/unread';
import { createWorlds, type Worlds } from './http-server/worlds';
import { DEFAULT_SCENARIO } from './scenarios';
import { createMemoryStores } from './store/memory-stores';
import type { Stores } from './store/stores';
import type { WorldOptions } from './types';
import { createWorld } from './world';

/** Options of the HTTP server. */
export interface HttpMockOptions extends Pick<WorldOptions, 'clock' | 'accounts'> {
  /** Default 3000; 0 takes a free one. */
  port?: number;
  /** The scenario of requests without `x-mock-scenario`. Default `guest`. */
  scenario?: string;
  /** Real credentials: `onlogin` then calls the real WeChat. */
  credentials?: { appid: string; secret: string };
  /** The worlds' stores, closed together with the server. Default: memory. */
  stores?: Stores;
  /** Time limit for the arrival of a request, in milliseconds. Default 10 000. */
  requestTimeout?: number;
  /** Maximum time in which a client may read nothing of a waiting response, in milliseconds. Default 10 000. */
  unreadTimeout?: number;
  /** Time for which `close` waits for running requests, in milliseconds. Default 1000. */
  closeGrace?: number;
}

/** A running HTTP server. */
export interface HttpMock {
  readonly port: number;
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly worlds: Worlds;
  /** Stops accepting connections, finishes the running requests, and closes the server. */
  close(): Promise<void>;
}

/** Time limit for the real WeChat, in milliseconds. */
const WECHAT_TIMEOUT = 5000;

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'is in use by another program'
          : error.code === 'EACCES'
            ? 'needs more rights than this program has'
            : `cannot be opened (${error.message})`;
      reject(new Error(`Port ${port} on 127.0.0.1 ${why}`));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function closeServer(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

async function start(options: HttpMockOptions, stores: Stores): Promise<HttpMock> {
  const { credentials, clock, accounts, requestTimeout = 10_000, closeGrace = 1000 } = options;
  let origin = '';
  const startWorld = (scenario: string) =>
    createWorld({
      scenario,
      publicOrigin: origin,
      store: stores.open(scenario),
      ...(clock ? { clock } : {}),
      ...(accounts ? { accounts } : {}),
      ...(credentials
        ? {
            ...credentials,
            fetch: (url: string) => globalThis.fetch(url, { signal: AbortSignal.timeout(WECHAT_TIMEOUT) }),
          }
        : { fetch: 'in-process', acceptForeignCodes: true }),
    });
  const worlds = createWorlds(options.scenario ?? DEFAULT_SCENARIO, startWorld, stores);
  const wechat = credentials ? 'real' : 'simulated';
  const server = createServer(
    {
      requestTimeout,
      // Node would refuse a request without a Host header, but without a reason.
      requireHostHeader: false,
      headersTimeout: Math.min(requestTimeout, 5000),
      connectionsCheckingInterval: Math.min(requestTimeout, 1000),
    },
    createListener(() => ({ worlds, origin, wechat })),
  );
  // A client that closes its sending side (`printf … | nc`) still gets its response, also a slow one. Node has had this
  // option since its first versions, but it is missing in the documentation and the types.
  Object.assign(server, { httpAllowHalfOpen: true });
  endUnread(server, options.unreadTimeout ?? 10_000);
  server.on('clientError', sendParseError);
  server.on('checkExpectation', sendExpectationFailed);
  const port = await listen(server, options.port ?? 3000);
  origin = `http://127.0.0.1:${port}`;
  try {
    await worlds.get(worlds.current);
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    port,
    origin,
    worlds,
    async close() {
      await closeServer(server, closeGrace);
      await worlds.close();
    },
  };
}

/**
 * Starts the HTTP server.
 * @throws Error of one line if the port is not available, the scenario is unknown, or the store cannot be reached. The
 *   stores are then closed, too.
 */
export async function startHttpMock(options: HttpMockOptions = {}): Promise<HttpMock> {
  const stores = options.stores ?? createMemoryStores(options.clock ? { clock: options.clock } : {});
  try {
    return await start(options, stores);
  } catch (error) {
    await stores.close();
    throw error;
  }
}
