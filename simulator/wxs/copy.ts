/**
 * Values on their way into WXS and out of it: always copies (`$gdc` in what WeChat's compiler writes). WXS can change
 * no data of a page, and a page gets no function of WXS.
 */
import { KEY } from './members';

/** Objects that WXS handles as they are: what an event handler is given to act on. */
const hosts = new WeakSet<object>();

/** Marks an object as one that WXS handles as it is. Its methods need the prefix of WXS keys. */
export function asHost<Host extends object>(host: Host): Host {
  hosts.add(host);
  return host;
}

/** A value of the mini-program → WXS. Functions and instances become null. */
export function copyIn(value: unknown): unknown {
  return copy(value, (key) => KEY + key, new Set());
}

/**
 * A value of WXS → the mini-program. Functions become null unless `wrap` makes something of them.
 * A key that is a number or undefined loses three letters, as in WeChat.
 */
export function copyOut(
  value: unknown,
  wrap: (run: (...args: unknown[]) => unknown) => unknown = () => null,
): unknown {
  return copy(value, (key) => (key.startsWith(KEY) ? key.slice(KEY.length) : key.slice(3)), new Set(), wrap);
}

function copy(
  value: unknown,
  rename: (key: string) => string,
  around: Set<object>,
  wrap?: (run: (...args: unknown[]) => unknown) => unknown,
): unknown {
  if (typeof value === 'function') return wrap === undefined ? null : wrap(value as never);
  if (typeof value !== 'object') return typeof value === 'symbol' || typeof value === 'bigint' ? null : value;
  if (value === null) return null;
  if (hosts.has(value)) return wrap === undefined ? value : null;
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Date]') return new Date((value as Date).getTime());
  if (tag === '[object RegExp]') return new RegExp((value as RegExp).source, flagsOf(value as RegExp));
  const isArray = Array.isArray(value);
  if (!isArray && !isPlain(value)) return null;
  if (around.has(value)) throw new TypeError('this value contains itself: WXS takes and returns copies only');
  around.add(value);
  const result: unknown = isArray
    ? Array.from(value, (item) => copy(item, rename, around, wrap))
    : copyFields(value as Record<string, unknown>, rename, (field) => copy(field, rename, around, wrap));
  around.delete(value);
  return result;
}

function copyFields(
  from: Record<string, unknown>,
  rename: (key: string) => string,
  each: (value: unknown) => unknown,
): object {
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(from)) {
    const name = rename(key);
    if (name === '__proto__') continue;
    made[name] = each(from[key]);
  }
  return made;
}

/** Also of another realm, as data in Jest's sandbox is. `arguments` counts as an object, as in WeChat. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const flagsOf = ({ global, ignoreCase, multiline }: RegExp): string =>
  `${global ? 'g' : ''}${ignoreCase ? 'i' : ''}${multiline ? 'm' : ''}`;
