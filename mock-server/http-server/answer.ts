/** Answers the requests of the HTTP server: checks the sender, then calls the scenario's world or the control page. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AVATARS_PATH } from '../backend/avatars';
import { failure, type Reply, storeUnavailable } from '../backend/replies';
import { MAX_BODY_BYTES } from '../backend/routes';
import { CONTROL_PATH, type ControlDeps, serveControl } from '../control/routes';
import { isScenario, unknownScenario } from '../scenarios';
import { StoreUnavailable } from '../store/unavailable';
import type { World } from '../types';
import {
  corsHeaders,
  isForeignEmbed,
  isLocalHost,
  isOwnPage,
  isPreflight,
  originKind,
  PREFLIGHT_HEADERS,
} from './guard';
import { hasBody, parseTarget, plainHeaders, type ReadBody, readBody } from './read';
import { send } from './send';

const NO_HEADERS = Object.freeze({});

/** A GET of the contract needs no other header. Copying all of them costs as much time as the rest of the request. */
const headersOfGet = (authorization: string | undefined): Record<string, string> =>
  authorization === undefined ? NO_HEADERS : { authorization };
/** Pages on this machine may show the pictures; pages of other sites may not. */
const PICTURE_HEADERS = { 'cross-origin-resource-policy': 'same-site' };
const NO_BODY: ReadBody = { bytes: null, cutOff: false };

const foreign = (): Reply =>
  failure(403, 'sec-fetch-site: this mock accepts requests from pages of this machine only');

/** The refusal of the server itself, before any world is called; null: accepted. */
function refuse({ headers, httpVersion }: IncomingMessage): Reply | null {
  if (headers.host === undefined && httpVersion === '1.1') {
    return failure(400, 'host: missing, HTTP/1.1 requires it');
  }
  if (!isLocalHost(headers.host)) {
    return failure(403, 'host: this mock accepts localhost and 127.0.0.1 only');
  }
  if (originKind(headers.origin) === 'foreign') {
    return failure(403, 'origin: this mock accepts requests from pages of this machine only');
  }
  return null;
}

/**
 * Answers one request. Rejects if the store cannot be reached, if the client closes the connection, and because of a
 * bug.
 */
async function answer(request: IncomingMessage, response: ServerResponse, deps: ControlDeps): Promise<void> {
  const { method = 'GET', headers } = request;
  const cors = corsHeaders(headers.origin);
  // Read the body before any response: if the connection closes while the client is still sending, the client never
  // reads the response.
  const { bytes: body, cutOff } = hasBody(request) ? await readBody(request, MAX_BODY_BYTES) : NO_BODY;
  const refusal = refuse(request);
  if (refusal) return send(response, refusal, cors, cutOff);
  const target = parseTarget(request.url);
  if (!target) return send(response, failure(400, 'the request line names no path'), cors, cutOff);
  if (isPreflight(request)) {
    return send(response, { status: 204, headers: { ...PREFLIGHT_HEADERS }, body: '' }, cors, cutOff);
  }
  const { path, query } = target;
  // A link of another site may open the control page. But another site's page must not embed any part of it.
  const opens = headers['sec-fetch-mode'] === 'navigate' && method === 'GET';
  if (isForeignEmbed(request) && !opens) return send(response, foreign(), cors, cutOff);
  if (path === CONTROL_PATH || path.startsWith(`${CONTROL_PATH}/`)) {
    const asked = { method, path, body, trusted: isOwnPage(request) };
    return send(response, await serveControl(asked, deps), cors, cutOff);
  }
  if (path === '/' && method === 'GET') {
    // A user opens the address in a browser.
    return send(response, { status: 302, headers: { location: `${CONTROL_PATH}/` }, body: '' }, cors);
  }
  if (isForeignEmbed(request)) return send(response, foreign(), cors, cutOff);
  const { worlds } = deps;
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
    headers: method === 'GET' ? headersOfGet(headers.authorization) : plainHeaders(headers),
    body,
  });
  if ('cut' in reply) request.socket.destroy();
  else send(response, reply, path.startsWith(AVATARS_PATH) ? { ...cors, ...PICTURE_HEADERS } : cors, cutOff);
}

/**
 * Creates the listener of the HTTP server. Every request gets a response; after a bug, a 500 and a line in the console.
 */
export function createListener(deps: () => ControlDeps) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response, deps()).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      const gone = error instanceof StoreUnavailable;
      if (!gone) console.error(`mock-server: a bug while answering ${request.method}:`, error);
      const reply = gone ? storeUnavailable() : failure(500, 'internal error of the mock server');
      if (!response.headersSent) send(response, reply, corsHeaders(request.headers.origin));
    });
  };
}
