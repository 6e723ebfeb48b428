/** What the shell can see and change of the values that a mini-program holds: page data, component data, storage. */

/** Keys and indices from the top of a source. */
export type ValuePath = readonly (string | number)[];

/** What kind of value it is. `other`: a function, `undefined`, a date, bytes, a cycle … */
export type ValueKind = 'text' | 'number' | 'boolean' | 'null' | 'array' | 'object' | 'other';

/** One value as a tree shows it: never the value itself, which may be huge. */
export interface ValueView {
  readonly kind: ValueKind;
  /** A text as it is, cut; a number; what a branch holds, e.g. `{a, b, …}`; what another value is, e.g. `[function]`. */
  readonly text: string;
  /** Entries of a branch, characters of a text. */
  readonly size: number;
}

/** One entry of a branch. */
export interface ValueEntry {
  readonly key: string | number;
  readonly view: ValueView;
}

/** What came of a change. */
export interface SetResult {
  /** false: nothing has changed. */
  readonly ok: boolean;
  /** What the phone said of it, e.g. that a property has another type. */
  readonly said: readonly string[];
}

/** Is a value as a person has set it (`edited`), or something in it (`inside`)? */
export type EditMark = 'edited' | 'inside' | '';

/** Values that can be looked at piece by piece, and changed. */
export interface ValueSource {
  /** undefined: it is gone. */
  view(path: ValuePath): ValueView | undefined;
  /** At most `count` entries of a branch, beginning with the one at `from`. */
  entries(path: ValuePath, from: number, count: number): readonly ValueEntry[];
  /** A value as JSON, to be edited as text. undefined: it is too long, or holds what JSON does not know. */
  json(path: ValuePath): string | undefined;
  set(path: ValuePath, value: unknown): SetResult;
  mark(path: ValuePath): EditMark;
}

/** A page or a component, and its data. */
export interface LiveOwner extends ValueSource {
  /** The same for as long as the instance lives. */
  readonly id: number;
  /** Path of its files, e.g. `components/login-button/login-button`. */
  readonly is: string;
  /** `#id` and `.class` of its element, as far as it has them. */
  readonly label: string;
  /** 0 for a page, 1 for a component in its template … */
  readonly depth: number;
  /** Type of a property, e.g. `Number` or `String | Number`; undefined: it is none. */
  propertyType(name: string): string | undefined;
}

/** One entry of the storage. */
export interface StoredEntry {
  readonly key: string;
  /** As WeChat stores it: `String`, `Number`, `Boolean`, `Object`, `Array`, `Date`, `Null`, `Undefined`. */
  readonly type: string;
  /** Key and value, in bytes. */
  readonly bytes: number;
  /** Stored with `encrypt: true`. */
  readonly encrypted: boolean;
}

/** The storage of the account that is logged in. The first key of a path is the entry's. */
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

/** Everything that can be edited on a phone. */
export interface LiveValues {
  /** The stack, top last. */
  pages(): readonly LiveOwner[];
  /** Components in a page, in the order of the document, at most so many. */
  components(page: LiveOwner, most: number): readonly LiveOwner[];
  /** The innermost page or component around an element of the phone's document. */
  ownerOf(element: Element): { readonly page: LiveOwner; readonly owner: LiveOwner } | undefined;
  readonly storage: LiveStorage;
  /** How many edits are in force. */
  readonly edits: number;
  /**
   * Undoes all edits, the last one first. What the mini-program has set since stays as it is.
   * @returns `restart`: something cannot be undone, only the scene from its start is as it was
   */
  reset(): 'done' | 'restart';
}
