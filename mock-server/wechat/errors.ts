/**
 * The error codes of `code2Session`, with WeChat's own texts.
 * Sources: the official table of code2Session (-1, 40029, 45011, 40226), the global table (40013, 40125, 40002,
 * 41008), and answers seen in the wild (40163, which the official table leaves out).
 */
import { randomBytes } from '../bytes';
import type { Code2SessionBody } from './types';

export const WECHAT_ERRORS = {
  busy: { errcode: -1, errmsg: 'system error' },
  invalidGrantType: { errcode: 40002, errmsg: 'invalid grant_type' },
  invalidAppid: { errcode: 40013, errmsg: 'invalid appid' },
  invalidCode: { errcode: 40029, errmsg: 'invalid code' },
  invalidSecret: { errcode: 40125, errmsg: 'invalid appsecret' },
  usedCode: { errcode: 40163, errmsg: 'code been used' },
  blocked: { errcode: 40226, errmsg: 'code blocked' },
  missingCode: { errcode: 41008, errmsg: 'missing code' },
  tooOften: { errcode: 45011, errmsg: 'api minute-quota reach limit  mustslower  retry next minute' },
} as const;

/** An error answer: `errmsg` ends with the request's id, as WeChat's do (`, rid: 65f2a1b0-0c1d2e3f-4a5b6c7d`). */
export function errorBody(error: { errcode: number; errmsg: string }, now: number): Code2SessionBody {
  const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  const rid = `${seconds}-${hex(randomBytes(4))}-${hex(randomBytes(4))}`;
  return { errcode: error.errcode, errmsg: `${error.errmsg}, rid: ${rid}` };
}
