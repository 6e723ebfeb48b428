/**
 * The complete list of members of WXS values (reference/wxs/06datatype.html, 07basiclibrary.html). `includes`,
 * `substr`, `Object.keys` and others do not exist in WXS.
 */
import { kindOf } from '../kind-of';

/**
 * The prefix of every key of a WXS object, like `nv_` in the output of WeChat's compiler: it prevents conflicts with
 * members of JavaScript.
 */
export const KEY = '$';

type Table = Readonly<Record<string, unknown>>;

function plain(of: object, names: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, (of as Record<string, unknown>)[name]]));
}

const methods = (of: object, names: string): Table => table(plain(of, names));

/** Adds the prefix of WXS keys to all names. */
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

/** Joins as WeChat's runtime does: functions and objects have special texts. */
function join(this: readonly unknown[], separator?: unknown): string {
  const between = separator === undefined || separator === null ? ',' : String(separator);
  return Array.from(this, (item) => {
    if (item === null || item === undefined) return '';
    if (typeof item === 'function') return '[function Function]';
    return Array.isArray(item) ? join.call(item) : String(item);
  }).join(between);
}

type TypeName = 'Object' | 'Function' | 'Array' | 'String' | 'Boolean' | 'Number' | 'Date' | 'RegExp';

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

/** Type → fields that are own properties in JavaScript. */
const FIELDS: Partial<Readonly<Record<TypeName, readonly string[]>>> = {
  Array: ['length'],
  String: ['length'],
  Function: ['length'],
  RegExp: ['source', 'global', 'ignoreCase', 'multiline', 'lastIndex'],
};

/** The type name that `constructor` returns; `value` is neither null nor undefined. */
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

/** A member that is not an own property of a WXS object. `key` has the prefix. */
export function memberOf(value: unknown, key: string): unknown {
  const type = typeName(value);
  const method = MEMBERS[type][key];
  if (method !== undefined) return method;
  const name = key.slice(KEY.length);
  if (name === 'constructor') return type;
  return FIELDS[type]?.includes(name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** Is this a field of the value itself, such as the `length` of an array? */
export const isField = (value: unknown, key: string): boolean =>
  FIELDS[typeName(value)]?.includes(key.slice(KEY.length)) ?? false;

/** The names of a type's members, for messages. */
export const membersOf = (type: TypeName): readonly string[] =>
  [...(FIELDS[type] ?? []), ...Object.keys(MEMBERS[type]).map((key) => key.slice(KEY.length))].sort();

/**
 * Adds members of JavaScript's library to an object or function. They are not enumerable, so copies do not contain
 * them.
 */
export function withLibrary<Target extends object>(target: Target, of: object, names: string): Target {
  for (const [key, value] of Object.entries(methods(of, names))) {
    Object.defineProperty(target, key, { value, configurable: true, writable: true });
  }
  return target;
}
