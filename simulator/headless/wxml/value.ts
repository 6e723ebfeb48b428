/**
 * A name, a class or a style as text: `undefined` and `null` are empty there. A text between tags is another matter: see
 * `evaluateText`.
 */
export function toText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
