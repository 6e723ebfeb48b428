/**
 * The `session_key` of each account: at most one is valid at a time.
 *
 * A login makes it or replaces it: `wx.login` itself, not the exchange of its code. So data is signed as soon as
 * `wx.login` has answered (miniprogram/dev/framework/open-ability/signature.html; typings 5.2.3, lines 6624 and 24202:
 * "触发获取临时登录凭证 code 的操作可能会生成新的登录态session_key，从而使旧的 session_key 被顶替而失效").
 */
import { randomBytes, toBase64 } from './bytes';
import type { ServerClock } from './types';

/**
 * A key that was not used for so long has expired. WeChat does not disclose its figure; it says that the more a
 * mini-program is used the longer the key lasts, which is why use extends it here.
 */
export const SESSION_KEY_LIFE_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * A login replaces a key that is at least this old and keeps a younger one. WeChat says that a login *may* replace the
 * key and that there is a minimum period, and gives no figure. Developers met replaced keys when five to ten minutes
 * lay between two logins (github.com/tencentyun/wafer2-client-sdk/issues/25).
 */
export const SESSION_KEY_REFRESH_MS = 5 * 60 * 1000;

interface SessionKey {
  key: string;
  createdAt: number;
  usedAt: number;
}

const isAlive = ({ usedAt }: SessionKey, now: number) => now - usedAt < SESSION_KEY_LIFE_MS;

export class SessionKeys {
  private readonly keys = new Map<string, SessionKey>();

  constructor(private readonly clock: ServerClock) {}

  /** A login: makes a key, or replaces one that is not young. Returns the key that is valid from now on. */
  login(accountId: string): string {
    const now = this.clock.now();
    const old = this.keys.get(accountId);
    if (old && isAlive(old, now) && now - old.createdAt < SESSION_KEY_REFRESH_MS) {
      old.usedAt = now;
      return old.key;
    }
    const key = toBase64(randomBytes(16));
    this.keys.set(accountId, { key, createdAt: now, usedAt: now });
    return key;
  }

  /**
   * The key that the exchange of a code is answered with: the valid one, which a later login may have made. When it died
   * after the login, there is a new one: what was signed before the exchange does not fit it.
   */
  exchange(accountId: string): string {
    return this.current(accountId) ?? this.login(accountId);
  }

  /** The valid key of this account, or null; being asked for counts as use. */
  current(accountId: string): string | null {
    const found = this.keys.get(accountId);
    const now = this.clock.now();
    if (!found || !isAlive(found, now)) return null;
    found.usedAt = now;
    return found.key;
  }

  /** The key dies now. */
  expire(accountId: string): void {
    this.keys.delete(accountId);
  }
}
