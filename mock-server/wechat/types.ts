/**
 * The types of WeChat's servers, as far as a login needs them: one API for phones, one for backends. The simulator
 * imports these types and nothing else from the mock.
 */

/**
 * WeChat's four sets of rules for authorization.
 * - `legacy` (until 2018-05): `wx.authorize` and `wx.getUserInfo` open a sheet.
 * - `button` (2018-05 to 2021-04-28): only `<button open-type="getUserInfo">` opens a sheet.
 * - `profile` (2021-04-28 to 2022-11-08): only `wx.getUserProfile` opens a sheet, and only in a tap.
 * - `fill` (now): no API returns a nickname; the user fills in a form.
 */
export type Era = 'legacy' | 'button' | 'profile' | 'fill';

/**
 * A user's data that WeChat gives to a mini-program. The names of the fields are WeChat's
 * (`WechatMiniprogram.UserInfo`).
 */
export interface WechatProfile {
  nickName: string;
  /** https URL; empty if the user has no avatar. */
  avatarUrl: string;
  /** 0 unknown, 1 male, 2 female. */
  gender: 0 | 1 | 2;
  country: string;
  province: string;
  city: string;
  language: 'zh_CN' | 'zh_TW' | 'en';
}

/** A phone number. The names of its parts are those of `phone_info`. */
export interface WechatPhoneNumber {
  /** Digits without `+`, e.g. `86`. */
  readonly countryCode: string;
  /** Digits without the country code, e.g. `13800000000`. */
  readonly purePhoneNumber: string;
}

/** `phone_info` of getuserphonenumber. The encrypted part of the older API has the same fields. */
export interface PhoneInfo extends WechatPhoneNumber {
  /** With the country code, if it is a foreign number. */
  readonly phoneNumber: string;
  /** `timestamp`: when the user shared the number, in seconds since 1970. */
  readonly watermark: { readonly timestamp: number; readonly appid: string };
}

/** The data that the phone-number buttons give to a mini-program after the user has agreed. */
export interface WechatPhoneGrant {
  /** Valid once, for five minutes, for `getuserphonenumber`. It is not a code of `wx.login`. */
  readonly code: string;
  /**
   * The number, encrypted with the session key, for backends that use the older API. Missing while the account has no
   * valid key.
   */
  readonly encryptedData?: string;
  /** base64. */
  readonly iv?: string;
}

/** A WeChat account for a simulated phone. Phones never get `openid` and `unionid`. */
export interface WechatAccount {
  /** The id of the account in this project, e.g. `lin`. Phones get this id and not the openid. */
  id: string;
  openid: string;
  /** Present if the mini-program is bound to an open-platform account. */
  unionid?: string;
  profile: WechatProfile;
  /** The numbers that the user has bound to WeChat, the usual one first; missing: none. */
  phoneNumbers?: readonly WechatPhoneNumber[];
  /** WeChat rates the account as high risk: code2Session returns error 40226. */
  blocked?: boolean;
}

/** The result of `getUserInfo` and `getUserProfile` (typings 5.2.3, `GetUserInfoSuccessCallbackResult`). */
export interface WechatUserData {
  userInfo: WechatProfile;
  /** The JSON text of `userInfo`, which is signed. */
  rawData: string;
  /** `sha1(rawData + session_key)`, hex. Missing with `withCredentials: false`. */
  signature?: string;
  /** AES-128-CBC, PKCS#7, base64. Missing with `withCredentials: false`. */
  encryptedData?: string;
  /** base64. */
  iv?: string;
}

/** A phone's request for user data. */
export interface UserDataOptions {
  /** The era is anonymous: the data is 微信用户 with a grey avatar, in the encrypted part too. */
  anonymous: boolean;
  /** Sign and encrypt with the account's current session key. Rejects if there is none or it has expired. */
  withCredentials: boolean;
  /** Add openId (and unionId) to the encrypted part: true for getUserInfo, false for getUserProfile. */
  withIdentity: boolean;
}

/** WeChat's APIs for phones. Accounts are named by their `id`. */
export interface WechatForPhones {
  /** The mini-program's AppID. */
  readonly appid: string;
  /**
   * `wx.login`: issues a code that is valid once, for five minutes. The account then has a session key, which may be a
   * new one.
   */
  issueCode(accountId: string): Promise<string>;
  /** `wx.checkSession`: whether the session key of the last `wx.login` is still valid. */
  isSessionFresh(accountId: string): Promise<boolean>;
  /** The user's data that the authorization sheet shows. */
  profileOf(accountId: string): Promise<WechatProfile>;
  /** `getUserInfo` / `getUserProfile`. Rejects with an `Error` that contains the reason. */
  userData(accountId: string, options: UserDataOptions): Promise<WechatUserData>;
  /** The numbers in the phone-number sheet, the usual one first. */
  phoneNumbersOf(accountId: string): Promise<readonly WechatPhoneNumber[]>;
  /** Adds a phone number of the user: the sheet offers it from now on. */
  addPhoneNumber(accountId: string, number: WechatPhoneNumber): Promise<void>;
  /** Issues a code for a phone number. Rejects if it is not one of the user's numbers. */
  grantPhoneNumber(accountId: string, number: WechatPhoneNumber): Promise<WechatPhoneGrant>;
}

/** The query of `GET /sns/jscode2session`, as text. */
export interface Code2SessionQuery {
  appid: string;
  secret: string;
  js_code: string;
  grant_type: string;
}

/** The body of `GET /sns/jscode2session`. On success WeChat omits `errcode`. The HTTP status is always 200. */
export interface Code2SessionBody {
  openid?: string;
  session_key?: string;
  unionid?: string;
  errcode?: number;
  errmsg?: string;
}

/** WeChat's error response to a backend. `errmsg` ends with an id of the request. */
export interface WechatErrorBody {
  errcode: number;
  errmsg: string;
}

/** The query of `GET /cgi-bin/token`, as text. */
export interface AccessTokenQuery {
  appid: string;
  secret: string;
  /** Must be `client_credential`. */
  grant_type: string;
}

/** The body of both token endpoints. On success WeChat omits `errcode`. */
export interface AccessTokenBody extends Partial<WechatErrorBody> {
  access_token?: string;
  /** In seconds, at most 7200. */
  expires_in?: number;
}

/** The body of `POST /wxa/business/getuserphonenumber`. On success `errcode` is 0. */
export interface PhoneNumberBody extends WechatErrorBody {
  phone_info?: PhoneInfo;
}

/** WeChat's APIs for backends. The HTTP status is always 200; errors are in the body. */
export interface WechatForBackends {
  code2Session(query: Code2SessionQuery): Promise<Code2SessionBody>;
  /** `GET /cgi-bin/token`: each call issues a new token. The previous one stays valid for five minutes. */
  getAccessToken(query: AccessTokenQuery): Promise<AccessTokenBody>;
  /** `POST /cgi-bin/stable_token`: the same token until five minutes before its end, or until `force_refresh`. */
  getStableAccessToken(body: AccessTokenQuery & { force_refresh: boolean }): Promise<AccessTokenBody>;
  /**
   * `POST /wxa/business/getuserphonenumber`: exchanges a code of the phone-number buttons for a number. Each code is
   * valid once.
   * @param fields `openid`: unless it is empty, the code must belong to this user
   */
  getUserPhoneNumber(accessToken: string, fields: { code: string; openid: string }): Promise<PhoneNumberBody>;
}

/** The clock that all parts use. `sleep` makes simulated delays. */
export interface ServerClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds of this clock; with `Infinity`, never. */
  sleep(ms: number): Promise<void>;
}

/** WeChat's servers, with functions that change their state for scenarios, tests and the control page. */
export interface Wechat extends WechatForPhones, WechatForBackends {
  /** Makes the account's session key invalid: wx.checkSession fails, and older encrypted data cannot be decrypted. */
  expireSessionKey(accountId: string): void;
  /** Accepts each unknown code once, for this account, because DevTools creates its own codes. null: refuses them. */
  acceptForeignCodesAs(accountId: string | null): void;
  /** From now on code2Session returns this error for every code; null: no longer. */
  failCode2Session(error: { errcode: number; errmsg: string } | null): void;
  /** From now on getuserphonenumber returns this error for every code; null: no longer. */
  failPhoneNumber(error: { errcode: number; errmsg: string } | null): void;
  /** Ends all access tokens at once, as WeChat does when the app secret is reset: error 40001. */
  endAccessTokens(): void;
  /** From now on WeChat rates the account as high risk. Without an argument: the default account. */
  block(accountId?: string): void;
  /** Ends the effect of `block`. */
  unblock(accountId?: string): void;
}
