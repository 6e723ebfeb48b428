/** The default store: everything in this process's memory, gone when it ends. */
import { systemClock } from '../clock';
import { Fifo } from '../wechat/fifo';
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

/** One object for a session, not two: a million of them are moved about by the garbage collector. */
interface Entry extends SessionRecord {
  id: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** How many expired sessions one `putSession` clears away at most: more than come in, few enough not to stall. */
const RECLAIM_PER_PUT = 4;
/** How many `countSessions` clears away before it lets other work run. */
const RECLAIM_PER_SLICE = 5000;

/**
 * Makes a memory store.
 *
 * All sessions live equally long, so they expire in the order in which they came: what has expired is at the front
 * of a queue, and reclaiming it never looks at what is still live. A caller that mixes life times gets correct
 * answers too; only the memory comes back later.
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): Store {
  const clock = options.clock ?? systemClock;
  const maxSessions = options.maxSessions ?? 2_000_000;
  const avatars = options.avatars ?? new AvatarShelf();
  let sessions = new Map<string, Entry>();
  let inOrder = new Fifo<Entry>();
  const users = new Map<string, UserRecord>();

  /** Forgets an entry, unless its id has a newer one by now. */
  function drop(entry: Entry): void {
    if (sessions.get(entry.id) === entry) sessions.delete(entry.id);
  }

  /** Clears away at most `limit` sessions that have expired by `now`. Returns whether there may be more. */
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
      // Its entry stays in the queue until its time has come: dropping it then finds nothing.
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
      forgetSessions();
      users.clear();
      avatars.clear();
    },
    async close() {},
  };
}
