/** Conversions from data to rendered values. */
import { kindOf } from '../../kind-of';
import { toText } from './value';

/**
 * The entries that `wx:for` iterates over: an array, an object, the numbers from 0 to n − 1 for a number n, or the
 * UTF-16 units of a string.
 */
export function entriesOf(list: unknown): Iterable<[string | number, unknown]> {
  if (Array.isArray(list)) return list.entries();
  if (typeof list === 'number') return upTo(list);
  if (typeof list === 'string') return list.split('').entries();
  if (kindOf(list) === 'Object') return Object.entries(list as object);
  return [];
}

/** A generator, because the limit on nodes must be able to stop the loop for a large number. */
function* upTo(end: number): Generator<[number, number]> {
  for (let index = 0; index < end; index += 1) yield [index, index];
}

/** The `wx:key` of an item; empty if it has none. */
export function keyOf(item: unknown, key: string | undefined): string {
  if (key === undefined) return '';
  if (key === '*this') return toText(item);
  return toText((item as Record<string, unknown> | null | undefined)?.[key]);
}

/** The entities that WeChat documents for `decode`. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  lt: '<',
  gt: '>',
  apos: "'",
  amp: '&',
};

/** Replaces entities such as `&lt;` with their characters. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([a-z]+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
