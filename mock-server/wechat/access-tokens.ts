/**
 * The access tokens of a backend. `cgi-bin/token` and `cgi-bin/stable_token` have independent tokens
 * (miniprogram/dev/server/API/mp-access-token/api_getaccesstoken and api_getstableaccesstoken).
 */
import { randomText } from './bytes';
import type { ServerClock } from './types';

/** 目前是7200秒之内的值. */
const TOKEN_LIFE_MS = 7200 * 1000;

/**
 * An old token stays valid for this time after a new one was issued. A stable token is renewed this time before its
 * end.
 */
const OVERLAP_MS = 5 * 60 * 1000;

/** 强制刷新模式 … 需间隔 30 秒: a second forced refresh within this time has no effect. */
const FORCE_INTERVAL_MS = 30 * 1000;

/** Expired tokens are remembered for this time, so that a late request gets the error "expired". */
const MEMORY_MS = TOKEN_LIFE_MS;

interface Token {
  text: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** The state of a token. A token that a forced refresh has ended is `unknown`. */
type TokenState = 'valid' | 'expired' | 'unknown';

/** The tokens of one mini-program. */
export class AccessTokens {
  private readonly tokens = new Map<string, Token>();
  private plain: Token | undefined;
  private stable: Token | undefined;
  private forcedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly clock: ServerClock) {}

  /** `cgi-bin/token`: always a new token. The previous one stays valid for five minutes. */
  next(): { text: string; seconds: number } {
    const now = this.clock.now();
    if (this.plain) this.plain.until = Math.min(this.plain.until, now + OVERLAP_MS);
    this.plain = this.issue(now);
    return this.withLifetime(this.plain, now);
  }

  /**
   * `cgi-bin/stable_token`: the same token until five minutes before its end.
   * @param force ends the previous token at once, and issues a new one
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

  look(text: string): TokenState {
    const token = this.tokens.get(text);
    if (!token) return 'unknown';
    return this.clock.now() < token.until ? 'valid' : 'expired';
  }

  /** Ends all tokens at once, as WeChat does when the app secret is reset. */
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
