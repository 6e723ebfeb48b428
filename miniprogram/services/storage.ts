/** The mini-program's storage. Each entry contains the version of its format. An unreadable entry is removed. */
import type { StorageEntries } from './contract';
import { readUserInfo } from './user-info';

type Key = keyof StorageEntries;
type Value<K extends Key> = StorageEntries[K]['value'];

/** The result of reading an entry. A `damaged` entry has been removed. */
type Loaded<T> =
  | { readonly found: 'nothing' | 'damaged'; readonly value: null }
  | { readonly found: 'value'; readonly value: T };

const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** Readers of the entries. A reader returns null for an invalid value. */
const READERS: { readonly [K in Key]: (value: unknown) => Value<K> | null } = {
  rd3_session: textIn,
  user_info: readUserInfo,
  phone: textIn,
  unconfirmed_save: (value) => value === true || null,
  logged_out: (value) => value === true || null,
};

/** The storage entries of the login. No member throws. */
export interface Storage {
  load<K extends Key>(key: K): Loaded<Value<K>>;
  /** Returns false if the phone's storage is full or broken. */
  keep<K extends Key>(key: K, value: Value<K>): boolean;
  drop(key: Key): void;
}

/** @param prefix prefix of every key, if other code of the mini-program uses the same keys */
export function createStorage(prefix: string): Storage {
  const storage: Storage = {
    load(key) {
      let entry: unknown;
      try {
        entry = wx.getStorageSync(prefix + key);
      } catch {
        return { found: 'nothing', value: null };
      }
      // wx.getStorageSync returns '' for a key that does not exist.
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
        // The next launch checks the entry again.
      }
    },
  };
  return storage;
}
