/** Copies of plain data. */

/**
 * Plain objects and arrays are copied, each once, however often it is referred to; anything else stays what it is.
 * @param known Copies that exist already, by what they are copies of.
 */
export function copy<T>(value: T, known = new Map<unknown, unknown>()): T {
  if (typeof value !== 'object' || value === null) return value;
  const before = known.get(value);
  if (before !== undefined) return before as T;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    known.set(value, list);
    for (const one of value) list.push(copy(one, known));
    return list as T;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
  const made: Record<string, unknown> = {};
  known.set(value, made);
  for (const [name, inner] of Object.entries(value)) made[name] = copy(inner, known);
  return made as T;
}
