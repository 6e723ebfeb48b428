/** The one-time codes of `wx.login`. */
import { randomBytes } from './bytes';
import { Fifo } from './fifo';
import type { ServerClock } from './types';

/** 五分钟: typings 5.2.3, `LoginSuccessCallbackResult.code`. */
export const CODE_LIFE_MS = 5 * 60 * 1000;

/** The code that WeChat DevTools returns at every login with a test AppID (`touristappid`). */
export const DEVTOOLS_CODE = 'the code is a mock one';

/** Prefix of the codes issued here, so that an expired one never counts as a foreign code. */
const OWN_PREFIX = '0mCk';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Used foreign codes are remembered: at least this number, and at most twice as many. */
const FOREIGN_MEMORY = 10_000;

/**
 * The account of a code, or the reason why there is none. `foreign`: another program issued the code, e.g. DevTools.
 */
type Redeemed = { accountId: string; foreign: boolean } | 'unknown' | 'expired' | 'used';

interface IssuedCode {
  code: string;
  accountId: string;
  issuedAt: number;
  used: boolean;
}

/** The issued codes. An account may have several. Each is valid once, for five minutes. */
export class Codes {
  private readonly issued = new Map<string, IssuedCode>();
  private readonly inOrderOfIssue = new Fifo<IssuedCode>();
  private usedForeign = new Set<string>();
  private usedForeignEarlier = new Set<string>();
  /** The account for foreign codes; null: they are refused. */
  foreignAccount: string | null = null;

  constructor(private readonly clock: ServerClock) {}

  /** Issues a code for this account: 32 letters and digits. */
  issue(accountId: string): string {
    const now = this.clock.now();
    for (;;) {
      const oldest = this.inOrderOfIssue.peek();
      // Codes are kept twice as long as they are valid, so that a late one gets the error "used" or "expired", not
      // "unknown".
      if (!oldest || now - oldest.issuedAt < 2 * CODE_LIFE_MS) break;
      this.inOrderOfIssue.shift();
      this.issued.delete(oldest.code);
    }
    let code = OWN_PREFIX;
    for (const byte of randomBytes(28)) code += ALPHABET[byte % ALPHABET.length];
    const issued = { code, accountId, issuedAt: now, used: false };
    this.issued.set(code, issued);
    this.inOrderOfIssue.push(issued);
    return code;
  }

  /** Uses a code, which is invalid afterwards. */
  redeem(code: string): Redeemed {
    const own = this.issued.get(code);
    if (own) {
      if (own.used) return 'used';
      own.used = true;
      if (this.clock.now() - own.issuedAt >= CODE_LIFE_MS) return 'expired';
      return { accountId: own.accountId, foreign: false };
    }
    if (this.foreignAccount === null || code.startsWith(OWN_PREFIX)) return 'unknown';
    const redeemed = { accountId: this.foreignAccount, foreign: true };
    if (code === DEVTOOLS_CODE) return redeemed;
    if (this.usedForeign.has(code) || this.usedForeignEarlier.has(code)) return 'used';
    if (this.usedForeign.size === FOREIGN_MEMORY) {
      this.usedForeignEarlier = this.usedForeign;
      this.usedForeign = new Set();
    }
    this.usedForeign.add(code);
    return redeemed;
  }
}
