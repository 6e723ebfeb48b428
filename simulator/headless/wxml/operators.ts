/** WXML's operators: JavaScript's meaning, loose equality included. */
type Binary = (left: unknown, right: unknown) => unknown;

/** Binary operators that look at both sides. */
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

/** `object.key`. A missing object or key reads as undefined. */
export function member(object: unknown, key: unknown): unknown {
  if (object === undefined || object === null || HIDDEN.has(key)) return undefined;
  return (object as Record<PropertyKey, unknown>)[key as PropertyKey];
}
