/** Reading a person's profile out of data that came from outside: the server, the phone's storage, WeChat. */
import type { UserInfo } from './contract';

/** WeChat's placeholder for a name that it does not hand out. */
const ANONYMOUS_NAME = '微信用户';

/** In the path of the grey avatar that goes with it (any size, any of WeChat's avatar hosts). */
const ANONYMOUS_AVATAR = 'POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Controls, joiners, fillers (ㅤ) and blanks (⠀): characters that draw nothing. */
const INVISIBLE =
  /[\s\u0000-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|\ud82f[\udca0-\udca3]|\ud834[\udd73-\udd7a]|\udb40[\udc00-\udfff]/g;

/** Is there nothing to see in this text? */
export function isInvisible(text: string): boolean {
  return text.replace(INVISIBLE, '') === '';
}

/**
 * Reads a profile. A backend may leave out or mistype anything but the name, so the rest falls back to "unknown".
 * WeChat's grey avatar is none.
 * @returns null when there is no usable name in it
 */
export function readUserInfo(value: unknown): UserInfo | null {
  if (typeof value !== 'object' || value === null) return null;
  const from = value as Record<string, unknown>;
  const nickName = text(from.nickName).trim();
  if (isInvisible(nickName)) return null;
  const gender = Number(from.gender);
  const avatarUrl = text(from.avatarUrl);
  return {
    nickName,
    avatarUrl: avatarUrl.includes(ANONYMOUS_AVATAR) ? '' : avatarUrl,
    title: text(from.title),
    gender: gender === 1 || gender === 2 ? gender : 0,
    country: text(from.country),
    province: text(from.province),
    city: text(from.city),
  };
}

/**
 * Did WeChat hand out its placeholder 微信用户 instead of a profile? The avatar is not compared, because WeChat has
 * changed that picture more than once.
 */
export function isAnonymous(profile: { nickName: string }): boolean {
  return profile.nickName.trim() === ANONYMOUS_NAME;
}

/**
 * Is a profile from the form or from the server WeChat's placeholder? An older client may have saved one. A person can
 * also type 微信用户 as their name, so an avatar of their own decides.
 */
export function isAnonymousRecord(profile: { nickName: string; avatarUrl: string }): boolean {
  return isAnonymous(profile) && profile.avatarUrl === '';
}

/** The profile, or null when it is WeChat's placeholder. */
export function known(profile: UserInfo | null): UserInfo | null {
  return profile === null || isAnonymousRecord(profile) ? null : profile;
}
