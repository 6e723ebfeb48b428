/** What the mini-program keeps on the phone. Entries carry a version; one that cannot be read is dropped, not fatal. */
import type { StorageEntries } from './contract';
import { readUserInfo } from './user-info';

type Key = keyof StorageEntries;
type Value<K extends Key> = StorageEntries[K]['value'];

/** What was found under a key. `damaged` entries have been removed. */
export type Loaded<T> =
  | { readonly found: 'nothing' | 'damaged'; readonly value: null }
  | { readonly found: 'value'; readonly value: T };

/** One reader per entry: the value, or null when it is not one. */
const READERS: { readonly [K in Key]: (value: unknown) => Value<K> | null } = {
  rd3_session: (value) => (typeof value === 'string' && value !== '' ? value : null),
  user_info: readUserInfo,
  unconfirmed_save: (value) => value === true || null,
};

/** Reads an entry. Never throws. */
export function load<K extends Key>(key: K): Loaded<Value<K>> {
  let entry: unknown;
  try {
    entry = wx.getStorageSync(key);
  } catch {
    return { found: 'nothing', value: null };
  }
  // A key that was never written reads as ''.
  if (entry === '' || entry === undefined || entry === null) return { found: 'nothing', value: null };
  const { v, value } = Object(entry) as { v?: unknown; value?: unknown };
  const read = v === 1 ? READERS[key](value) : null;
  if (read === null) {
    drop(key);
    return { found: 'damaged', value: null };
  }
  return { found: 'value', value: read };
}

/**
 * Writes an entry.
 * @returns false when the phone's storage is full or broken: the app goes on without what it could not keep
 */
export function keep<K extends Key>(key: K, value: Value<K>): boolean {
  try {
    wx.setStorageSync(key, { v: 1, value });
    return true;
  } catch {
    return false;
  }
}

/** Removes an entry. Never throws. */
export function drop(key: Key): void {
  try {
    wx.removeStorageSync(key);
  } catch {
    // Nothing better can be done; the next read judges what is left.
  }
}
