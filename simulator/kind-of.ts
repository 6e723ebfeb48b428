/**
 * The type name of a value, as WeChat's base library computes it: `String`, `Undefined`, `ArrayBuffer`, … It also works
 * for values of another realm.
 */
export const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

export const isArrayBuffer = (value: unknown): value is ArrayBuffer => kindOf(value) === 'ArrayBuffer';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A value in an error message: a primitive as it is written in a program, otherwise its type name. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return 'Function';
  return isObject(value) ? kindOf(value) : String(value);
}

/**
 * @param what names the value in the message, e.g. `has: the text`
 * @throws Error for another value than a text, e.g. an undefined variable of a JavaScript test
 */
export function assertText(what: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new Error(`${what} must be a string, not ${valueText(value)}.`);
}
