/** Who may use the HTTP door: this machine, and pages that this machine serves. */
import type { IncomingMessage } from 'node:http';

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * Is the request addressed to this machine by a name of this machine? A foreign site whose own name was made to
 * point at 127.0.0.1 (DNS rebinding) has its name in `Host`. HTTP/1.0 clients may send none.
 */
export function isLocalHost(host: string | undefined): boolean {
  return host === undefined || LOCAL.test(host);
}

/**
 * Where a request comes from, by its `Origin`.
 * - `none`: no browser, or a page asking its own server.
 * - `local`: a page served from this machine, or a mini-program in DevTools: it may read the answers.
 * - `opaque`: no web site (`null`, an app's own scheme): served, but no page may read the answer.
 * - `foreign`: some other web site: refused.
 */
export function originKind(origin: string | undefined): 'none' | 'local' | 'opaque' | 'foreign' {
  if (origin === undefined) return 'none';
  const web = /^https?:\/\/(.*)$/i.exec(origin);
  if (!web) return 'opaque';
  const host = web[1] ?? '';
  return LOCAL.test(host) || host === 'servicewechat.com' ? 'local' : 'foreign';
}

/**
 * Does a page of another site ask, without saying which (`<img>`, `<script>`, a form)? A page of this machine sends its
 * `Origin` with a request that it may read.
 */
export function isForeignEmbed({ headers }: IncomingMessage): boolean {
  return headers['sec-fetch-site'] === 'cross-site' && originKind(headers.origin) !== 'local';
}

/** Does a page of this very server ask, or no page at all? What changes the mock's state takes no other. */
export function isOwnPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

const VARY: Readonly<Record<string, string>> = { vary: 'origin' };

/** The CORS headers of every answer. */
export function corsHeaders(origin: string | undefined): Readonly<Record<string, string>> {
  if (origin === undefined || originKind(origin) !== 'local') return VARY;
  return { vary: 'origin', 'access-control-allow-origin': origin };
}

/** The answer's headers to a browser that asks before it sends a request from another origin. */
export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, x-mock-scenario',
  'access-control-allow-private-network': 'true',
  'access-control-max-age': '600',
};

/** Is this the question before a cross-origin request? */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}
