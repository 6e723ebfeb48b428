import { Refusal } from './replies';

/** Fields that may have several values. */
export interface Fields {
  getAll(name: string): unknown[];
}

/**
 * The text value of a field; null if it is missing or empty.
 * @throws Refusal 400 if the field is given twice, because either value may be meant, or if it is a file
 */
export function single(fields: Fields, name: string): string | null {
  const values = fields.getAll(name);
  if (values.length === 0) return null;
  if (values.length > 1) throw new Refusal(400, `${name}: given ${values.length} times, expected once`);
  const [value] = values;
  if (typeof value !== 'string') throw new Refusal(400, `${name}: expected text, got a file`);
  return value === '' ? null : value;
}
