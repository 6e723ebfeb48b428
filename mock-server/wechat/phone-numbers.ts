/**
 * The phone numbers that users have bound to WeChat, and the codes for them. Source:
 * miniprogram/dev/framework/open-ability/getPhoneNumber.html and
 * miniprogram/dev/server/API/user-info/phone-number/api_getphonenumber.
 */
import { bytesToHex } from '@noble/hashes/utils';
import { randomBytes, toBase64 } from './bytes';
import { CODE_LIFE_MS } from './codes';
import { encryptUserData } from './crypto';
import { Fifo } from './fifo';
import type { PhoneInfo, ServerClock, WechatAccount, WechatPhoneGrant, WechatPhoneNumber } from './types';

const MAINLAND = '86';

/** The number; a foreign one with its country code (`phoneNumber`: 国外手机号会有区号). */
const fullNumber = ({ countryCode, purePhoneNumber }: WechatPhoneNumber): string =>
  countryCode === MAINLAND ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`;

interface Granted {
  code: string;
  openid: string;
  info: PhoneInfo;
  /** Milliseconds since 1970. */
  at: number;
}

/** Phone numbers and their codes. Each code is valid once, for five minutes. Several may exist at the same time. */
export class PhoneNumbers {
  private readonly added = new Map<string, WechatPhoneNumber[]>();
  private readonly granted = new Map<string, Granted>();
  private readonly inOrder = new Fifo<Granted>();

  constructor(
    private readonly clock: ServerClock,
    private readonly appid: string,
  ) {}

  /** The numbers that the sheet offers. */
  of(account: WechatAccount): readonly WechatPhoneNumber[] {
    return [...(account.phoneNumbers ?? []), ...(this.added.get(account.id) ?? [])];
  }

  /** Adds a number to an account. A number that it already has stays as it is. */
  add(account: WechatAccount, number: WechatPhoneNumber): void {
    if (this.find(account, number)) return;
    this.added.set(account.id, [...(this.added.get(account.id) ?? []), number]);
  }

  /**
   * Issues a code for a number.
   * @param sessionKey the account's valid session key; null: the result has no encrypted part
   * @throws Error if the account does not have this number
   */
  grant(account: WechatAccount, number: WechatPhoneNumber, sessionKey: string | null): WechatPhoneGrant {
    const own = this.find(account, number);
    if (!own) throw new Error(`the account ${account.id} has no phone number ${fullNumber(number)}`);
    const at = this.clock.now();
    const info: PhoneInfo = {
      phoneNumber: fullNumber(own),
      purePhoneNumber: own.purePhoneNumber,
      countryCode: own.countryCode,
      watermark: { timestamp: Math.floor(at / 1000), appid: this.appid },
    };
    const granted = { code: bytesToHex(randomBytes(32)), openid: account.openid, info, at };
    this.dropExpired(at);
    this.granted.set(granted.code, granted);
    this.inOrder.push(granted);
    if (sessionKey === null) return { code: granted.code };
    const iv = toBase64(randomBytes(16));
    return { code: granted.code, encryptedData: encryptUserData(JSON.stringify(info), sessionKey, iv), iv };
  }

  /** Uses a code. null: unknown, expired or used; WeChat has one error for all three. */
  redeem(code: string): { openid: string; info: PhoneInfo } | null {
    const found = this.granted.get(code);
    if (!found) return null;
    this.granted.delete(code);
    return this.clock.now() - found.at < CODE_LIFE_MS ? found : null;
  }

  private find(account: WechatAccount, { countryCode, purePhoneNumber }: WechatPhoneNumber) {
    return this.of(account).find(
      (own) => own.countryCode === countryCode && own.purePhoneNumber === purePhoneNumber,
    );
  }

  private dropExpired(now: number): void {
    for (let oldest = this.inOrder.peek(); oldest && now - oldest.at >= CODE_LIFE_MS; ) {
      this.inOrder.shift();
      this.granted.delete(oldest.code);
      oldest = this.inOrder.peek();
    }
  }
}
