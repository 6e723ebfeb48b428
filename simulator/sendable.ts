/**
 * Data that cannot go from the logic to the view. A phone sends it as JSON: `JSON.stringify` throws for a BigInt, and
 * copying very deep data fills the stack. Source: https://github.com/chemzqm/wept (base library 2.8.2, `publish`).
 */

/** Lists and objects inside each other. Both engines copy so many; a phone's stack is full after some thousands. */
const DEEPEST = 1000;

/** Why a value cannot be sent; undefined when it can. Instances, dates and buffers are not looked into. */
export function unsendable(value: unknown): string | undefined {
  if (typeof value === 'bigint') return BIGINT;
  if (!isPlain(value)) return undefined;
  const seen = new Set<object>([value]);
  let level: object[] = [value];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      return `has more than ${DEEPEST} levels of lists and objects: the stack of a phone overflows`;
    const next: object[] = [];
    for (const one of level)
      for (const inner of Array.isArray(one) ? one : Object.values(one)) {
        if (typeof inner === 'bigint') return BIGINT;
        if (!isPlain(inner) || seen.has(inner)) continue;
        seen.add(inner);
        next.push(inner);
      }
    level = next;
  }
  return undefined;
}

const BIGINT = 'holds a BigInt, which JSON cannot carry to the view: WeChat throws. Use a text or a number';

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}
