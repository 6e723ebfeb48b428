/** Data that WeChat has signed and encrypted: the only part of a profile that the client cannot forge. */
import type { SessionRecord } from '../store/store';
import { isAnonymous } from '../wechat/accounts';
import { decryptUserData, signRawData } from '../wechat/crypto';
import type { BackendDeps } from './deps';
import type { SetUserInfoForm } from './form';
import { Refusal } from './replies';
import { type ProfileChange, parseProfile, parseProfileJson } from './user-info';

/**
 * Maximum difference between the watermark's time and the backend's clock, in milliseconds. A client sends the data at
 * once, but clocks differ.
 */
const WATERMARK_TOLERANCE_MS = 10 * 60 * 1000;

/** The verified data. */
interface SignedProfile {
  /** null: WeChat returned the anonymous user (微信用户). */
  profile: ProfileChange | null;
  unionid?: string;
}

/** The fields in both `rawData` and `encryptedData`. */
const PROFILE_FIELDS = ['nickName', 'avatarUrl', 'gender', 'country', 'province', 'city'] as const;

const LOGIN_AGAIN = 'the session key has changed: call wx.login, then get the profile again';

/** In a form that was not URL-encoded, every `+` arrives as a space. base64 contains `+`, but never spaces. */
const LOST_PLUS = 'every "+" arrived as a space: URL-encode the value (encodeURIComponent) in the form';

/** The probable reason why a signature does not match. */
function reasonOf(form: SetUserInfoForm, names: readonly (keyof SetUserInfoForm)[]): string {
  const spaced = names.filter((name) => String(form[name]).includes(' '));
  return spaced.length === 0 ? LOGIN_AGAIN : `${spaced.join(' and ')}: ${LOST_PLUS}. Or ${LOGIN_AGAIN}`;
}

function both(form: SetUserInfoForm, one: keyof SetUserInfoForm, other: keyof SetUserInfoForm): boolean {
  if ((form[one] === null) === (form[other] === null)) return form[one] !== null;
  const [missing, given] = form[one] === null ? [one, other] : [other, one];
  throw new Refusal(400, `${missing}: missing, it belongs to ${given}`);
}

/** Compares in constant time, so that the duration does not reveal the position of a difference. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

/** @throws Refusal 400 if the data cannot be decrypted, or belongs to another mini-program or user, or is too old */
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
 * Verifies the signed fields of a form. `encryptedData` is accepted only together with `rawData` and `signature`, and
 * only if both contain the same fields: AES-CBC has no MAC, so a changed `iv` or block changes the decrypted text
 * without an error.
 * @returns null if the form has no signed fields
 * @throws Refusal 400 that names the wrong field
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
