/**
 * The names of the endpoints that handlers answer: `GET /goods/:id`, or with the host if the endpoint is on another
 * machine.
 */
import { matchRequestUrl, type RequestHandler } from 'msw';

/** The fields of a handler that select its requests. */
interface Info {
  readonly method?: unknown;
  readonly path?: unknown;
}

/** An endpoint, and the pattern of its requests. */
export interface Endpoint {
  /** `GET /goods/:id`; the method is `ALL` if the handler answers every method. */
  readonly name: string;
  readonly path: string;
}

/** Is this host the machine that the mini-program runs on? */
const isOwn = (host: string): boolean => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);

/** Is this a host of WeChat's own servers or pictures? Mini-programs send no requests to them. */
const isWechat = (host: string): boolean => /(^|\.)(weixin\.qq\.com|qlogo\.cn)$/.test(host);

/** The path of an address or pattern, with the host only if that is another machine. */
function shortPath(path: string): string | undefined {
  const [, host, rest] = /^(?:https?:\/\/([^/]+)|\*)?(\/.*)$/.exec(path.split('?')[0] ?? '') ?? [];
  // A pattern with a star inside the path matches many endpoints, so it has no single name.
  if (rest === undefined || rest.includes('*') || isWechat(host ?? '')) return undefined;
  const short = host === undefined || isOwn(host) ? rest : `${host}${rest}`;
  // In the preview's address, commas separate endpoints.
  return short.replaceAll(',', '%2C');
}

function endpointOf({ method, path }: Info): Endpoint | undefined {
  const short = typeof path === 'string' ? shortPath(path) : undefined;
  if (short === undefined || typeof path !== 'string') return undefined;
  return { name: `${typeof method === 'string' ? method.toUpperCase() : 'ALL'} ${short}`, path };
}

/**
 * Lists the endpoints of the handlers, and those that a config names because its handlers match every request.
 * @param named e.g. `GET /api/login`: matches on any host.
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

/** The names of a request: those of all endpoints that match it; without a match, the request's own address. */
export function namesOf(method: string, url: string, endpoints: readonly Endpoint[]): string[] {
  const fits = endpoints.filter(
    ({ name, path }) =>
      (name.startsWith(`${method} `) || name.startsWith('ALL ')) &&
      matchRequestUrl(new URL(url), path).matches,
  );
  if (fits.length > 0) return fits.map(({ name }) => name);
  return [`${method} ${shortPath(url) ?? url}`];
}
