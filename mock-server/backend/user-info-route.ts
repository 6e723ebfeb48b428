import type { UserInfoBody } from '../../miniprogram/services/contract';
import type { ApiRequest } from '../types';
import type { BackendDeps } from './deps';
import { single } from './params';
import { personOf } from './person';
import { json, Refusal, type Reply } from './replies';
import { findSession } from './sessions';

/** `GET /api/index/userinfo?rd3_session=`: the profile as it is now, after a change on another device too. */
export async function userInfo(request: ApiRequest, deps: BackendDeps): Promise<Reply> {
  const id = single(request.query, 'rd3_session');
  if (id === null) throw new Refusal(400, 'rd3_session: missing');
  const session = await findSession(id, deps);
  if (session === null) throw new Refusal(401, 'rd3_session: unknown or expired; log in again');
  const user = await deps.store.getUser(session.openid);
  const body: UserInfoBody = { code: 1, msg: 'ok', user_info: user && personOf(user, deps) };
  return json(200, body);
}
