/** Decides who may use the HTTP server: programs on this machine, and pages that this machine serves. */
import type { IncomingMessage } from 'node:http';

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * Whether the `Host` header is a name of this machine. After DNS rebinding, a foreign site that points at 127.0.0.1 has
 * its own name in `Host`. HTTP/1.0 clients may send none.
 */
export function isLocalHost(host: string | undefined): boolean {
  return host === undefined || LOCAL.test(host);
}

/**
 * The kind of sender, by the `Origin` header.
 * - `none`: no browser, or a page that calls its own server.
 * - `local`: a page served from this machine, or a mini-program in DevTools. It may read the responses.
 * - `opaque`: no web site (`null`, the scheme of an app). It is served, but no page may read the response.
 * - `foreign`: another web site. It is refused.
 */
export function originKind(origin: string | undefined): 'none' | 'local' | 'opaque' | 'foreign' {
  if (origin === undefined) return 'none';
  const web = /^https?:\/\/(.*)$/i.exec(origin);
  if (!web) return 'opaque';
  const host = web[1] ?? '';
  return LOCAL.test(host) || host === 'servicewechat.com' ? 'local' : 'foreign';
}

/**
 * Whether a page of another site sends the request without an `Origin` (`<img>`, `<script>`, a form). A page of this
 * machine sends its `Origin` with a request whose response it may read.
 */
export function isForeignEmbed({ headers }: IncomingMessage): boolean {
  return headers['sec-fetch-site'] === 'cross-site' && originKind(headers.origin) !== 'local';
}

/**
 * Whether the request comes from a page of this server, or from no page. Only such a request may change the mock's
 * state.
 */
export function isOwnPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

const VARY: Readonly<Record<string, string>> = { vary: 'origin' };

/** The CORS headers of every response. */
export function corsHeaders(origin: string | undefined): Readonly<Record<string, string>> {
  if (origin === undefined || originKind(origin) !== 'local') return VARY;
  return { vary: 'origin', 'access-control-allow-origin': origin };
}

/** The headers of the response to a preflight request. */
export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, x-mock-scenario',
  'access-control-allow-private-network': 'true',
  'access-control-max-age': '600',
};

/** Whether this is a preflight request. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}
