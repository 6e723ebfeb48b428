/** The operators of WXML have the semantics of JavaScript, including loose equality. */
type Binary = (left: unknown, right: unknown) => unknown;

export const BINARY: Readonly<Record<string, Binary>> = {
  // biome-ignore lint/suspicious/noDoubleEquals: `==` in WXML is `==`
  '==': (a, b) => a == b,
  // biome-ignore lint/suspicious/noDoubleEquals: `!=` in WXML is `!=`
  '!=': (a, b) => a != b,
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '<': (a, b) => (a as number) < (b as number),
  '>': (a, b) => (a as number) > (b as number),
  '<=': (a, b) => (a as number) <= (b as number),
  '>=': (a, b) => (a as number) >= (b as number),
  '+': (a, b) => (a as number) + (b as number),
  '-': (a, b) => (a as number) - (b as number),
  '*': (a, b) => (a as number) * (b as number),
  '/': (a, b) => (a as number) / (b as number),
  '%': (a, b) => (a as number) % (b as number),
  '|': (a, b) => (a as number) | (b as number),
  '^': (a, b) => (a as number) ^ (b as number),
  '&': (a, b) => (a as number) & (b as number),
  '<<': (a, b) => (a as number) << (b as number),
  '>>': (a, b) => (a as number) >> (b as number),
};

const HIDDEN = new Set<unknown>([undefined, null, '__proto__', 'prototype', 'caller']);

/** `object.key`. Undefined if the object or the key is missing. */
export function member(object: unknown, key: unknown): unknown {
  if (object === undefined || object === null || HIDDEN.has(key)) return undefined;
  return (object as Record<PropertyKey, unknown>)[key as PropertyKey];
}
