/** The one-time codes of `wx.login`. */
import { randomBytes } from '../bytes';
import type { ServerClock } from './types';

/** 五分钟: typings 5.2.3, `LoginSuccessCallbackResult.code`. */
export const CODE_LIFE_MS = 5 * 60 * 1000;

/** What WeChat DevTools gives under a test AppID (`touristappid`), at every login. */
export const DEVTOOLS_CODE = 'the code is a mock one';

/** Tells our own codes from foreign ones, so that an expired code of ours never passes for a foreign one. */
const OWN_PREFIX = '0mCk';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** How many used foreign codes are remembered; the oldest are forgotten first. */
const FOREIGN_MEMORY = 10_000;

/** Who a code stands for, or why it stands for nobody. */
export type Redeemed = { accountId: string } | 'unknown' | 'expired' | 'used';

interface IssuedCode {
  accountId: string;
  issuedAt: number;
  used: boolean;
}

/** Codes that are out. Several of one account may be out at once; each counts once, for five minutes. */
export class Codes {
  /** In order of issue, so the expired ones are in front. */
  private readonly issued = new Map<string, IssuedCode>();
  private readonly usedForeign = new Set<string>();
  /** The account that a code from elsewhere counts as; null: none. */
  foreignAccount: string | null = null;

  constructor(private readonly clock: ServerClock) {}

  /** A new code of this account: 32 letters and digits. */
  issue(accountId: string): string {
    const now = this.clock.now();
    for (const [code, { issuedAt }] of this.issued) {
      // Kept for a second life, so that a late code is told it was used or expired, and not that it is unknown.
      if (now - issuedAt < 2 * CODE_LIFE_MS) break;
      this.issued.delete(code);
    }
    let code = OWN_PREFIX;
    for (const byte of randomBytes(28)) code += ALPHABET[byte % ALPHABET.length];
    this.issued.set(code, { accountId, issuedAt: now, used: false });
    return code;
  }

  /** Uses a code up. */
  redeem(code: string): Redeemed {
    const own = this.issued.get(code);
    if (own) {
      if (own.used) return 'used';
      own.used = true;
      return this.clock.now() - own.issuedAt < CODE_LIFE_MS ? { accountId: own.accountId } : 'expired';
    }
    if (this.foreignAccount === null || code.startsWith(OWN_PREFIX)) return 'unknown';
    if (code === DEVTOOLS_CODE) return { accountId: this.foreignAccount };
    if (this.usedForeign.has(code)) return 'used';
    this.usedForeign.add(code);
    if (this.usedForeign.size > FOREIGN_MEMORY) {
      for (const oldest of this.usedForeign) {
        this.usedForeign.delete(oldest);
        break;
      }
    }
    return { accountId: this.foreignAccount };
  }
}
