/**
 * The `session_key` of each account. At most one is valid at a time.
 *
 * A login creates or replaces it: `wx.login` itself, not the exchange of its code. So user data can be signed as soon
 * as `wx.login` has returned (miniprogram/dev/framework/open-ability/signature.html; typings 5.2.3, lines 6624 and
 * 24202: "触发获取临时登录凭证 code 的操作可能会生成新的登录态session_key，从而使旧的 session_key 被顶替而失效").
 */
import { randomBytes, toBase64 } from './bytes';
import type { ServerClock } from './types';

/**
 * A key expires if it is not used for this time. WeChat does not publish its own figure. It says that a key lasts
 * longer, the more the mini-program is used. So each use extends the time here.
 */
export const SESSION_KEY_LIFE_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * A login replaces a key that is at least this old, and keeps a newer one. WeChat says that a login *may* replace the
 * key, and that there is a minimum time, but publishes no figure. Developers have seen replaced keys five to ten
 * minutes after the previous login (github.com/tencentyun/wafer2-client-sdk/issues/25).
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

  /** A login: creates a key, or replaces one that is at least `SESSION_KEY_REFRESH_MS` old. Returns the valid key. */
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
   * The key for the exchange of a code: the valid key. If a later login has replaced it, that is the later login's key.
   * If it has expired since the login, a new key is created, and data signed with the old key is invalid.
   */
  exchange(accountId: string): string {
    return this.current(accountId) ?? this.login(accountId);
  }

  /** The valid key of this account, or null. A call counts as use of the key. */
  current(accountId: string): string | null {
    const found = this.keys.get(accountId);
    const now = this.clock.now();
    if (!found || !isAlive(found, now)) return null;
    found.usedAt = now;
    return found.key;
  }

  /** Makes the account's key invalid. */
  expire(accountId: string): void {
    this.keys.delete(accountId);
  }
}
