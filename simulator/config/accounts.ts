/** Converts the people of a config to accounts of WeChat's stand-in. */
import { testAccounts } from '../../mock-server/wechat/accounts';
import type { WechatAccount, WechatPhoneNumber } from '../../mock-server/wechat/types';
import type { AccountConfig } from './types';

const OPENID_LENGTH = 28;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** An openid that is always the same for an id: FNV-1a, drawn out to the length of WeChat's. */
function openidOf(id: string): string {
  let hash = 0x811c9dc5;
  let openid = 'o';
  for (let at = 0; openid.length < OPENID_LENGTH; at += 1) {
    for (const letter of `${id}:${at}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    openid += LETTERS[(hash >>> 8) % LETTERS.length];
  }
  return openid;
}

/** `13800000000`, `+86 138…`, `+852 51112222` (with a space or a dash behind the country code). */
function numberOf(text: string): WechatPhoneNumber {
  const [, code, rest] = /^\+(\d{1,4})[ -](.+)$/.exec(text) ?? [];
  const digits = (rest ?? text).replace(/\D/g, '');
  return { countryCode: code ?? '86', purePhoneNumber: digits };
}

const listOf = (numbers: AccountConfig['phoneNumber']): readonly string[] =>
  numbers === undefined ? [] : typeof numbers === 'string' ? [numbers] : numbers;

/**
 * The accounts of a config; without any the invented ones.
 * @param publicOrigin Where the pictures of the invented people are served from, without a trailing slash.
 */
export function accountsOf(
  accounts: Readonly<Record<string, AccountConfig>> | undefined,
  publicOrigin: string,
): WechatAccount[] {
  if (accounts === undefined) return testAccounts(publicOrigin);
  return Object.entries(accounts).map(([id, given]) => {
    const { phoneNumber, openid, unionid, blocked, ...profile } = given;
    const phoneNumbers = listOf(phoneNumber).map(numberOf);
    return {
      id,
      openid: openid ?? openidOf(id),
      ...(unionid === undefined ? {} : { unionid }),
      ...(blocked === undefined ? {} : { blocked }),
      ...(phoneNumbers.length === 0 ? {} : { phoneNumbers }),
      profile: {
        nickName: id,
        avatarUrl: '',
        gender: 0,
        country: '',
        province: '',
        city: '',
        language: 'zh_CN',
        ...profile,
      },
    };
  });
}
