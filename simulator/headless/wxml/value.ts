/** Converts a name, class or style to text: `undefined` and `null` become empty. For text nodes see `evaluateText`. */
export function toText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
