/** The `session_key` of each account: at most one is valid at a time. */
import { randomBytes, toBase64 } from '../bytes';
import type { ServerClock } from './types';

/**
 * A key that nobody used for so long has expired. WeChat does not disclose its figure; it says that the more a
 * mini-program is used the longer the key lasts, which is why use extends it here.
 */
export const SESSION_KEY_LIFE_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * An exchange replaces a key that is older than this and keeps a younger one. WeChat says that a login *may*
 * refresh the key and that there is a minimum period, and gives no figure.
 */
export const SESSION_KEY_REFRESH_MS = 60 * 60 * 1000;

interface SessionKey {
  key: string;
  createdAt: number;
  usedAt: number;
}

const isAlive = ({ usedAt }: SessionKey, now: number) => now - usedAt < SESSION_KEY_LIFE_MS;

export class SessionKeys {
  private readonly keys = new Map<string, SessionKey>();

  constructor(private readonly clock: ServerClock) {}

  /** The key that this account's exchanged code is answered with. */
  exchange(accountId: string): string {
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
