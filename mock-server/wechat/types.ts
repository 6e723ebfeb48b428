/**
 * WeChat's own servers, as far as the login flow meets them: one face towards phones, one towards backends.
 * The simulator takes these types (and nothing else) from the mock.
 */

/**
 * Which of WeChat's four authorisation regimes is in force.
 * - `legacy` (until 2018-05): `wx.authorize` and `wx.getUserInfo` pop up a sheet.
 * - `button` (2018-05 to 2021-04-28): only `<button open-type="getUserInfo">` pops up.
 * - `profile` (2021-04-28 to 2022-11-08): only `wx.getUserProfile`, in a tap, pops up.
 * - `fill` (now): no API returns a nickname; the person fills in a form.
 */
export type Era = 'legacy' | 'button' | 'profile' | 'fill';

/** What WeChat shows of a person to a mini-program. Field names are WeChat's (`WechatMiniprogram.UserInfo`). */
export interface WechatProfile {
  nickName: string;
  /** https URL; empty when the person has no avatar. */
  avatarUrl: string;
  /** 0 unknown, 1 male, 2 female. */
  gender: 0 | 1 | 2;
  country: string;
  province: string;
  city: string;
  language: 'zh_CN' | 'zh_TW' | 'en';
}

/** A phone number, as `phone_info` names its parts. */
export interface WechatPhoneNumber {
  /** Digits without `+`, e.g. `86`. */
  readonly countryCode: string;
  /** Digits without the country code, e.g. `13800000000`. */
  readonly purePhoneNumber: string;
}

/** `phone_info` of getuserphonenumber, and what the encrypted part of the older way holds. */
export interface PhoneInfo extends WechatPhoneNumber {
  /** Foreign numbers have their country code. */
  readonly phoneNumber: string;
  /** `timestamp`: when the person gave the number, in seconds since 1970. */
  readonly watermark: { readonly timestamp: number; readonly appid: string };
}

/** What the phone-number buttons hand to a mini-program when the person has given a number. */
export interface WechatPhoneGrant {
  /** Good once, for five minutes, for `getuserphonenumber`. It is no code of `wx.login`. */
  readonly code: string;
  /** The number under the session key, for backends of the older way; absent while the account has no valid key. */
  readonly encryptedData?: string;
  /** base64. */
  readonly iv?: string;
}

/** A WeChat account that can hold a simulated phone. `openid` and `unionid` never leave the server side. */
export interface WechatAccount {
  /** Our own handle for the account, e.g. `lin`; this is what a phone is given, never the openid. */
  id: string;
  openid: string;
  /** Present when the mini-program is bound to an open-platform account. */
  unionid?: string;
  profile: WechatProfile;
  /** The numbers that the person has bound to WeChat, the usual one first; absent: none. */
  phoneNumbers?: readonly WechatPhoneNumber[];
  /** WeChat rates the account as high risk: code2Session answers 40226. */
  blocked?: boolean;
}

/** What `getUserInfo` and `getUserProfile` give a mini-program (typings 5.2.3, `GetUserInfoSuccessCallbackResult`). */
export interface WechatUserData {
  userInfo: WechatProfile;
  /** The JSON text of `userInfo` that is signed. */
  rawData: string;
  /** `sha1(rawData + session_key)`, hex. Absent with `withCredentials: false`. */
  signature?: string;
  /** AES-128-CBC, PKCS#7, base64. Absent with `withCredentials: false`. */
  encryptedData?: string;
  /** base64. */
  iv?: string;
}

/** A phone's request for user data. */
export interface UserDataOptions {
  /** The era has no named users: 微信用户 with a grey avatar, in the encrypted part too. */
  anonymous: boolean;
  /** Sign and encrypt with the account's present session key. Rejects when there is none or it has expired. */
  withCredentials: boolean;
  /** Put openId (and unionId) into the encrypted part: true for getUserInfo, false for getUserProfile. */
  withIdentity: boolean;
}

/** The face of WeChat's servers that a phone talks to. Accounts are named by their `id`. */
export interface WechatForPhones {
  /** The mini-program's AppID. */
  readonly appid: string;
  /** `wx.login`: a one-time code, good for five minutes. The account has a session key from now on; it may be a new one. */
  issueCode(accountId: string): Promise<string>;
  /** `wx.checkSession`: is the session key of the last `wx.login` still good? */
  isSessionFresh(accountId: string): Promise<boolean>;
  /** What the authorisation sheet shows of the person. */
  profileOf(accountId: string): Promise<WechatProfile>;
  /** `getUserInfo` / `getUserProfile`. Rejects with an `Error` that names the reason. */
  userData(accountId: string, options: UserDataOptions): Promise<WechatUserData>;
  /** The numbers that the phone-number sheet offers, the usual one first. */
  phoneNumbersOf(accountId: string): Promise<readonly WechatPhoneNumber[]>;
  /** The person has added a number of theirs: it is offered from now on. */
  addPhoneNumber(accountId: string, number: WechatPhoneNumber): Promise<void>;
  /** The person gives a number away. Rejects when it is not one of theirs. */
  grantPhoneNumber(accountId: string, number: WechatPhoneNumber): Promise<WechatPhoneGrant>;
}

/** The query of `GET /sns/jscode2session`, as text. */
export interface Code2SessionQuery {
  appid: string;
  secret: string;
  js_code: string;
  grant_type: string;
}

/** The body of `GET /sns/jscode2session`; on success WeChat leaves `errcode` out. HTTP status is always 200. */
export interface Code2SessionBody {
  openid?: string;
  session_key?: string;
  unionid?: string;
  errcode?: number;
  errmsg?: string;
}

/** WeChat's response to a backend for a failure; `errmsg` ends with the request's id. */
export interface WechatErrorBody {
  errcode: number;
  errmsg: string;
}

/** The query of `GET /cgi-bin/token`, as text. */
export interface AccessTokenQuery {
  appid: string;
  secret: string;
  /** `client_credential`. */
  grant_type: string;
}

/** The body of both token endpoints; on success WeChat leaves `errcode` out. */
export interface AccessTokenBody extends Partial<WechatErrorBody> {
  access_token?: string;
  /** Seconds: at most 7200. */
  expires_in?: number;
}

/** The body of `POST /wxa/business/getuserphonenumber`; on success `errcode` is 0. */
export interface PhoneNumberBody extends WechatErrorBody {
  phone_info?: PhoneInfo;
}

/** The face of WeChat's servers that a backend talks to. HTTP status is always 200; errors are in the body. */
export interface WechatForBackends {
  code2Session(query: Code2SessionQuery): Promise<Code2SessionBody>;
  /** `GET /cgi-bin/token`: each call gives a new token; the last one goes on for five minutes. */
  getAccessToken(query: AccessTokenQuery): Promise<AccessTokenBody>;
  /** `POST /cgi-bin/stable_token`: the same token until five minutes before its end, or until `force_refresh`. */
  getStableAccessToken(body: AccessTokenQuery & { force_refresh: boolean }): Promise<AccessTokenBody>;
  /**
   * `POST /wxa/business/getuserphonenumber`: a code of the phone-number buttons, good once, becomes a number.
   * @param fields `openid`: not empty, the code must be this person's.
   */
  getUserPhoneNumber(accessToken: string, fields: { code: string; openid: string }): Promise<PhoneNumberBody>;
}

/** The time, injected everywhere. `sleep` is how the mock is slow on purpose. */
export interface ServerClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds of this clock; `Infinity` never does. */
  sleep(ms: number): Promise<void>;
}

/** WeChat's servers with the handles that a scenario, a test or the control page needs. */
export interface Wechat extends WechatForPhones, WechatForBackends {
  /** The session key of this account dies: wx.checkSession fails, old encrypted data cannot be read. */
  expireSessionKey(accountId: string): void;
  /** DevTools makes its own codes: when allowed, an unknown code counts, once, as this account. */
  acceptForeignCodesAs(accountId: string | null): void;
  /** From now on code2Session answers every code with this error; null: no longer. */
  failCode2Session(error: { errcode: number; errmsg: string } | null): void;
  /** From now on getuserphonenumber answers every code with this error; null: no longer. */
  failPhoneNumber(error: { errcode: number; errmsg: string } | null): void;
  /** Every access token ends at once, as after a reset of the app secret: 40001. */
  endAccessTokens(): void;
  /** WeChat rates the account as high risk from now on. Default account: the default one. */
  block(accountId?: string): void;
  /** WeChat no longer does. */
  unblock(accountId?: string): void;
}
