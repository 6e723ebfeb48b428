/** Copies of a mini-program's data: what is shown of it must not change behind the reader's back. */

/**
 * How many objects are copied at most. Objects that are referred to again and again are few as objects and without end
 * as a text: two references at each of thirty levels make a thousand million lines.
 */
const LIMIT = 20_000;

/** How many objects inside each other: deeper ones fill the stack. */
const DEEPEST = 1000;

/** A copy of JSON-like data. What JSON does not know is named instead of lost; a cycle is cut, and what is too much. */
export function copyOf(value: unknown): unknown {
  let left = LIMIT;
  const copy = (one: unknown, above: readonly unknown[]): unknown => {
    if (typeof one === 'function') return '[function]';
    if (typeof one === 'bigint' || typeof one === 'symbol') return String(one);
    if (typeof one !== 'object' || one === null) return one;
    if (above.includes(one)) return '[circular]';
    // `_$` (glass-easel) and `_exparserNode` (exparser) are the engine's component behind an instance.
    if ('_$' in one || '_exparserNode' in one) return `[component ${String((one as { is?: unknown }).is)}]`;
    if (one instanceof Date) return Number.isNaN(one.getTime()) ? 'Invalid Date' : one.toISOString();
    if (ArrayBuffer.isView(one) || one instanceof ArrayBuffer) return `[${one.byteLength} bytes]`;
    if (left === 0 || above.length >= DEEPEST) return '[…]';
    left -= 1;
    const inside = [...above, one];
    if (Array.isArray(one)) return one.map((entry) => copy(entry, inside));
    return Object.fromEntries(Object.entries(one).map(([key, entry]) => [key, copy(entry, inside)]));
  };
  return copy(value, []);
}
