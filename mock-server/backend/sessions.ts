/** The backend's own sessions (`rd3_session`). */

import type { SessionRecord } from '../store/store';
import type { ApiRequest } from '../types';
import { randomText } from '../wechat/bytes';
import type { BackendDeps } from './deps';
import { type Fields, single } from './params';
import { Refusal } from './replies';

/** Lifetime of a session in seconds: one day. */
export const SESSION_TTL_SECONDS = 86_400;

/** 192 random bits, URL-safe: 32 characters. */
export function newSessionId(): string {
  return randomText(32);
}

/** Reads a session. An id of another form cannot exist, so the store is not asked. */
export async function findSession(id: string, { store }: BackendDeps): Promise<SessionRecord | null> {
  return /^[\w-]{32}$/.test(id) ? store.getSession(id) : null;
}

/**
 * The session id of a request, from `Authorization: Bearer`, or from the field `rd3_session` of the query or the body.
 * @throws Refusal 400 if there is none, or if the two are different
 */
export function sessionIdOf({ headers }: ApiRequest, fields: Fields): string {
  const named = single(fields, 'rd3_session');
  const { authorization = '' } = headers;
  if (authorization.trim() === '') {
    if (named === null) throw new Refusal(400, 'rd3_session: missing');
    return named;
  }
  const [, bearer] = /^Bearer +(\S+)$/i.exec(authorization.trim()) ?? [];
  if (bearer === undefined) throw new Refusal(400, 'authorization: expected "Bearer" and the session');
  if (named !== null && named !== bearer) {
    throw new Refusal(400, 'rd3_session: not the session of the authorization header');
  }
  return bearer;
}

/**
 * The session of a request.
 * @throws Refusal 400 like `sessionIdOf`; 401 if the session is unknown or has expired
 */
export async function sessionOf(
  request: ApiRequest,
  fields: Fields,
  deps: BackendDeps,
): Promise<SessionRecord> {
  const session = await findSession(sessionIdOf(request, fields), deps);
  if (session === null) throw new Refusal(401, 'rd3_session: unknown or expired; log in again');
  return session;
}
