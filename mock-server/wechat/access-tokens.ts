/**
 * The tokens with which a backend calls WeChat: of `cgi-bin/token` and of `cgi-bin/stable_token`, which know nothing of
 * each other (miniprogram/dev/server/API/mp-access-token/api_getaccesstoken and api_getstableaccesstoken).
 */
import { randomText } from './bytes';
import type { ServerClock } from './types';

/** 目前是7200秒之内的值. */
export const TOKEN_LIFE_MS = 7200 * 1000;

/** For so long an old token goes on beside the new one; so early before its end the stable one is renewed. */
const OVERLAP_MS = 5 * 60 * 1000;

/** 强制刷新模式 … 需间隔 30 秒: a second one within this time changes nothing. */
const FORCE_INTERVAL_MS = 30 * 1000;

/** Expired tokens are remembered for so long: a late one is answered "expired". */
const MEMORY_MS = TOKEN_LIFE_MS;

interface Token {
  text: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** What a token is worth; `unknown` is also one that a forced refresh has ended. */
export type TokenState = 'valid' | 'expired' | 'unknown';

/** The tokens of one mini-program. */
export class AccessTokens {
  private readonly tokens = new Map<string, Token>();
  private plain: Token | undefined;
  private stable: Token | undefined;
  private forcedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly clock: ServerClock) {}

  /** `cgi-bin/token`: always a new one; the last one goes on for five minutes. */
  next(): { text: string; seconds: number } {
    const now = this.clock.now();
    if (this.plain) this.plain.until = Math.min(this.plain.until, now + OVERLAP_MS);
    this.plain = this.issue(now);
    return this.withLifetime(this.plain, now);
  }

  /**
   * `cgi-bin/stable_token`: the same one until five minutes before its end.
   * @param force The last one ends at once.
   */
  steady(force: boolean): { text: string; seconds: number } {
    const now = this.clock.now();
    if (force && now - this.forcedAt >= FORCE_INTERVAL_MS) {
      this.forcedAt = now;
      if (this.stable) this.tokens.delete(this.stable.text);
      this.stable = this.issue(now);
    } else if (!this.stable || this.stable.until - now <= OVERLAP_MS) this.stable = this.issue(now);
    return this.withLifetime(this.stable, now);
  }

  /** What this token is worth now. */
  look(text: string): TokenState {
    const token = this.tokens.get(text);
    if (!token) return 'unknown';
    return this.clock.now() < token.until ? 'valid' : 'expired';
  }

  /** Ends every token at once, as a reset of the app secret does. */
  end(): void {
    this.tokens.clear();
    this.plain = undefined;
    this.stable = undefined;
  }

  private issue(now: number): Token {
    for (const { text, until } of this.tokens.values()) {
      if (now - until >= MEMORY_MS) this.tokens.delete(text);
    }
    const token = { text: `97_${randomText(133)}`, until: now + TOKEN_LIFE_MS };
    this.tokens.set(token.text, token);
    return token;
  }

  private withLifetime({ text, until }: Token, now: number) {
    return { text, seconds: Math.floor((until - now) / 1000) };
  }
}
