/**
 * A page of an own origin beside the development server, that shows in a frame of the shell. What it does, it does when a
 * person clicks on it: scripts of a mini-program run in the shell's origin, and can neither click it, nor ask in its
 * place, nor read what it is answered.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the page is answered. */
export interface DoorAnswer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | Uint8Array;
}

/** What a door is made of. */
export interface DoorOptions {
  /** Those that may show the page in a frame, as a policy names them, e.g. `http://127.0.0.1:5173`. */
  hosts(): readonly string[];
  /** Writes the page. Its styles and scripts carry the nonce. */
  page(query: URLSearchParams, nonce: string): string;
  /** Where the page sends to, e.g. `/open`. */
  path: string;
  /** A body of more bytes is refused. */
  limit: number;
  /** Does what the page asks for. */
  answer(body: string): Promise<DoorAnswer>;
}

/** A door that listens. */
export interface Door {
  /** Of its page. Known to all pages: it is no secret. */
  readonly url: string;
  close(): void;
}

/** The body; undefined when it is too long. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > limit) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Does the door's own page ask? Pages of every origin can send requests to it. Browsers say where a request comes from,
 * and pages cannot change that.
 */
const isOwnPage = ({ headers }: IncomingMessage, url: string): boolean =>
  headers.origin === url.slice(0, -1) && (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';

/** Opens the door on a free port of this computer. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  let url = '';

  function show({ searchParams }: URL, response: ServerResponse): void {
    const nonce = randomBytes(16).toString('base64url');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; connect-src 'self'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; ` +
        `base-uri 'none'; form-action 'none'; frame-ancestors ${options.hosts().join(' ')}`,
    );
    response.end(options.page(searchParams, nonce));
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', url);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    // Another name for this address is DNS rebinding.
    if (request.headers.host !== new URL(url).host) response.statusCode = 403;
    else if (asked.pathname === '/' && request.method === 'GET') return show(asked, response);
    else if (asked.pathname !== options.path) response.statusCode = 404;
    else if (request.method !== 'POST') response.statusCode = 405;
    else if (!isOwnPage(request, url)) response.statusCode = 403;
    else {
      const body = await bodyOf(request, options.limit);
      const answer = body === undefined ? { status: 400 } : await options.answer(body);
      response.statusCode = answer.status;
      if (answer.type !== undefined) response.setHeader('content-type', answer.type);
      response.end(answer.body);
      return;
    }
    response.end();
  }

  const server = createServer((request, response) => {
    respond(request, response).catch(() => {
      response.statusCode = 400;
      response.end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
