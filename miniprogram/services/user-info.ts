/** Reading a person's profile out of data that came from outside: the server, the phone's storage, WeChat. */
import type { UserInfo } from './contract';

/** WeChat's placeholder for a name that it does not hand out. */
const ANONYMOUS_NAME = '微信用户';

/** In the path of the grey avatar that goes with it (any size, any of WeChat's avatar hosts). */
const ANONYMOUS_AVATAR = 'POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** First and last code of characters that draw nothing: controls, joiners, selectors, fillers (U+3164), blanks (U+2800). */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0, 0x20],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x2800, 0x2800],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

/** Is there nothing to see in this text? */
export function isInvisible(text: string): boolean {
  return [...text].every((character) => {
    const code = character.codePointAt(0) ?? 0;
    return INVISIBLE.some(([first, last]) => code >= first && code <= last);
  });
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
    id: text(from.id),
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
export function isAnonymous({ nickName = '' }: Partial<UserInfo>): boolean {
  return nickName.trim() === ANONYMOUS_NAME;
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
