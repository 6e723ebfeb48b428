/** WXML's operators: JavaScript's meaning, loose equality included. */
type Binary = (left: unknown, right: unknown) => unknown;

/** Binary operators, from the loosest level to the tightest. */
export const BINARY: readonly Readonly<Record<string, Binary>>[] = [
  // biome-ignore lint/suspicious/noDoubleEquals: `==` in WXML is `==`
  { '==': (a, b) => a == b, '!=': (a, b) => a != b, '===': (a, b) => a === b, '!==': (a, b) => a !== b },
  {
    '<': (a, b) => (a as number) < (b as number),
    '>': (a, b) => (a as number) > (b as number),
    '<=': (a, b) => (a as number) <= (b as number),
    '>=': (a, b) => (a as number) >= (b as number),
  },
  { '+': (a, b) => (a as number) + (b as number), '-': (a, b) => (a as number) - (b as number) },
  {
    '*': (a, b) => (a as number) * (b as number),
    '/': (a, b) => (a as number) / (b as number),
    '%': (a, b) => (a as number) % (b as number),
  },
];

/** Names that are values. */
export const LITERALS: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined: undefined,
};

/** `object.key`, where a missing object reads as undefined. */
export function member(object: unknown, key: unknown): unknown {
  if (object === undefined || object === null) return undefined;
  return (object as Record<PropertyKey, unknown>)[key as PropertyKey];
}
