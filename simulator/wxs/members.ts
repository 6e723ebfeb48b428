/**
 * What values of WXS can do (reference/wxs/06datatype.html, 07basiclibrary.html): this and no more. `includes`,
 * `substr`, `Object.keys` and the like do not exist.
 */
import { kindOf } from '../kind-of';

/** Stands before every key of a WXS object, as WeChat's compiler writes `nv_`: no key can meet one of JavaScript's. */
export const KEY = '$';

type Table = Readonly<Record<string, unknown>>;

function plain(of: object, names: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, (of as Record<string, unknown>)[name]]));
}

const methods = (of: object, names: string): Table => table(plain(of, names));

/** With keys as WXS objects have them. */
function table(members: Readonly<Record<string, unknown>>): Table {
  const made = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of Object.entries(members)) made[KEY + name] = value;
  return made;
}

const DATE_PARTS =
  'Time FullYear UTCFullYear Month UTCMonth Date UTCDate Day UTCDay Hours UTCHours Minutes UTCMinutes Seconds UTCSeconds Milliseconds UTCMilliseconds';
const DATE_METHODS = [
  'toString toDateString toTimeString toLocaleString toLocaleDateString toLocaleTimeString valueOf getTimezoneOffset',
  'toUTCString toISOString toJSON',
  ...DATE_PARTS.split(' ').map((part) => `get${part}`),
  ...DATE_PARTS.split(' ')
    .filter((part) => !part.endsWith('Day'))
    .map((part) => `set${part}`),
].join(' ');

/** Joins as WeChat's runtime does: functions and objects have their own words. */
function join(this: readonly unknown[], separator?: unknown): string {
  const between = separator === undefined || separator === null ? ',' : String(separator);
  return Array.from(this, (item) => {
    if (item === null || item === undefined) return '';
    if (typeof item === 'function') return '[function Function]';
    return Array.isArray(item) ? join.call(item) : String(item);
  }).join(between);
}

export type TypeName = 'Object' | 'Function' | 'Array' | 'String' | 'Boolean' | 'Number' | 'Date' | 'RegExp';

const MEMBERS: Readonly<Record<TypeName, Table>> = {
  Object: table({ toString: () => '[object Object]' }),
  Function: table({ toString: () => '[function Function]' }),
  Array: table({
    ...plain(
      Array.prototype,
      'concat pop push reverse shift slice sort splice unshift indexOf lastIndexOf every some forEach map filter reduce reduceRight',
    ),
    join,
    toString(this: readonly unknown[]) {
      return join.call(this);
    },
  }),
  String: methods(
    String.prototype,
    'toString valueOf charAt charCodeAt concat indexOf lastIndexOf localeCompare match replace search slice split substring toLowerCase toLocaleLowerCase toUpperCase toLocaleUpperCase trim',
  ),
  Boolean: methods(Boolean.prototype, 'toString valueOf'),
  Number: methods(Number.prototype, 'toString toLocaleString valueOf toFixed toExponential toPrecision'),
  Date: methods(Date.prototype, DATE_METHODS),
  RegExp: methods(RegExp.prototype, 'exec test toString'),
};

/** Fields that are the value's own in JavaScript, by type. */
const FIELDS: Partial<Readonly<Record<TypeName, readonly string[]>>> = {
  Array: ['length'],
  String: ['length'],
  Function: ['length'],
  RegExp: ['source', 'global', 'ignoreCase', 'multiline', 'lastIndex'],
};

/** The type of a value that is neither null nor undefined: what `constructor` says. */
export function typeName(value: unknown): TypeName {
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Number';
    case 'boolean':
      return 'Boolean';
    case 'function':
      return 'Function';
  }
  if (Array.isArray(value)) return 'Array';
  const kind = kindOf(value);
  return kind === 'Date' || kind === 'RegExp' ? kind : 'Object';
}

/** A member that is not the value's own; `key` with its prefix. */
export function memberOf(value: unknown, key: string): unknown {
  const type = typeName(value);
  const method = MEMBERS[type][key];
  if (method !== undefined) return method;
  const name = key.slice(KEY.length);
  if (name === 'constructor') return type;
  return FIELDS[type]?.includes(name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** Is this a field that the value keeps itself, such as the `length` of an array? */
export const isField = (value: unknown, key: string): boolean =>
  FIELDS[typeName(value)]?.includes(key.slice(KEY.length)) ?? false;

/** What a type can do, for messages. */
export const membersOf = (type: TypeName): readonly string[] =>
  [...(FIELDS[type] ?? []), ...Object.keys(MEMBERS[type]).map((key) => key.slice(KEY.length))].sort();

/** Adds members of JavaScript's library to an object or function. A copy of it shows none of them. */
export function withLibrary<Target extends object>(target: Target, of: object, names: string): Target {
  for (const [key, value] of Object.entries(methods(of, names))) {
    Object.defineProperty(target, key, { value, configurable: true, writable: true });
  }
  return target;
}
