import type { UserInfoBody } from '../../miniprogram/services/contract';
import type { ApiRequest } from '../types';
import type { BackendDeps } from './deps';
import { maskedPhone, personOf } from './person';
import { json, type Reply } from './replies';
import { sessionOf } from './sessions';

/** `GET /api/index/userinfo?rd3_session=`: the profile as it is now, after a change on another device too. */
export async function userInfo(request: ApiRequest, deps: BackendDeps): Promise<Reply> {
  const session = await sessionOf(request, request.query, deps);
  const user = await deps.store.getUser(session.openid);
  const phone = user?.phone ? maskedPhone(user.phone) : null;
  const body: UserInfoBody = { code: 1, msg: 'ok', user_info: user && personOf(user, deps), phone };
  return json(200, body);
}
