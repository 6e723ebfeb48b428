/** What the phone keeps follows from the state: an entry is written when the state differs from it. */
import type { UserInfo } from '../services/contract';
import type { Storage } from '../services/storage';
import type { State } from './state';

/** The entries; null: the entry does not exist. The session is stored by `effects/session.ts`. */
export interface Kept {
  logged_out: true | null;
  user_info: UserInfo | null;
  phone: string | null;
  unconfirmed_save: true | null;
}

/** A phone that keeps nothing. */
export const NOTHING: Kept = { logged_out: null, user_info: null, phone: null, unconfirmed_save: null };

const keptOf = ({ person, saveUnanswered, loggedOut, phone }: State): Kept => ({
  logged_out: loggedOut || null,
  user_info: person,
  phone: phone?.number || null,
  unconfirmed_save: saveUnanswered || null,
});

/**
 * Writes what has changed.
 * @param before what the phone keeps so far
 * @returns what it keeps now. An entry that does not fit is removed, and the session with it: the next launch then logs in
 *   and gets everything from the server. Until then each change of the state tries again.
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
