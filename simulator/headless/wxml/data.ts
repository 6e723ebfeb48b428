/** Small steps from data to what is rendered. */
import { toText } from './value';

/** What `wx:for` walks over: an array, an object, a number n as 0 … n-1, the characters of a string. */
export function entriesOf(list: unknown): [string | number, unknown][] {
  if (Array.isArray(list)) return [...list.entries()];
  if (typeof list === 'number') return Array.from({ length: list }, (_, index) => [index, index]);
  if (typeof list === 'string') return [...[...list].entries()];
  if (typeof list === 'object' && list !== null) return Object.entries(list);
  return [];
}

/** The `wx:key` of an item; empty where there is none. */
export function keyOf(item: unknown, key: string | true | undefined): string {
  if (typeof key !== 'string') return '';
  if (key === '*this') return toText(item);
  return toText((item as Record<string, unknown> | null | undefined)?.[key]);
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/** `&lt;` and its kin become what they stand for. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(lt|gt|amp|quot|apos|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
