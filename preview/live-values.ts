/** The interface for reading and editing a mini-program's values: page data, component data, storage. */

/** The path of a value: keys and indices from the top of a source. */
export type ValuePath = readonly (string | number)[];

/** The kind of a value. `other`: a function, `undefined`, a date, bytes, a cycle … */
type ValueKind = 'text' | 'number' | 'boolean' | 'null' | 'array' | 'object' | 'other';

/** One value as a tree shows it. It does not contain the value itself, which may be huge. */
export interface ValueView {
  readonly kind: ValueKind;
  /** A string (cut if long), a number, the keys of an object, e.g. `{a, b, …}`, or a description, e.g. `[function]`. */
  readonly text: string;
  /** Number of entries of an array or object; number of characters of a string; else 0. */
  readonly size: number;
}

/** One entry of an array or object. */
export interface ValueEntry {
  readonly key: string | number;
  readonly view: ValueView;
}

/** The result of an edit. */
export interface SetResult {
  /** false: nothing has changed. */
  readonly ok: boolean;
  /** Warnings and errors of the phone, e.g. that a property has another type. */
  readonly messages: readonly string[];
}

/** `edited`: the user has set this value. `inside`: the user has set a part of it. */
export type EditMark = 'edited' | 'inside' | '';

/** Values that can be read in parts, and edited. */
export interface ValueSource {
  /** undefined: the value no longer exists. */
  view(path: ValuePath): ValueView | undefined;
  /** At most `count` entries of an array or object, from index `from` on. */
  entries(path: ValuePath, from: number, count: number): readonly ValueEntry[];
  /**
   * A value as JSON, for editing it as text. undefined if the JSON is too long, or the value contains something that
   * JSON cannot represent.
   */
  json(path: ValuePath): string | undefined;
  set(path: ValuePath, value: unknown): SetResult;
  mark(path: ValuePath): EditMark;
}

/** A page or a component, and its data. */
export interface LiveOwner extends ValueSource {
  /** Unique number of the instance. */
  readonly id: number;
  /** Path of its files, e.g. `components/login-button/login-button`. */
  readonly is: string;
  /** The `#id` and `.class` of its element; empty if it has none. */
  readonly label: string;
  /** Nesting depth: 0 for a page, 1 for a component in the page's template … */
  readonly depth: number;
  /** Type of a property, e.g. `Number` or `String | Number`; undefined: there is no such property. */
  propertyType(name: string): string | undefined;
}

/** One entry of the storage. */
export interface StoredEntry {
  readonly key: string;
  /** Type name in WeChat's storage: `String`, `Number`, `Boolean`, `Object`, `Array`, `Date`, `Null`, `Undefined`. */
  readonly type: string;
  /** Size of key and value, bytes. */
  readonly bytes: number;
  /** Stored with `encrypt: true`. */
  readonly encrypted: boolean;
}

/** The storage of the account that is logged in. The first part of a path is the key of the entry. */
export interface LiveStorage extends ValueSource {
  list(): readonly StoredEntry[];
  /** Bytes in use. */
  readonly bytes: number;
  /** WeChat's limit, bytes. */
  readonly limit: number;
  has(key: string): boolean;
  remove(key: string): void;
  clear(): void;
}

/** All editable values of a phone. */
export interface LiveValues {
  /** The page stack, top page last. */
  pages(): readonly LiveOwner[];
  /** The components of a page in document order, at most `most`. */
  components(page: LiveOwner, most: number): readonly LiveOwner[];
  /** The innermost page or component around an element of the phone's document. */
  ownerOf(element: Element): { readonly page: LiveOwner; readonly owner: LiveOwner } | undefined;
  readonly storage: LiveStorage;
  /** Number of edited values that the mini-program has not overwritten. */
  readonly edits: number;
  /**
   * Undoes all edits, the last one first. A value that the mini-program has set since then is kept.
   * @returns `restart`: an edit cannot be undone; restart the scene to remove it
   */
  reset(): 'done' | 'restart';
}
