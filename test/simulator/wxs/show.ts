/** Formats a value as text, so that values of two realms can be compared. */
export function show(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, show).join(', ')}]`;
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Date]') return `Date ${(value as Date).getTime()}`;
  if (tag === '[object RegExp]') return String(value);
  const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}: ${show(field)}`);
  return `{${fields.join(', ')}}`;
}
