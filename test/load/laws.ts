/** The laws of every response of the mock, for any request. */
import type { Answer } from './answers';
import type { Exchange } from './types';

/** Every status of the mock. 500 is missing: it would be a bug. */
const STATUSES = [200, 204, 302, 308, 400, 401, 403, 404, 405, 408, 413, 417, 429, 431];

/** Every response header of the mock: a request must not add one. */
const HEADERS = new Set([
  ...['content-type', 'content-length', 'cache-control', 'connection', 'keep-alive', 'date', 'vary', 'allow'],
  ...['location', 'content-security-policy', 'cross-origin-resource-policy', 'x-content-type-options'],
  ...['access-control-allow-origin', 'access-control-allow-methods', 'access-control-allow-headers'],
  ...['access-control-allow-private-network', 'access-control-max-age'],
]);

/** Content of files of this machine, which no response may contain. */
const FROM_THE_DISK = /"devDependencies"|root:x:0:|createHttpMock|startHttpMock/;

/** The problem of one response, or null. */
function brokenBy({ status, headers, body }: Answer, exchange: Exchange): string | null {
  if (!STATUSES.includes(status)) return `status ${status} is none that the mock has`;
  if (exchange.statuses && !exchange.statuses.includes(status)) {
    return `status ${status}, expected ${exchange.statuses.join(' or ')}`;
  }
  for (const name of headers.keys()) if (!HEADERS.has(name)) return `an unknown header: ${name}`;
  const location = headers.get('location');
  if (location !== undefined && location !== '/__mock__/') return `leads to ${location}`;
  const text = body.toString();
  if (FROM_THE_DISK.test(text)) return 'a file of this machine is in the answer';
  const type = headers.get('content-type');
  const isJson = type === 'application/json; charset=utf-8';
  if (body.length === 0) return null;
  if (status >= 400 && !isJson) return `refused in ${type}`;
  if (!isJson) return null;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return 'says JSON and is none';
  }
  if (status < 400) return null;
  const { code, msg } = (value ?? {}) as { code?: unknown; msg?: unknown };
  return code === 0 && typeof msg === 'string' && msg.length > 3 ? null : 'refused without saying why';
}

/** The problem of an exchange's responses, or null. */
export function brokenLaw(exchange: Exchange, answers: readonly Answer[]): string | null {
  const [min, max] = exchange.answers;
  if (answers.length < min || answers.length > max) {
    return `${answers.length} answers, expected ${min === max ? min : `${min} to ${max}`}`;
  }
  for (const [i, answer] of answers.entries()) {
    const problem = brokenBy(answer, exchange);
    if (problem !== null) return problem;
    const mute = answer.status === 204 || answer.status === 302 || answer.status === 308;
    if (answer.body.length === 0 && !mute && exchange.methods[i] !== 'HEAD') return 'no body, so no reason';
  }
  return null;
}
