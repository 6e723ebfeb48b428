/** Copies of a mini-program's data: what is shown of it must not change behind the reader's back. */

/** A copy of JSON-like data. What JSON does not know is named instead of lost; a cycle is cut. */
export function copyOf(value: unknown, above: readonly unknown[] = []): unknown {
  if (typeof value === 'function') return '[function]';
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) return '[circular]';
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((entry) => copyOf(entry, inside));
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copyOf(entry, inside)]));
}
