/** The login state: a stored session, whether it still counts, and how to get a new one. */
import { REQUEST_TIMEOUT } from '../config';
import type { OnLoginBody } from '../services/contract';
import { hasStatus } from '../services/request';
import { drop, keep, load } from '../services/storage';
import { checkSession, onLogin } from '../services/user-api';
import { somebody } from '../services/user-info';
import { WxFailure, wxCall } from '../services/wx-call';

let session: string | null = null;
let logins = 0;
let flight: Promise<OnLoginBody> | null = null;

/** Takes the session of an earlier run out of storage. It does not count before `verify` says so. */
export function restore(): void {
  session = load('rd3_session').value;
}

/** Ends the login on this phone. */
export function forget(): void {
  session = null;
  drop('rd3_session');
}

/** Whether there is a session, verified or not. */
export function hasSession(): boolean {
  return session !== null;
}

/**
 * How many logins this run has made. Data that WeChat encrypted before a login may be unreadable after it, because
 * a new code can bring a new session key: whoever holds such data compares this number.
 */
export function loginCount(): number {
  return logins;
}

/**
 * Does the stored session still count? WeChat and our server are asked at the same time, and both must say yes.
 * @returns false as soon as either says no, or when there is nothing stored
 * @throws ApiError when the server gave no clear answer
 */
export async function verify(): Promise<boolean> {
  if (session === null) return false;
  const wechat = wxCall<unknown>((callbacks) => wx.checkSession(callbacks), REQUEST_TIMEOUT).then(
    () => true,
    () => false,
  );
  const ours = checkSession(session);
  // A no from either side settles the matter at once; a server that cannot say counts only if WeChat does not say no.
  const wechatSaysNo = wechat.then((fresh) => (fresh ? ours : false));
  const oursSaysNo = ours.then(
    (live) => (live ? wechat : false),
    async (error) => {
      if (await wechat) throw error;
      return false;
    },
  );
  return Promise.race([wechatSaysNo, oursSaysNo]);
}

/**
 * Logs in: `wx.login` → `onlogin` → store. Callers that come while a login is under way share it.
 * @throws WxFailure when WeChat gives no code, ApiError when the server gives no session
 */
export function login(): Promise<OnLoginBody> {
  flight ||= loginOnce();
  return flight;
}

async function loginOnce(): Promise<OnLoginBody> {
  try {
    const { code } = await wxCall<WechatMiniprogram.LoginSuccessCallbackResult>(
      (callbacks) => wx.login({ timeout: REQUEST_TIMEOUT, ...callbacks }),
      REQUEST_TIMEOUT,
    );
    if (!code) throw new WxFailure('login:fail no code');
    // From here on the old session key may be gone, whatever our server makes of the code.
    logins += 1;
    const body = await onLogin(code).catch((error) => {
      // 403: this account is not let in, so an earlier session is none either.
      if (hasStatus(error, 403)) forget();
      throw error;
    });
    session = body.rd3_session;
    // The profile first: whoever finds a session without one takes it that the server knows none.
    const user = somebody(body.user_info);
    // Not being able to store one or the other costs a login at the next launch, nothing now.
    if (user === null || keep('user_info', user)) keep('rd3_session', session);
    else drop('rd3_session');
    return body;
  } finally {
    flight = null;
  }
}

/**
 * Sends something that needs a session. If the server says that the session is no good, it is sent once more with a
 * new one; a second refusal is an error.
 * @param send makes the request with the session that it is handed
 * @param isStale which errors a new session may cure; by default a 401
 * @throws whatever `send` or the login throws
 */
export async function withSession<T>(
  send: (session: string) => Promise<T>,
  isStale: (error: unknown) => boolean = (error) => hasStatus(error, 401),
): Promise<T> {
  const used = session || (await login()).rd3_session;
  try {
    return await send(used);
  } catch (error) {
    if (!isStale(error)) throw error;
    // Somebody else's 401 may have brought a new session in the meantime.
    const renewed = session !== null && session !== used ? session : (await login()).rd3_session;
    return send(renewed);
  }
}
