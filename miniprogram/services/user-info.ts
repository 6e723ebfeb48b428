/** Reads a user's profile from untrusted data: from the server, from the phone's storage, or from WeChat. */
import type { UserInfo } from './contract';

/** WeChat's placeholder if it does not give the nickname. */
const ANONYMOUS_NAME = '微信用户';

/** Part of the path of the grey placeholder avatar (the same for all sizes and hosts). */
const ANONYMOUS_AVATAR = 'POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Ranges of invisible characters, first and last code point: controls, joiners, selectors, fillers (U+3164), blanks
 * (U+2800).
 */
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

/** Whether this text has no visible character. */
export function isInvisible(text: string): boolean {
  return [...text].every((character) => {
    const code = character.codePointAt(0) ?? 0;
    return INVISIBLE.some(([first, last]) => code >= first && code <= last);
  });
}

/**
 * Reads a profile. Only the nickname is required. Other fields that are missing or have a wrong type become empty or 0.
 * WeChat's grey avatar becomes empty.
 * @returns null if there is no visible nickname
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
 * Whether WeChat gave its placeholder 微信用户 instead of a profile. The avatar is not compared, because WeChat has changed
 * that picture more than once.
 */
export function isAnonymous({ nickName = '' }: Partial<UserInfo>): boolean {
  return nickName.trim() === ANONYMOUS_NAME;
}

/**
 * Whether a profile from the form or the server is WeChat's placeholder, which an older client may have saved. A user
 * can also choose 微信用户 as a nickname, so a profile with an avatar is no placeholder.
 */
export function isAnonymousRecord(profile: { nickName: string; avatarUrl: string }): boolean {
  return isAnonymous(profile) && profile.avatarUrl === '';
}

/** The profile; null if it is WeChat's placeholder. */
export function known(profile: UserInfo | null): UserInfo | null {
  return profile === null || isAnonymousRecord(profile) ? null : profile;
}
