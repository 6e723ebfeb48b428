/** WeChat's simulated servers: the APIs for phones and the APIs for backends. */
import { AccessTokens } from './access-tokens';
import { DEFAULT_ACCOUNT } from './accounts';
import { Codes } from './codes';
import { errorBody, WECHAT_ERRORS } from './errors';
import { PhoneNumbers } from './phone-numbers';
import { SessionKeys } from './session-keys';
import type {
  AccessTokenQuery,
  Code2SessionBody,
  Code2SessionQuery,
  PhoneNumberBody,
  ServerClock,
  Wechat,
  WechatAccount,
} from './types';
import { makeUserData } from './user-data';

/** Options of WeChat's servers. */
export interface WechatOptions {
  clock: ServerClock;
  appid: string;
  secret: string;
  /** The accounts. Ids and openids must be unique. */
  accounts: readonly WechatAccount[];
}

/**
 * Creates WeChat's servers. A method with an account id rejects (or throws) if the account does not exist. The Error
 * lists the known ids.
 */
export function createWechat({ clock, appid, secret, accounts }: WechatOptions): Wechat {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const codes = new Codes(clock);
  const keys = new SessionKeys(clock);
  const numbers = new PhoneNumbers(clock, appid);
  const tokens = new AccessTokens(clock);
  const blocked = new Set(accounts.filter((account) => account.blocked).map(({ id }) => id));
  let everyAnswer: { errcode: number; errmsg: string } | null = null;
  let everyNumber: { errcode: number; errmsg: string } | null = null;

  function accountOf(id: string): WechatAccount {
    const account = byId.get(id);
    if (!account) throw new Error(`No WeChat account "${id}". There are: ${[...byId.keys()].join(', ')}`);
    return account;
  }

  const fail = (error: { errcode: number; errmsg: string }) => errorBody(error, clock.now());

  function exchange(query: Code2SessionQuery): Code2SessionBody {
    if (query.appid !== appid) return fail(WECHAT_ERRORS.invalidAppid);
    if (query.secret !== secret) return fail(WECHAT_ERRORS.invalidSecret);
    if (query.grant_type !== 'authorization_code') return fail(WECHAT_ERRORS.invalidGrantType);
    if (query.js_code === '') return fail(WECHAT_ERRORS.missingCode);
    if (everyAnswer) return fail(everyAnswer);
    const redeemed = codes.redeem(query.js_code);
    if (redeemed === 'used') return fail(WECHAT_ERRORS.usedCode);
    if (redeemed === 'unknown' || redeemed === 'expired') return fail(WECHAT_ERRORS.invalidCode);
    if (blocked.has(redeemed.accountId)) return fail(WECHAT_ERRORS.blocked);
    const { id, openid, unionid } = accountOf(redeemed.accountId);
    // Another program issued a foreign code, so its login was not seen here. It counts as a login now.
    const session_key = redeemed.foreign ? keys.login(id) : keys.exchange(id);
    return unionid ? { session_key, openid, unionid } : { session_key, openid };
  }

  /** The error for a token request; null if the request is valid. */
  function refuseToken(query: AccessTokenQuery) {
    if (query.grant_type !== 'client_credential') return fail(WECHAT_ERRORS.invalidGrantType);
    if (query.appid === '') return fail(WECHAT_ERRORS.missingAppid);
    if (query.secret === '') return fail(WECHAT_ERRORS.missingSecret);
    if (query.appid !== appid) return fail(WECHAT_ERRORS.invalidAppid);
    return query.secret === secret ? null : fail(WECHAT_ERRORS.invalidSecret);
  }

  function phoneNumber(accessToken: string, fields: { code: string; openid: string }): PhoneNumberBody {
    if (accessToken === '') return fail(WECHAT_ERRORS.missingToken);
    const token = tokens.look(accessToken);
    if (token !== 'valid')
      return fail(WECHAT_ERRORS[token === 'expired' ? 'expiredToken' : 'invalidCredential']);
    if (everyNumber) return fail(everyNumber);
    const granted = numbers.redeem(fields.code);
    if (granted === null) return fail(WECHAT_ERRORS.invalidCode);
    if (fields.openid !== '' && fields.openid !== granted.openid) return fail(WECHAT_ERRORS.invalidOpenid);
    return { errcode: 0, errmsg: 'ok', phone_info: granted.info };
  }

  const tokenBody = ({ text, seconds }: { text: string; seconds: number }) => ({
    access_token: text,
    expires_in: seconds,
  });

  return {
    appid,
    issueCode: async (accountId) => {
      const { id } = accountOf(accountId);
      keys.login(id);
      return codes.issue(id);
    },
    isSessionFresh: async (accountId) => keys.current(accountOf(accountId).id) !== null,
    profileOf: async (accountId) => ({ ...accountOf(accountId).profile }),
    userData: async (accountId, options) =>
      makeUserData(accountOf(accountId), options, keys.current(accountId), appid, clock.now()),
    phoneNumbersOf: async (accountId) => numbers.of(accountOf(accountId)),
    addPhoneNumber: async (accountId, number) => numbers.add(accountOf(accountId), number),
    grantPhoneNumber: async (accountId, number) =>
      numbers.grant(accountOf(accountId), number, keys.current(accountId)),
    code2Session: async (query) => exchange(query),
    getAccessToken: async (query) => refuseToken(query) ?? tokenBody(tokens.next()),
    getStableAccessToken: async (query) =>
      refuseToken(query) ?? tokenBody(tokens.steady(query.force_refresh)),
    getUserPhoneNumber: async (accessToken, fields) => phoneNumber(accessToken, fields),
    expireSessionKey: (accountId) => keys.expire(accountOf(accountId).id),
    acceptForeignCodesAs: (accountId) => {
      codes.foreignAccount = accountId === null ? null : accountOf(accountId).id;
    },
    failCode2Session: (error) => {
      everyAnswer = error;
    },
    failPhoneNumber: (error) => {
      everyNumber = error;
    },
    endAccessTokens: () => tokens.end(),
    block: (accountId = DEFAULT_ACCOUNT) => {
      blocked.add(accountOf(accountId).id);
    },
    unblock: (accountId = DEFAULT_ACCOUNT) => {
      blocked.delete(accountOf(accountId).id);
    },
  };
}
