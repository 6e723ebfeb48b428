/** Reading a person's profile out of data that came from outside: the server, the phone's storage, WeChat. */
import type { UserInfo } from './contract';

/** The name that WeChat gives in place of one it does not give away. */
const ANONYMOUS_NAME = '微信用户';

/** In the path of the grey avatar that goes with it (any size, any of WeChat's avatar hosts). */
const ANONYMOUS_AVATAR = 'POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Reads a profile. A backend may leave out or mistype anything but the name, so the rest falls back to "unknown".
 * WeChat's grey avatar is none.
 * @returns null when there is no usable name in it
 */
export function readUserInfo(value: unknown): UserInfo | null {
  if (typeof value !== 'object' || value === null) return null;
  const from = value as Record<string, unknown>;
  const nickName = text(from.nickName).trim();
  if (nickName === '') return null;
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
 * Whether a profile that WeChat handed out is nobody's: 微信用户. Its avatar is not looked at, because WeChat has
 * changed that picture more than once.
 */
export function isAnonymous(profile: { nickName: string }): boolean {
  return profile.nickName.trim() === ANONYMOUS_NAME;
}

/**
 * Whether a profile that a person fills in, or that our server holds, is nobody's: an older client may have saved
 * one. Here somebody may really have typed 微信用户 as their name, so an avatar of their own decides.
 */
export function isAnonymousRecord(profile: { nickName: string; avatarUrl: string }): boolean {
  return isAnonymous(profile) && profile.avatarUrl === '';
}

/** A profile that was kept for somebody, or null when it is nobody's. */
export function somebody(profile: UserInfo | null): UserInfo | null {
  return profile === null || isAnonymousRecord(profile) ? null : profile;
}
