/**
 * Converts values to rows of a tree, in parts: for a list of a million numbers, only the displayed rows are read. Pure.
 */
import type { ValueEntry, ValuePath, ValueView } from '../../live-values';

/** Maximum length of a text, characters. A longer text is cut. */
const MAX_TEXT = 400;
/** Maximum number of keys in the text of a folded object. */
const MAX_KEYS = 3;
/** A value with more parts, or with longer JSON, cannot be edited as one text. */
const MAX_PARTS = 20_000;
const MAX_JSON = 200_000;
/** Maximum depth of a value that is edited as one text. `setData` itself fails at a depth of some thousands. */
const MAX_DEPTH = 1_000;

type Branch = Readonly<Record<string | number, unknown>> | readonly unknown[];

/** Whether the value is an instance of a component, which is not data. `_$` is glass-easel's component. */
const isInstance = (value: object): boolean => '_$' in value;

/**
 * Whether the value is an object or array that can be unfolded. It may come from another frame, so its prototype may be
 * another `Object`.
 */
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
  const named = keys.slice(0, MAX_KEYS).map((key) => key.slice(0, MAX_TEXT / 10));
  const text = `{${named.join(', ')}${keys.length > MAX_KEYS ? ', …' : ''}}`;
  return { kind: 'object', text, size: keys.length };
}

/**
 * Converts a value to a row of a tree.
 * @param above the objects that contain the value, the outermost first. If the value is one of them, it is a cycle.
 */
export function viewOf(value: unknown, above: readonly unknown[] = []): ValueView {
  if (value === null) return { kind: 'null', text: 'null', size: 0 };
  if (typeof value === 'string') return { kind: 'text', text: value.slice(0, MAX_TEXT), size: value.length };
  if (typeof value === 'number' || typeof value === 'boolean')
    return { kind: typeof value as 'number' | 'boolean', text: String(value), size: 0 };
  if (above.includes(value)) return { kind: 'other', text: '[circular]', size: 0 };
  return isBranch(value) ? branchView(value) : { kind: 'other', text: otherText(value), size: 0 };
}

/** Reads a property. undefined: it is absent. If a getter throws, the exception is the value. */
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

/** The `count` entries of an object or array from index `from` on. A hole in an array counts as `undefined`. */
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

/** The items of an array, at most `most` + 1. Holes become `undefined`, because `every` would skip them. */
const partsOf = (list: readonly unknown[], most: number): unknown[] =>
  Array.from({ length: Math.min(list.length, most + 1) }, (_, at) => list[at]);

/** Whether a conversion to JSON and back returns the same value. false for a value with too many parts. */
function isJson(top: unknown): boolean {
  let left = MAX_PARTS;
  const above = new Set<unknown>();
  const areJson = (values: readonly unknown[]): boolean => values.length <= left && values.every(walk);
  const walk = (value: unknown): boolean => {
    left -= 1;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return left >= 0;
    if (typeof value === 'number') return left >= 0 && Number.isFinite(value);
    if (left < 0 || !isBranch(value) || above.has(value) || above.size > MAX_DEPTH) return false;
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
 * @returns undefined when the JSON is too long, or the value contains something that JSON cannot represent: a function,
 * `undefined`, a cycle …
 */
export function jsonOf(value: unknown): string | undefined {
  if (!isJson(value)) return undefined;
  const text = JSON.stringify(value, null, 2);
  return text.length > MAX_JSON ? undefined : text;
}

/**
 * A text that differs for different values. If JSON cannot represent the value, it is the text of the tree row, which
 * may be the same for different values.
 */
export const fingerprint = (value: unknown): string =>
  isJson(value) ? JSON.stringify(value) : `other ${viewOf(value).text}`;
