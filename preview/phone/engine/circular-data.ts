/** `data` that refers to itself: the engine copies what is declared without an end, and its stack overflows. */
import { copy } from '../../../simulator/plain-copy';

function isCircular(value: unknown, around = new Set<unknown>(), known = new Set<unknown>()): boolean {
  if (typeof value !== 'object' || value === null || known.has(value)) return false;
  if (around.has(value)) return true;
  around.add(value);
  const found = Object.values(value).some((one) => isCircular(one, around, known));
  around.delete(value);
  known.add(value);
  return found;
}

/** The definition of a page or component; circular data becomes a function, whose result the engine copies well. */
export function withCircularData(definition: Record<string, unknown>): Record<string, unknown> {
  const { data } = definition;
  return isCircular(data) ? { ...definition, data: () => copy(data) } : definition;
}
