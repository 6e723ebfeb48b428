/**
 * Detects data that cannot be sent from the logic layer to the view. A phone sends it as JSON: `JSON.stringify` throws
 * for a BigInt, and copying very deep data overflows the stack. Source: https://github.com/chemzqm/wept (base library
 * 2.8.2, `publish`).
 */

/**
 * The maximum nesting of lists and objects. Both engines can copy this depth; a phone's stack overflows after some
 * thousands.
 */
const DEEPEST = 1000;

/**
 * The reason why a value cannot be sent; undefined if it can. Values inside instances, dates and buffers are not
 * checked.
 */
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

const BIGINT = 'contains a BigInt, which JSON cannot represent: WeChat throws. Use a text or a number';

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}
