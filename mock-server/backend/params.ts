import { Refusal } from './replies';

/** Anything that may hold several values of one name. */
export interface Fields {
  getAll(name: string): unknown[];
}

/**
 * The one text value of a field, or null when it is absent or empty.
 * @throws Refusal 400 when the field is given twice (which one counts would be a guess) or is a file.
 */
export function single(fields: Fields, name: string): string | null {
  const values = fields.getAll(name);
  if (values.length === 0) return null;
  if (values.length > 1) throw new Refusal(400, `${name}: given ${values.length} times, expected once`);
  const [value] = values;
  if (typeof value !== 'string') throw new Refusal(400, `${name}: expected text, got a file`);
  return value === '' ? null : value;
}
