/** The default store: everything in this process's memory, gone when it ends. */
import { systemClock } from '../clock';
import type { ServerClock } from '../wechat/types';
import { AvatarShelf } from './avatar-shelf';
import type { SessionRecord, Store, UserRecord } from './store';

/** How to make a memory store. */
export interface MemoryStoreOptions {
  /** Default: the system's clock. */
  clock?: ServerClock;
  /** Sessions beyond this push out the oldest. Default 2 000 000. */
  maxSessions?: number;
  /** Where uploaded pictures go. Default: a shelf of its own. */
  avatars?: AvatarShelf;
}

interface Entry {
  session: SessionRecord;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** How many expired sessions one `putSession` clears away at most: more than come in, few enough not to stall. */
const RECLAIM_PER_PUT = 4;
/** How many `countSessions` clears away before it lets other work run. */
const RECLAIM_PER_SLICE = 20_000;

/**
 * Makes a memory store.
 *
 * All sessions live equally long, so the order in which a `Map` keeps them is the order in which they expire:
 * what has expired is in front, and reclaiming it never looks at what is still live. A caller that mixes life
 * times gets correct answers too; only the memory comes back later.
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): Store {
  const clock = options.clock ?? systemClock;
  const maxSessions = options.maxSessions ?? 2_000_000;
  const avatars = options.avatars ?? new AvatarShelf();
  let sessions = new Map<string, Entry>();
  const users = new Map<string, UserRecord>();

  /** Clears away at most `limit` expired sessions. Returns whether there may be more. */
  function reclaim(limit: number): boolean {
    const now = clock.now();
    let left = limit;
    for (const [id, { expiresAt }] of sessions) {
      if (expiresAt > now) return false;
      if (left === 0) return true;
      sessions.delete(id);
      left -= 1;
    }
    return false;
  }

  return {
    async putSession(id, session, ttl) {
      reclaim(RECLAIM_PER_PUT);
      sessions.delete(id);
      sessions.set(id, { session, expiresAt: clock.now() + ttl * 1000 });
      if (sessions.size > maxSessions) {
        for (const oldest of sessions.keys()) {
          sessions.delete(oldest);
          break;
        }
      }
    },
    async getSession(id) {
      const entry = sessions.get(id);
      if (!entry) return null;
      if (entry.expiresAt > clock.now()) return entry.session;
      sessions.delete(id);
      return null;
    },
    async clearSessions() {
      sessions = new Map();
    },
    async countSessions() {
      while (reclaim(RECLAIM_PER_SLICE)) {
        await new Promise((resolve) => {
          setTimeout(resolve, 0);
        });
      }
      return sessions.size;
    },
    async getUser(openid) {
      return users.get(openid) ?? null;
    },
    async putUser(user) {
      users.set(user.openid, user);
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
      sessions = new Map();
      users.clear();
      avatars.clear();
    },
    async close() {},
  };
}
