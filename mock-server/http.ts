/**
 * The door for WeChat DevTools, curl and other processes: an HTTP server on 127.0.0.1. It hands requests straight
 * to the route table; MSW plays no part in it.
 */
import { createServer, type Server } from 'node:http';
import { createListener } from './http-door/answer';
import { sendExpectationFailed, sendParseError } from './http-door/send';
import { endUnread } from './http-door/unread';
import { createWorlds, type Worlds } from './http-door/worlds';
import { DEFAULT_SCENARIO } from './scenarios';
import { createMemoryStores } from './store/memory-stores';
import type { Stores } from './store/stores';
import type { WorldOptions } from './types';
import { createWorld } from './world';

/** How to start the HTTP door. */
export interface HttpMockOptions extends Pick<WorldOptions, 'clock' | 'accounts'> {
  /** Default 3000; 0 takes a free one. */
  port?: number;
  /** The scenario of requests that name none. Default `guest`. */
  scenario?: string;
  /** Real credentials: `onlogin` then asks WeChat itself. */
  credentials?: { appid: string; secret: string };
  /** Where the worlds' stores come from; closed together with the door. Default: memory. */
  stores?: Stores;
  /** Longest that a request may take to arrive, in ms. Default 10 000. */
  requestTimeout?: number;
  /** Longest that a client may take nothing of an answer that waits for it, in ms. Default 10 000. */
  unreadTimeout?: number;
  /** Longest that `close` waits for answers under way, in ms. Default 1000. */
  closeGrace?: number;
}

/** A running HTTP door. */
export interface HttpMock {
  readonly port: number;
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly worlds: Worlds;
  /** Takes no more connections, lets answers under way finish, and ends. */
  close(): Promise<void>;
}

/** Longest that WeChat itself may take to answer, in ms. */
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
      // Node would refuse a request without one, but not say why.
      requireHostHeader: false,
      headersTimeout: Math.min(requestTimeout, 5000),
      connectionsCheckingInterval: Math.min(requestTimeout, 1000),
    },
    createListener(() => ({ worlds, origin, wechat })),
  );
  // A client that closes its half of the connection (`printf … | nc`) still gets its answer, also a slow one.
  // Node has this option since its first versions, but not in its documentation and types.
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
 * Starts the HTTP door.
 * @throws Error with a one-line message when the port cannot be had, the scenario is unknown or the store cannot be
 * reached. The stores are closed then, too.
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
