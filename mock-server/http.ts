/**
 * The door for WeChat DevTools, curl and other processes: an HTTP server on 127.0.0.1. It hands requests straight
 * to the route table; MSW plays no part in it.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { failure, type Reply } from './backend/replies';
import { MAX_BODY_BYTES } from './backend/routes';
import { CONTROL_PATH, serveControl } from './control/routes';
import {
  corsHeaders,
  isLocalHost,
  isOwnPage,
  isPreflight,
  originKind,
  PREFLIGHT_HEADERS,
} from './http-door/guard';
import { parseTarget, plainHeaders, readBody } from './http-door/read';
import { send, sendParseError } from './http-door/send';
import { createWorlds, type Worlds } from './http-door/worlds';
import { DEFAULT_SCENARIO, isScenario, unknownScenario } from './scenarios';
import { AvatarShelf } from './store/avatar-shelf';
import { createMemoryStore } from './store/memory';
import type { Store } from './store/store';
import type { World, WorldOptions } from './types';
import { createWorld } from './world';

/** How to start the HTTP door. */
export interface HttpMockOptions extends Pick<WorldOptions, 'clock' | 'accounts'> {
  /** Default 3000; 0 takes a free one. */
  port?: number;
  /** The scenario of requests that name none. Default `guest`. */
  scenario?: string;
  /** Real credentials: `onlogin` then asks WeChat itself. */
  credentials?: { appid: string; secret: string };
  /** The store of a scenario's world. Default: memory; uploaded avatars are shared by all worlds. */
  createStore?: (scenario: string) => Store | Promise<Store>;
  /** Longest that a request may take to arrive, in ms. Default 10 000. */
  requestTimeout?: number;
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

const NO_HEADERS = Object.freeze({});

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

/**
 * Starts the HTTP door.
 * @throws Error with a one-line message when the port cannot be had or the scenario is unknown; what
 * `createStore` rejects with.
 */
export async function startHttpMock(options: HttpMockOptions = {}): Promise<HttpMock> {
  const { credentials, clock, accounts, requestTimeout = 10_000, closeGrace = 1000 } = options;
  let origin = '';
  // A picture is asked for by an <image> tag, which cannot say in which scenario it was uploaded.
  const avatars = new AvatarShelf();
  const createStore =
    options.createStore ?? (() => createMemoryStore({ avatars, ...(clock ? { clock } : {}) }));
  const worlds = createWorlds(options.scenario ?? DEFAULT_SCENARIO, async (scenario) =>
    createWorld({
      scenario,
      publicOrigin: origin,
      store: await createStore(scenario),
      ...(clock ? { clock } : {}),
      ...(accounts ? { accounts } : {}),
      ...(credentials
        ? {
            ...credentials,
            fetch: (url: string) => globalThis.fetch(url, { signal: AbortSignal.timeout(5000) }),
          }
        : { fetch: 'in-process', acceptForeignCodes: true }),
    }),
  );

  /** What the door itself decides, before any world is asked. */
  function refuse({ headers }: IncomingMessage): Reply | null {
    if (!isLocalHost(headers.host)) {
      return failure(403, 'host: this mock answers to localhost and 127.0.0.1 only');
    }
    if (originKind(headers.origin) === 'foreign') {
      return failure(403, 'origin: this mock answers to pages of this machine only');
    }
    return null;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const cors = corsHeaders(headers.origin);
    const refusal = refuse(request);
    if (refusal) return send(response, refusal, cors);
    const target = parseTarget(request.url);
    if (!target) return send(response, failure(400, 'the request line names no path'), cors);
    if (isPreflight(request)) {
      return send(response, { status: 204, headers: { ...PREFLIGHT_HEADERS }, body: '' }, cors);
    }
    const { bytes: body, cutOff } =
      method === 'GET' || method === 'HEAD'
        ? { bytes: null, cutOff: false }
        : await readBody(request, MAX_BODY_BYTES);
    const { path, query } = target;
    if (path === CONTROL_PATH || path.startsWith(`${CONTROL_PATH}/`)) {
      const wechat = credentials ? 'real' : 'simulated';
      const asked = { method, path, body, trusted: isOwnPage(request) };
      return send(response, await serveControl(asked, { worlds, origin, wechat }), cors, cutOff);
    }
    if (path === '/' && method === 'GET') {
      // A person who opens the address in a browser.
      return send(response, { status: 302, headers: { location: `${CONTROL_PATH}/` }, body: '' }, cors);
    }
    const named = headers['x-mock-scenario'];
    const scenario = named === undefined ? worlds.current : String(named);
    if (!isScenario(scenario)) {
      return send(response, failure(400, `x-mock-scenario: ${unknownScenario(scenario)}`), cors, cutOff);
    }
    let world: World | Promise<World> = worlds.get(scenario);
    if (world instanceof Promise) world = await world;
    const reply = await world.handle({
      method,
      path,
      query,
      // No GET of the contract looks at its headers; copying them costs as much as the rest of the request.
      headers: method === 'GET' ? NO_HEADERS : plainHeaders(headers),
      body,
    });
    if ('cut' in reply) request.socket.destroy();
    else send(response, reply, cors, cutOff);
  }

  const server = createServer(
    {
      requestTimeout,
      headersTimeout: Math.min(requestTimeout, 5000),
      connectionsCheckingInterval: Math.min(requestTimeout, 1000),
    },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        if (request.destroyed && !request.complete) return;
        console.error(`mock-server: a bug while answering ${request.method}:`, error);
        if (!response.headersSent) send(response, failure(500, 'internal error of the mock server'), {});
      });
    },
  );
  server.on('clientError', sendParseError);
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
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), closeGrace);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      });
      await worlds.close();
    },
  };
}
