/** Values for a tree view, read in parts: a list of a million numbers costs only the rows that are shown. Pure. */
import type { ValueEntry, ValuePath, ValueView } from '../../live-values';

/** Longest text that is not cut, characters. */
const LONGEST = 400;
/** Number of keys that are shown for a folded object. */
const NAMED = 3;
/** A value with more parts, or with longer JSON, cannot be edited as one text. */
const MOST_PARTS = 20_000;
const LONGEST_JSON = 200_000;
/** Most levels of a value that is edited as one text. `setData` itself fails at some thousands. */
const DEEPEST = 1_000;

type Branch = Readonly<Record<string | number, unknown>> | readonly unknown[];

/** Whether the value is an instance of a component: `_$` is glass-easel's component. It is no data. */
const isInstance = (value: object): boolean => '_$' in value;

/** Whether the value is an object or array that can be unfolded, of any realm: it may come from another frame. */
function isBranch(value: unknown): value is Branch {
  if (typeof value !== 'object' || value === null || isInstance(value)) return false;
  return ['[object Object]', '[object Array]'].includes(Object.prototype.toString.call(value));
}

function otherText(value: unknown): string {
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return String(value);
  if (isInstance(value)) return `[component ${String((value as { is?: unknown }).is)}]`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  return `[${Object.prototype.toString.call(value).slice(8, -1)}]`;
}

function branchView(value: Branch): ValueView {
  if (Array.isArray(value)) return { kind: 'array', text: `[${value.length}]`, size: value.length };
  const keys = Object.keys(value);
  const named = keys.slice(0, NAMED).map((key) => key.slice(0, LONGEST / 10));
  const text = `{${named.join(', ')}${keys.length > NAMED ? ', …' : ''}}`;
  return { kind: 'object', text, size: keys.length };
}

/**
 * A value as one row of a tree.
 * @param above the objects that contain it, from the top; a value among them is a cycle
 */
export function viewOf(value: unknown, above: readonly unknown[] = []): ValueView {
  if (value === null) return { kind: 'null', text: 'null', size: 0 };
  if (typeof value === 'string') return { kind: 'text', text: value.slice(0, LONGEST), size: value.length };
  if (typeof value === 'number' || typeof value === 'boolean')
    return { kind: typeof value as 'number' | 'boolean', text: String(value), size: 0 };
  if (above.includes(value)) return { kind: 'other', text: '[circular]', size: 0 };
  return isBranch(value) ? branchView(value) : { kind: 'other', text: otherText(value), size: 0 };
}

/** Reads a property; undefined = absent. An exception of a getter becomes the value. */
function read(branch: Branch, key: string | number): { value: unknown } | undefined {
  try {
    return Object.hasOwn(branch, key) ? { value: (branch as Record<string, unknown>)[key] } : undefined;
  } catch (error) {
    return { value: new Error(String(error)) };
  }
}

/**
 * The value at a path, and the objects that contain it.
 * @returns undefined when there is none
 */
export function valueAt(
  top: unknown,
  path: ValuePath,
): { value: unknown; above: readonly unknown[] } | undefined {
  const above: unknown[] = [];
  let value = top;
  for (const key of path) {
    if (!isBranch(value) || above.includes(value)) return undefined;
    above.push(value);
    const found = read(value, key);
    if (found === undefined) return undefined;
    value = found.value;
  }
  return { value, above };
}

/** `count` entries of an object or array, from index `from`. Holes of an array count as `undefined`. */
export function entriesOf(top: unknown, path: ValuePath, from: number, count: number): ValueEntry[] {
  const found = valueAt(top, path);
  if (!found || !isBranch(found.value) || found.above.includes(found.value)) return [];
  const { value } = found;
  const above = [...found.above, value];
  const keys = Array.isArray(value)
    ? Array.from({ length: Math.max(0, Math.min(count, value.length - from)) }, (_, at) => from + at)
    : Object.keys(value).slice(from, from + count);
  return keys.map((key) => ({ key, view: viewOf(read(value, key)?.value, above) }));
}

/** The items of an array, with holes as `undefined` because `every` skips holes; at most `most` + 1 items. */
const partsOf = (list: readonly unknown[], most: number): unknown[] =>
  Array.from({ length: Math.min(list.length, most + 1) }, (_, at) => list[at]);

/** Whether JSON keeps the value unchanged. false for a value with too many parts. */
function isJson(top: unknown): boolean {
  let left = MOST_PARTS;
  const above = new Set<unknown>();
  const areJson = (values: readonly unknown[]): boolean => values.length <= left && values.every(walk);
  const walk = (value: unknown): boolean => {
    left -= 1;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return left >= 0;
    if (typeof value === 'number') return left >= 0 && Number.isFinite(value);
    if (left < 0 || !isBranch(value) || above.has(value) || above.size > DEEPEST) return false;
    above.add(value);
    const result = areJson(Array.isArray(value) ? partsOf(value, left) : Object.values(value));
    above.delete(value);
    return result;
  };
  try {
    return walk(top);
  } catch {
    // A getter threw.
    return false;
  }
}

/**
 * The value as JSON, for editing.
 * @returns undefined when it is too long, or holds a function, `undefined`, a cycle or anything else that JSON lacks
 */
export function jsonOf(value: unknown): string | undefined {
  if (!isJson(value)) return undefined;
  const text = JSON.stringify(value, null, 2);
  return text.length > LONGEST_JSON ? undefined : text;
}

/** A text that differs for different values. For values that JSON lacks, it is only the text of the tree view. */
export const fingerprint = (value: unknown): string =>
  isJson(value) ? JSON.stringify(value) : `other ${viewOf(value).text}`;
