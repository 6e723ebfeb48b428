/** Data that WeChat signed and encrypted: the only part of a profile that the client cannot make up. */
import type { SessionRecord } from '../store/store';
import { isAnonymous } from '../wechat/accounts';
import { decryptUserData, signRawData } from '../wechat/crypto';
import type { BackendDeps } from './deps';
import type { SetUserInfoForm } from './form';
import { Refusal } from './replies';
import { type ProfileChange, parseProfile, parseProfileJson } from './user-info';

/** How far the watermark's time may be from ours, in ms. Data is sent as soon as it is got; clocks differ. */
export const WATERMARK_TOLERANCE_MS = 10 * 60 * 1000;

/** What WeChat vouches for. */
export interface SignedProfile {
  /** null: WeChat returned the anonymous user (微信用户). */
  profile: ProfileChange | null;
  unionid?: string;
}

/** What WeChat puts into both `rawData` and `encryptedData`. */
const PROFILE_FIELDS = ['nickName', 'avatarUrl', 'gender', 'country', 'province', 'city'] as const;

const LOGIN_AGAIN = 'the session key has changed: call wx.login, then get the profile again';

/** In a form that was not URL-encoded, every `+` arrives as a space; base64 has many of the one and none of the other. */
const LOST_PLUS = 'every "+" arrived as a space: URL-encode the value (encodeURIComponent) in the form';

/** The reason why a signature does not match, as far as the values show it. */
function reasonOf(form: SetUserInfoForm, names: readonly (keyof SetUserInfoForm)[]): string {
  const spaced = names.filter((name) => String(form[name]).includes(' '));
  return spaced.length === 0 ? LOGIN_AGAIN : `${spaced.join(' and ')}: ${LOST_PLUS}. Or ${LOGIN_AGAIN}`;
}

function both(form: SetUserInfoForm, one: keyof SetUserInfoForm, other: keyof SetUserInfoForm): boolean {
  if ((form[one] === null) === (form[other] === null)) return form[one] !== null;
  const [missing, given] = form[one] === null ? [one, other] : [other, one];
  throw new Refusal(400, `${missing}: missing, it belongs to ${given}`);
}

/** Compares without giving away by its time where the difference is. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

/** @throws Refusal 400 when it cannot be decrypted, or is not ours, not fresh or not of this person. */
function decrypt(form: SetUserInfoForm, session: SessionRecord, deps: BackendDeps) {
  let data: unknown;
  try {
    data = JSON.parse(decryptUserData(form.encryptedData ?? '', session.sessionKey, form.iv ?? ''));
  } catch {
    throw new Refusal(400, `encryptedData: cannot be decrypted; ${reasonOf(form, ['encryptedData', 'iv'])}`);
  }
  if (typeof data !== 'object' || data === null) throw new Refusal(400, 'encryptedData: holds no user data');
  const { watermark, openId, unionId } = data as Record<string, unknown>;
  const { appid, timestamp } = (watermark ?? {}) as Record<string, unknown>;
  if (appid !== deps.credentials.appid) {
    throw new Refusal(400, 'encryptedData: its watermark names another mini-program');
  }
  if (
    typeof timestamp !== 'number' ||
    !(Math.abs(deps.clock.now() - timestamp * 1000) <= WATERMARK_TOLERANCE_MS)
  ) {
    throw new Refusal(400, 'encryptedData: its watermark is too old; get the profile again');
  }
  if (openId !== undefined && openId !== session.openid) {
    throw new Refusal(400, 'encryptedData: belongs to another user than the session');
  }
  return {
    fields: parseProfile(data, 'encryptedData'),
    unionid: typeof unionId === 'string' && unionId !== '' ? unionId : null,
  };
}

/**
 * Verifies the signed parts of a form. `encryptedData` counts only beside `rawData` and `signature`, and only when both
 * say the same: AES-CBC has no MAC, so a changed `iv` or block bends the text that comes out without an error.
 * @returns null when the form has no signed part.
 * @throws Refusal 400 that says which part is wrong.
 */
export function verifySigned(
  form: SetUserInfoForm,
  session: SessionRecord,
  deps: BackendDeps,
): SignedProfile | null {
  const signed = both(form, 'rawData', 'signature');
  const encrypted = both(form, 'encryptedData', 'iv');
  if (!signed) {
    if (encrypted)
      throw new Refusal(400, 'rawData: missing; encryptedData is verified only with rawData and signature');
    return null;
  }
  const expected = signRawData(form.rawData ?? '', session.sessionKey);
  if (!sameText(expected, form.signature ?? '')) {
    throw new Refusal(400, `signature: does not match rawData; ${reasonOf(form, ['rawData'])}`);
  }
  const fields = parseProfileJson(form.rawData ?? '', 'rawData');
  let unionid: string | null = null;
  if (encrypted) {
    const decrypted = decrypt(form, session, deps);
    const bent = PROFILE_FIELDS.find((name) => decrypted.fields[name] !== fields[name]);
    if (bent)
      throw new Refusal(400, `encryptedData: its ${bent} differs from rawData; get the profile again`);
    unionid = decrypted.unionid;
  }
  const anonymous = isAnonymous({ nickName: fields.nickName ?? '', avatarUrl: fields.avatarUrl ?? '' });
  return { profile: anonymous ? null : fields, ...(unionid ? { unionid } : {}) };
}
