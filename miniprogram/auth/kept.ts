/** Derives the stored entries from the state, and writes an entry when it has changed. */
import type { UserInfo } from '../services/contract';
import type { Storage } from '../services/storage';
import type { State } from './state';

/** The stored entries. null: the entry does not exist. `effects/session.ts` stores the session. */
interface Kept {
  logged_out: true | null;
  user_info: UserInfo | null;
  phone: string | null;
  unconfirmed_save: true | null;
}

/** No stored entries. */
export const NOTHING: Kept = { logged_out: null, user_info: null, phone: null, unconfirmed_save: null };

const keptOf = ({ person, saveUnanswered, loggedOut, phone }: State): Kept => ({
  logged_out: loggedOut || null,
  user_info: person,
  phone: phone?.number || null,
  unconfirmed_save: saveUnanswered || null,
});

/**
 * Writes the entries that have changed.
 * @param before the entries that are stored now
 * @returns the entries that are stored afterwards. If the storage is full, an entry that cannot be written is removed,
 *   and the session with it: the next launch then logs in and reads everything from the server. Each later change of
 *   the state tries to write it again.
 */
export function keep(storage: Storage, before: Kept, state: State): Kept {
  const kept = keptOf(state);
  let isFull = false;
  const write = <Key extends keyof Kept>(key: Key) => {
    const value = kept[key];
    if (value === before[key] || (value !== null && storage.keep(key, value as never))) return;
    if (before[key] !== null) storage.drop(key);
    if (value === null) return;
    isFull = true;
    kept[key] = NOTHING[key];
  };
  for (const key of Object.keys(kept) as (keyof Kept)[]) write(key);
  if (isFull) storage.drop('rd3_session');
  return kept;
}
