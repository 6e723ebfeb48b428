/**
 * The error codes of WeChat's server API, with WeChat's texts. Sources: the official tables of code2Session and
 * getPhoneNumber (-1, 40029, 45011, 40226), the global table (doc/oplatform/developers/errCode/errCode.html: 40001 to
 * 40014, 40125, 41001 to 41008, 42001, 43001, 43002, 44002, 47001), and observed responses (40163, which is missing in
 * the official table).
 */
import { randomBytes } from './bytes';
import type { WechatErrorBody } from './types';

export const WECHAT_ERRORS = {
  busy: { errcode: -1, errmsg: 'system error' },
  invalidCredential: {
    errcode: 40001,
    errmsg: 'invalid credential, access_token is invalid or not latest',
  },
  invalidGrantType: { errcode: 40002, errmsg: 'invalid grant_type' },
  invalidOpenid: { errcode: 40003, errmsg: 'invalid openid' },
  invalidAppid: { errcode: 40013, errmsg: 'invalid appid' },
  invalidCode: { errcode: 40029, errmsg: 'invalid code' },
  invalidSecret: { errcode: 40125, errmsg: 'invalid appsecret' },
  usedCode: { errcode: 40163, errmsg: 'code been used' },
  blocked: { errcode: 40226, errmsg: 'code blocked' },
  missingToken: { errcode: 41001, errmsg: 'access_token missing' },
  missingAppid: { errcode: 41002, errmsg: 'appid missing' },
  missingSecret: { errcode: 41004, errmsg: 'appsecret missing' },
  missingCode: { errcode: 41008, errmsg: 'missing code' },
  expiredToken: { errcode: 42001, errmsg: 'access_token expired' },
  requireGet: { errcode: 43001, errmsg: 'require GET method' },
  requirePost: { errcode: 43002, errmsg: 'require POST method' },
  emptyBody: { errcode: 44002, errmsg: 'empty post data' },
  notJson: { errcode: 47001, errmsg: 'data format error' },
  tooOften: { errcode: 45011, errmsg: 'api minute-quota reach limit  mustslower  retry next minute' },
} as const;

/**
 * An error response. As in WeChat's responses, `errmsg` ends with an id of the request (`, rid:
 * 65f2a1b0-0c1d2e3f-4a5b6c7d`).
 */
export function errorBody(error: { errcode: number; errmsg: string }, now: number): WechatErrorBody {
  const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  const rid = `${seconds}-${hex(randomBytes(4))}-${hex(randomBytes(4))}`;
  return { errcode: error.errcode, errmsg: `${error.errmsg}, rid: ${rid}` };
}
