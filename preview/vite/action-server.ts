/**
 * An action server: an HTTP server on this computer, with a separate origin. It serves one page, which the shell
 * displays in a frame. It performs one action when the user clicks in that page. Scripts of a mini-program run in the
 * shell's origin. So they can neither click in the page, nor send its request, nor read the answer.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The HTTP response to the page. */
export interface ActionAnswer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | Uint8Array;
}

/** Options of `startActionServer`. */
interface ActionServerOptions {
  /** Origins that may show the page in a frame (`frame-ancestors`), e.g. `http://127.0.0.1:5173`. */
  hosts(): readonly string[];
  /** Generates the page's HTML. Its style and script elements need the nonce. */
  page(query: URLSearchParams, nonce: string): string;
  /** URL path of the page's request, e.g. `/open`. */
  path: string;
  /** Maximum body of a request, bytes. A longer one is refused with 400. */
  limit: number;
  /** Performs the action for the page's request. */
  answer(body: string): Promise<ActionAnswer>;
}

/** A listening action server. */
export interface ActionServer {
  /** URL of the page. It is not secret: any page can read it. */
  readonly url: string;
  close(): void;
}

/** Reads the body. undefined: it is too long. */
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
 * Whether the server's own page sent the request. Pages of any origin can send requests to this server. Browsers set
 * these headers, and pages cannot change them.
 */
const isOwnPage = ({ headers }: IncomingMessage, url: string): boolean =>
  headers.origin === url.slice(0, -1) && (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';

/** Starts the server on a free port of this computer. */
export async function startActionServer(options: ActionServerOptions): Promise<ActionServer> {
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
    // A request to this address with another `Host` is a DNS rebinding attack.
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
