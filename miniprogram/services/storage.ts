/** What the mini-program keeps on the phone. Entries carry a version; an entry that cannot be read is removed. */
import type { StorageEntries } from './contract';
import { readUserInfo } from './user-info';

type Key = keyof StorageEntries;
type Value<K extends Key> = StorageEntries[K]['value'];

/** What was found under a key. A `damaged` entry has been removed. */
export type Loaded<T> =
  | { readonly found: 'nothing' | 'damaged'; readonly value: null }
  | { readonly found: 'value'; readonly value: T };

const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** One reader per entry: the value, or null when it is not one. */
const READERS: { readonly [K in Key]: (value: unknown) => Value<K> | null } = {
  rd3_session: textIn,
  user_info: readUserInfo,
  phone: textIn,
  unconfirmed_save: (value) => value === true || null,
  logged_out: (value) => value === true || null,
};

/** The entries of the login. No member throws. */
export interface Storage {
  load<K extends Key>(key: K): Loaded<Value<K>>;
  /** Returns false when the phone's storage is full or broken. */
  keep<K extends Key>(key: K, value: Value<K>): boolean;
  drop(key: Key): void;
}

/** @param prefix goes in front of every key, where other code of the mini-program uses the same names */
export function createStorage(prefix: string): Storage {
  const storage: Storage = {
    load(key) {
      let entry: unknown;
      try {
        entry = wx.getStorageSync(prefix + key);
      } catch {
        return { found: 'nothing', value: null };
      }
      // wx.getStorageSync returns '' for a key that was never written.
      if (entry === '' || entry === undefined || entry === null) return { found: 'nothing', value: null };
      const { v, value } = Object(entry) as { v?: unknown; value?: unknown };
      const read = v === 1 ? READERS[key](value) : null;
      if (read !== null) return { found: 'value', value: read };
      storage.drop(key);
      return { found: 'damaged', value: null };
    },
    keep(key, value) {
      try {
        wx.setStorageSync(prefix + key, { v: 1, value });
        return true;
      } catch {
        return false;
      }
    },
    drop(key) {
      try {
        wx.removeStorageSync(prefix + key);
      } catch {
        // The next read finds the entry damaged, or finds none.
      }
    },
  };
  return storage;
}
