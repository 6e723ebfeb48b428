/**
 * Copies values between the mini-program and WXS, like `$gdc` in the output of WeChat's compiler. Because of the
 * copies, WXS cannot change the data of a page, and a page gets no functions of WXS.
 */
import { kindOf } from '../kind-of';
import { KEY } from './members';

/** The prototype of objects that WXS uses without a copy: the descriptors that event handlers receive. */
const HOST: object = Object.freeze({ __proto__: null, toString: () => '[object Object]' });

/** The maximum nesting. A cyclic value exceeds it. */
const DEEPEST = 500;

/** Marks an object that WXS uses without a copy. The names of its methods need the prefix of WXS keys. */
export const asHost = <Host extends object>(host: Host): Host => Object.setPrototypeOf(host, HOST);

/** Copies a value of the mini-program for WXS. Functions and instances become null. */
export function copyIn(value: unknown): unknown {
  return copy(value, withKey, 0);
}

/**
 * Copies a value of WXS for the mini-program. Functions become null, or the result of `wrap`. A key that is a number or
 * undefined loses its first three letters, as in WeChat.
 */
export function copyOut(
  value: unknown,
  wrap: (run: (...args: unknown[]) => unknown) => unknown = () => null,
): unknown {
  return copy(value, withoutKey, 0, wrap);
}

const withKey = (key: string): string => KEY + key;
const withoutKey = (key: string): string => (key.startsWith(KEY) ? key.slice(KEY.length) : key.slice(3));

function copy(
  value: unknown,
  rename: (key: string) => string,
  depth: number,
  wrap?: (run: (...args: unknown[]) => unknown) => unknown,
): unknown {
  if (typeof value === 'function') return wrap === undefined ? null : wrap(value as never);
  if (typeof value !== 'object') return typeof value === 'symbol' || typeof value === 'bigint' ? null : value;
  if (value === null) return null;
  if (depth > DEEPEST) throw new TypeError('this value contains itself: WXS takes and returns copies only');
  if (Array.isArray(value)) {
    const made: unknown[] = [];
    for (let at = 0; at < value.length; at += 1) made.push(copy(value[at], rename, depth + 1, wrap));
    return made;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype === HOST) return wrap === undefined ? value : null;
  if (!isPlain(prototype)) return copyOfType(value);
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const name = rename(key);
    if (name === '__proto__') continue;
    made[name] = copy((value as Record<string, unknown>)[key], rename, depth + 1, wrap);
  }
  return made;
}

/**
 * Is it the prototype of a plain object, in any realm? Data in Jest's sandbox belongs to another realm. `arguments`
 * counts as an object, as in WeChat.
 */
const isPlain = (prototype: unknown): boolean =>
  prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;

function copyOfType(value: object): unknown {
  const kind = kindOf(value);
  if (kind === 'Date') return new Date((value as Date).getTime());
  if (kind === 'RegExp') return new RegExp((value as RegExp).source, flagsOf(value as RegExp));
  return null;
}

const flagsOf = ({ global, ignoreCase, multiline }: RegExp): string =>
  `${global ? 'g' : ''}${ignoreCase ? 'i' : ''}${multiline ? 'm' : ''}`;
