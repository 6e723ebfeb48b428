/** The default store: in memory, and lost when the process ends. */
import { systemClock } from '../clock';
import { Fifo } from '../wechat/fifo';
import type { ServerClock } from '../wechat/types';
import { AvatarShelf } from './avatar-shelf';
import type { SessionRecord, Store, UserRecord } from './store';

/** Options of a memory store. */
export interface MemoryStoreOptions {
  /** Default: the system's clock. */
  clock?: ServerClock;
  /** Maximum number of sessions. Beyond it, the oldest are removed. Default 2 000 000. */
  maxSessions?: number;
  /** The uploaded pictures. Default: a shelf that is not shared. */
  avatars?: AvatarShelf;
}

/** One object per session instead of two, because the garbage collector has to move a million of them. */
interface Entry extends SessionRecord {
  id: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Maximum number of expired sessions that one `putSession` removes: more than it adds, but few enough to be quick. */
const RECLAIM_PER_PUT = 4;
/** Number of expired sessions that `countSessions` removes before it lets other work run. */
const RECLAIM_PER_SLICE = 5000;

/**
 * Creates a memory store.
 *
 * All sessions have the same lifetime, so they expire in the order of their creation. The expired ones are at the front
 * of a queue, and removing them never touches a valid one. With different lifetimes the results are still correct, but
 * the memory is freed later.
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): Store {
  const clock = options.clock ?? systemClock;
  const maxSessions = options.maxSessions ?? 2_000_000;
  const avatars = options.avatars ?? new AvatarShelf();
  let sessions = new Map<string, Entry>();
  let inOrder = new Fifo<Entry>();
  const users = new Map<string, UserRecord>();

  /** Removes an entry, unless its id has a newer entry. */
  function drop(entry: Entry): void {
    if (sessions.get(entry.id) === entry) sessions.delete(entry.id);
  }

  /** Removes at most `limit` sessions that have expired by `now`. Returns whether there may be more. */
  function reclaim(limit: number, now: number): boolean {
    for (let left = limit; left > 0; left -= 1) {
      const oldest = inOrder.peek();
      if (!oldest || oldest.expiresAt > now) return false;
      inOrder.shift();
      drop(oldest);
    }
    return true;
  }

  function forgetSessions(): void {
    sessions = new Map();
    inOrder = new Fifo();
  }

  return {
    async putSession(id, session, ttl) {
      const now = clock.now();
      reclaim(RECLAIM_PER_PUT, now);
      const { openid, sessionKey } = session;
      const entry = { id, openid, sessionKey, expiresAt: now + ttl * 1000 };
      sessions.set(id, entry);
      inOrder.push(entry);
      while (sessions.size > maxSessions) {
        const oldest = inOrder.shift();
        if (oldest) drop(oldest);
      }
    },
    async getSession(id) {
      const entry = sessions.get(id);
      if (!entry || entry.expiresAt <= clock.now()) return null;
      return { openid: entry.openid, sessionKey: entry.sessionKey };
    },
    async deleteSession(id) {
      // The entry stays in the queue until it would have expired. It is ignored then.
      sessions.delete(id);
    },
    async clearSessions() {
      forgetSessions();
    },
    async countSessions() {
      while (reclaim(RECLAIM_PER_SLICE, clock.now())) {
        await new Promise((resolve) => {
          setTimeout(resolve, 0);
        });
      }
      return sessions.size;
    },
    async getUser(openid) {
      return users.get(openid) ?? null;
    },
    async updateUser(openid, change) {
      const user = change(users.get(openid) ?? null);
      users.set(openid, user);
      return user;
    },
    async putAvatar(name, avatar) {
      avatars.put(name, avatar);
    },
    async getAvatar(name) {
      return avatars.get(name);
    },
    async clear() {
      forgetSessions();
      users.clear();
      avatars.clear();
    },
    async close() {},
  };
}
