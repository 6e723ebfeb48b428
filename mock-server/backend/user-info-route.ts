import type { UserInfoBody } from '../../miniprogram/services/contract';
import type { ApiRequest } from '../types';
import type { BackendDeps } from './deps';
import { maskedPhone, personOf } from './person';
import { json, type Reply } from './replies';
import { sessionOf } from './sessions';

/**
 * `GET /api/index/userinfo?rd3_session=`: the current profile and phone number, including changes made on another
 * device.
 */
export async function userInfo(request: ApiRequest, deps: BackendDeps): Promise<Reply> {
  const session = await sessionOf(request, request.query, deps);
  const user = await deps.store.getUser(session.openid);
  const phone = user?.phone ? maskedPhone(user.phone) : null;
  const body: UserInfoBody = { code: 1, msg: 'ok', user_info: user && personOf(user, deps), phone };
  return json(200, body);
}
