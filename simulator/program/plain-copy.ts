/**
 * Copies plain objects and arrays. An object that is referred to several times is copied once. Other values are
 * returned unchanged.
 * @param known Original → copy that exists already.
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
