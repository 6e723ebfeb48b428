/** The data that `getUserInfo` and `getUserProfile` give to a mini-program: plain, signed, encrypted. */

import { ANONYMOUS_PROFILE } from './accounts';
import { randomBytes, toBase64 } from './bytes';
import { encryptUserData, signRawData } from './crypto';
import type { UserDataOptions, WechatAccount, WechatProfile, WechatUserData } from './types';

/** The encrypted part. Its keys have the order of WeChat's published sample. */
interface DecryptedUserData extends WechatProfile {
  openId?: string;
  unionId?: string;
  /** `timestamp` in seconds since 1970. */
  watermark: { timestamp: number; appid: string };
}

const inWechatsOrder = (profile: WechatProfile): WechatProfile => ({
  nickName: profile.nickName,
  gender: profile.gender,
  language: profile.language,
  city: profile.city,
  province: profile.province,
  country: profile.country,
  avatarUrl: profile.avatarUrl,
});

/**
 * @param sessionKey the account's valid key; null if it has none
 * @param now milliseconds since 1970
 * @throws Error for `withCredentials` without a valid key
 */
export function makeUserData(
  account: WechatAccount,
  options: UserDataOptions,
  sessionKey: string | null,
  appid: string,
  now: number,
): WechatUserData {
  const userInfo = inWechatsOrder(options.anonymous ? ANONYMOUS_PROFILE : account.profile);
  const rawData = JSON.stringify(userInfo);
  if (!options.withCredentials) return { userInfo, rawData };
  if (sessionKey === null) throw new Error('no valid session key: call wx.login first');
  const secret: DecryptedUserData = {
    ...(options.withIdentity ? { openId: account.openid } : {}),
    ...userInfo,
    ...(options.withIdentity && account.unionid ? { unionId: account.unionid } : {}),
    watermark: { timestamp: Math.floor(now / 1000), appid },
  };
  const iv = toBase64(randomBytes(16));
  return {
    userInfo,
    rawData,
    signature: signRawData(rawData, sessionKey),
    encryptedData: encryptUserData(JSON.stringify(secret), sessionKey, iv),
    iv,
  };
}
