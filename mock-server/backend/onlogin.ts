import type { OnLoginBody } from '../../miniprogram/services/contract';
import type { UserRecord } from '../store/store';
import type { ApiRequest } from '../types';
import { codeToSession } from './code-to-session';
import type { BackendDeps } from './deps';
import { single } from './params';
import { personOf } from './person';
import { json, Refusal, type Reply } from './replies';
import { newSessionId, SESSION_TTL_SECONDS } from './sessions';

/** Printable ASCII. With a test AppID, the code of DevTools contains spaces. */
const CODE = /^[\x20-\x7e]{1,128}$/;

/** `GET /api/index/onlogin?code=`: exchanges a code for a session, and creates or updates the user. */
export async function onlogin(request: ApiRequest, deps: BackendDeps): Promise<Reply> {
  const code = single(request.query, 'code');
  if (code === null) throw new Refusal(400, 'code: missing');
  if (!CODE.test(code)) throw new Refusal(400, 'code: malformed, expected what wx.login gave');
  const { openid, sessionKey, unionid } = await codeToSession(code, deps);
  const now = deps.clock.now();
  const user = await deps.store.updateUser(openid, (known) => {
    const seen: UserRecord = { ...(known ?? { openid, profile: null, registeredAt: now }), lastSeenAt: now };
    if (unionid) seen.unionid = unionid;
    return seen;
  });
  const id = newSessionId();
  await deps.store.putSession(id, { openid, sessionKey }, SESSION_TTL_SECONDS);
  const body: OnLoginBody = { rd3_session: id, user_info: personOf(user, deps) };
  return json(200, body);
}
