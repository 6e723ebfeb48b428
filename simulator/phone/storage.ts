/** The mini-program's storage on the phone. It stores copies, with WeChat's limits. */

import { kindOf } from '../kind-of';
import { ApiFailure } from './failure';

const KEY_LIMIT = 1024 * 1024;
/** The limit of one mini-program's storage in bytes. */
export const STORAGE_LIMIT = 10 * 1024 * 1024;
/**
 * The size factor of encrypted data: it limits an entry to 0.7 MB and all entries to 7.1 MB (typings 5.2.3,
 * `SetStorageOption.encrypt`).
 */
const ENCRYPTED_SIZE = 1.4;

export interface Storage {
  has(key: string): boolean;
  /** A copy of the value; undefined if there is none. */
  get(key: string): unknown;
  /** @throws ApiFailure when the entry or the storage would exceed its limit, or the value cannot be serialised. */
  set(key: string, value: unknown, encrypted?: boolean): void;
  /** Was the entry stored with `encrypt: true`? */
  isEncrypted(key: string): boolean;
  remove(key: string): void;
  clear(): void;
  keys(): string[];
  /** Bytes in use. */
  size(): number;
  /** A copy of everything. */
  all(): Record<string, unknown>;
  /** Descriptions of all entries, without reading their values. */
  entries(): StoredEntry[];
  /** The description of one entry; undefined if there is none. */
  entry(key: string): StoredEntry | undefined;
}

/** The description of an entry for a list. */
interface StoredEntry {
  readonly key: string;
  /** The type of the value, with WeChat's name: `String`, `Object`, `Array`, `Undefined` … */
  readonly type: string;
  /** The size of key and value in bytes. */
  readonly bytes: number;
  readonly encrypted: boolean;
  /** A number that differs after each change of the value. */
  readonly revision: number;
}

/**
 * Access to the storage for tools, such as the panel *Storage* of WeChat DevTools. It is not logged as a call of the
 * mini-program.
 */
export interface StorageTool {
  entries(): StoredEntry[];
  entry(key: string): StoredEntry | undefined;
  /** Bytes in use. */
  readonly bytes: number;
  /** A copy of the value; undefined if there is none. */
  get(key: string): unknown;
  /**
   * Stores a value. An encrypted entry remains encrypted.
   * @throws ApiFailure as `wx.setStorage` fails
   */
  set(key: string, value: unknown): void;
  remove(key: string): void;
}

interface Entry {
  text: string;
  bytes: number;
  encrypted: boolean;
  revision: number;
}

/** Counts the changes of all storages together, so that entries of different accounts never have the same revision. */
let changes = 0;

/** Creates the storage of one phone. It outlives the mini-program's process. */
export function createStorage(initial: Readonly<Record<string, unknown>>): Storage {
  const entries = new Map<string, Entry>();
  let total = 0;
  const remove = (key: string) => {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  const storage: Storage = {
    has: (key) => entries.has(key),
    get(key) {
      const entry = entries.get(key);
      return entry === undefined ? undefined : decode(entry.text);
    },
    isEncrypted: (key) => entries.get(key)?.encrypted ?? false,
    set(key, value, encrypted = false) {
      const text = encode(value);
      const bytes = utf8Length(key) + Math.ceil(utf8Length(text) * (encrypted ? ENCRYPTED_SIZE : 1));
      // WeChat does not document the message for an entry that is too large.
      if (bytes > KEY_LIMIT) throw new ApiFailure('entry size limit reached');
      if (total - (entries.get(key)?.bytes ?? 0) + bytes > STORAGE_LIMIT) {
        throw new ApiFailure('exceed storage max size 10Mb');
      }
      const before = entries.get(key);
      if (before?.text !== text) changes += 1;
      const revision = before?.text === text ? before.revision : changes;
      total += bytes - (before?.bytes ?? 0);
      entries.set(key, { text, bytes, encrypted, revision });
    },
    remove,
    clear() {
      entries.clear();
      total = 0;
    },
    keys: () => [...entries.keys()],
    size: () => total,
    all: () => Object.fromEntries([...entries].map(([key, entry]) => [key, decode(entry.text)])),
    entries: () => [...entries].map(([key, entry]) => infoOf(key, entry)),
    entry(key) {
      const entry = entries.get(key);
      return entry && infoOf(key, entry);
    },
  };
  for (const [key, value] of Object.entries(initial)) storage.set(key, value);
  return storage;
}

/** Type of value → its serialiser. Source: typings 5.2.3, `wx.setStorage`. */
const WRITERS: ReadonlyMap<string, (value: unknown) => string> = new Map([
  ['Array', jsonOf],
  ['Object', jsonOf],
  ['String', (value) => `s${value}`],
  ['Number', (value) => `n${value}`],
  ['Boolean', (value) => `b${value}`],
  ['Date', (value) => `d${(value as Date).getTime()}`],
  ['Undefined', () => 'u'],
  ['Null', () => 'l'],
]);

/** Can the value be restored? All other values (Map, RegExp, Error, an ArrayBuffer, a function) are read as ''. */
export const isStorable = (value: unknown): boolean => WRITERS.has(kindOf(value));

/**
 * Serialises a value; a value that cannot be restored becomes an empty text (base library 2.8.2, `anyTypeToString`).
 */
const encode = (value: unknown): string => WRITERS.get(kindOf(value))?.(value) ?? 's';

function jsonOf(value: unknown): string {
  try {
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined ? 'u' : `j${text}`;
  } catch (error) {
    throw new ApiFailure(`data cannot be stored: ${error instanceof Error ? error.message : error}`);
  }
}

function decode(text: string): unknown {
  const content = text.slice(1);
  switch (text[0]) {
    case 's':
      return content;
    case 'n':
      return Number(content);
    case 'b':
      return content === 'true';
    case 'd':
      return new Date(Number(content));
    case 'j':
      return JSON.parse(content);
    case 'l':
      return null;
    default:
      return undefined;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  s: 'String',
  n: 'Number',
  b: 'Boolean',
  d: 'Date',
  l: 'Null',
};

/** The type of a serialised value. */
function typeOf(text: string): string {
  if (text[0] === 'j') return text[1] === '[' ? 'Array' : 'Object';
  return TYPES[text.charAt(0)] ?? 'Undefined';
}

const infoOf = (key: string, { text, ...entry }: Entry): StoredEntry => ({
  key,
  type: typeOf(text),
  ...entry,
});

function utf8Length(text: string): number {
  // Count by hand: most entries are small, and not every runtime has an encoder.
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes;
}
