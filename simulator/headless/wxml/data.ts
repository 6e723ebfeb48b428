/** Small steps from data to what is rendered. */
import { kindOf } from '../../kind-of';
import { toText } from './value';

/** What `wx:for` walks over: an array, an object, a number n as 0 up to below n, the UTF-16 units of a string. */
export function entriesOf(list: unknown): Iterable<[string | number, unknown]> {
  if (Array.isArray(list)) return list.entries();
  if (typeof list === 'number') return upTo(list);
  if (typeof list === 'string') return list.split('').entries();
  if (kindOf(list) === 'Object') return Object.entries(list as object);
  return [];
}

/** One by one: the count of what is drawn stops a number that is too large. */
function* upTo(end: number): Generator<[number, number]> {
  for (let index = 0; index < end; index += 1) yield [index, index];
}

/** The `wx:key` of an item; empty where there is none. */
export function keyOf(item: unknown, key: string | undefined): string {
  if (key === undefined) return '';
  if (key === '*this') return toText(item);
  return toText((item as Record<string, unknown> | null | undefined)?.[key]);
}

/** Those that WeChat documents for `decode`. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  lt: '<',
  gt: '>',
  apos: "'",
  amp: '&',
};

/** `&lt;` and its kin become what they stand for. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([a-z]+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
