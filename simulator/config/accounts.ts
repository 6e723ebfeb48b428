/** Converts the accounts of a config to accounts of the mock WeChat. */
import { testAccounts } from '../../mock-server/wechat/accounts';
import type { WechatAccount, WechatPhoneNumber } from '../../mock-server/wechat/types';
import type { AccountConfig } from './types';

const OPENID_LENGTH = 28;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/**
 * Derives an openid from an account's id, always the same for the same id: an FNV-1a hash, extended to the length of
 * WeChat's openids.
 */
function openidOf(id: string): string {
  let hash = 0x811c9dc5;
  let openid = 'o';
  for (let at = 0; openid.length < OPENID_LENGTH; at += 1) {
    for (const letter of `${id}:${at}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    openid += LETTERS[(hash >>> 8) % LETTERS.length];
  }
  return openid;
}

/** `13800000000`, `+86 138…`, `+852 51112222` (the country code ends with a space or a dash). */
function numberOf(text: string): WechatPhoneNumber {
  const [, code, rest] = /^\+(\d{1,4})[ -](.+)$/.exec(text) ?? [];
  const digits = (rest ?? text).replace(/\D/g, '');
  return { countryCode: code ?? '86', purePhoneNumber: digits };
}

const listOf = (numbers: AccountConfig['phoneNumber']): readonly string[] =>
  numbers === undefined ? [] : typeof numbers === 'string' ? [numbers] : numbers;

/**
 * The accounts of a config; the invented accounts if the config has none.
 * @param publicOrigin Serves the pictures of the invented accounts; without a trailing slash.
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
