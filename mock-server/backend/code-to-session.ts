/** The backend's call of code2Session: exchanges a code for the user's identity. */
import type { Code2SessionBody } from '../wechat/types';
import type { BackendDeps } from './deps';
import { Refusal } from './replies';

/** The user to whom the code belongs. */
interface WechatIdentity {
  openid: string;
  sessionKey: string;
  unionid?: string;
}

/**
 * WeChat's error codes → the backend's status and text. For any other code, the backend answers 502, because the client
 * did nothing wrong.
 */
const REFUSALS: Readonly<Record<number, { status: number; msg: string }>> = {
  40029: { status: 400, msg: 'code: unknown to WeChat or expired; call wx.login again' },
  40163: { status: 400, msg: 'code: already used; every login needs a new one from wx.login' },
  40226: { status: 403, msg: 'WeChat rates this user as high risk and refuses the login' },
  45011: { status: 429, msg: 'WeChat: too many logins within a minute; try again in the next one' },
  [-1]: { status: 502, msg: 'WeChat is busy; try again' },
  40013: { status: 502, msg: 'this AppID is unknown to WeChat: check the configuration of this server' },
  40125: { status: 502, msg: 'WeChat rejects this app secret: check the configuration of this server' },
};

const BUSY = -1;

type Untrusted<T> = { [K in keyof T]?: unknown };

/**
 * Exchanges a code. Tries once more if WeChat is busy: only for this error an immediate retry helps.
 * @throws Refusal with the contract's status for WeChat's error
 */
export async function codeToSession(
  code: string,
  deps: Pick<BackendDeps, 'wechat' | 'credentials'>,
): Promise<WechatIdentity> {
  const { appid, secret } = deps.credentials;
  const query = { appid, secret, js_code: code, grant_type: 'authorization_code' };
  let body = await deps.wechat.code2Session(query);
  if (body.errcode === BUSY) body = await deps.wechat.code2Session(query);
  // WeChat's response is untrusted: it may not have the declared type.
  const { errcode, openid, session_key: sessionKey, unionid } = body as Untrusted<Code2SessionBody>;
  if (typeof errcode === 'number' && errcode !== 0) {
    const known = REFUSALS[errcode];
    throw new Refusal(known?.status ?? 502, known?.msg ?? `WeChat refused the login (${errcode})`, errcode);
  }
  if (typeof openid !== 'string' || openid === '' || typeof sessionKey !== 'string' || sessionKey === '') {
    throw new Refusal(502, 'WeChat answered without an identity; try again');
  }
  return typeof unionid === 'string' && unionid !== ''
    ? { openid, sessionKey, unionid }
    : { openid, sessionKey };
}
