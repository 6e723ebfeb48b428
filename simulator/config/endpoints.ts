/** The endpoints that handlers answer, by name: `GET /goods/:id`, with the host where that is another machine. */
import { matchRequestUrl, type RequestHandler } from 'msw';

/** What of a handler says for which requests it is. */
interface Info {
  readonly method?: unknown;
  readonly path?: unknown;
}

/** An endpoint, and which requests are for it. */
export interface Endpoint {
  /** `GET /goods/:id`; `ALL` for a handler of every method. */
  readonly name: string;
  readonly path: string;
}

/** The machine that the mini-program runs on. */
const isOwn = (host: string): boolean => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);

/** WeChat's own servers, and those of its pictures: no mini-program asks them. */
const isWechat = (host: string): boolean => /(^|\.)(weixin\.qq\.com|qlogo\.cn)$/.test(host);

/** An address or a pattern without the host, where that is this machine or any. */
function shortPath(path: string): string | undefined {
  const [, host, rest] = /^(?:https?:\/\/([^/]+)|\*)?(\/.*)$/.exec(path.split('?')[0] ?? '') ?? [];
  // A star inside stands for many endpoints.
  if (rest === undefined || rest.includes('*') || isWechat(host ?? '')) return undefined;
  const short = host === undefined || isOwn(host) ? rest : `${host}${rest}`;
  // A comma parts endpoints in addresses.
  return short.replaceAll(',', '%2C');
}

function endpointOf({ method, path }: Info): Endpoint | undefined {
  const short = typeof path === 'string' ? shortPath(path) : undefined;
  if (short === undefined || typeof path !== 'string') return undefined;
  return { name: `${typeof method === 'string' ? method.toUpperCase() : 'ALL'} ${short}`, path };
}

/**
 * The endpoints of handlers, and of names that a config gives for handlers which decide by themselves.
 * @param named e.g. `GET /api/login`: at any host.
 */
export function endpointsOf(handlers: readonly RequestHandler[], named: readonly string[]): Endpoint[] {
  const byName = named.flatMap((name) => {
    const [method, path = ''] = name.split(' ');
    return endpointOf({ method, path: path.startsWith('/') ? `*${path}` : path }) ?? [];
  });
  const ofHandlers = handlers.flatMap(({ info }) => endpointOf(info as Info) ?? []);
  const found = [...byName, ...ofHandlers];
  return found.filter(({ name }, place) => found.findIndex((one) => one.name === name) === place);
}

/** The names under which a request is known: of all endpoints that it fits, else its own address. */
export function namesOf(method: string, url: string, endpoints: readonly Endpoint[]): string[] {
  const fits = endpoints.filter(
    ({ name, path }) =>
      (name.startsWith(`${method} `) || name.startsWith('ALL ')) &&
      matchRequestUrl(new URL(url), path).matches,
  );
  if (fits.length > 0) return fits.map(({ name }) => name);
  return [`${method} ${shortPath(url) ?? url}`];
}
