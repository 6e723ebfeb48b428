/** Copies of a mini-program's data for display: a copy does not change when the mini-program changes its data. */

/**
 * The maximum number of objects to copy. A few objects that refer to each other many times can print as an endless
 * text: two references on each of thirty levels make a thousand million lines.
 */
const LIMIT = 20_000;

/** The maximum nesting of objects. Deeper recursion would overflow the stack. */
const DEEPEST = 1000;

/**
 * Copies JSON-like data. A text such as `[function]` replaces values that JSON cannot represent, cycles, and the
 * objects beyond the limits.
 */
export function copyOf(value: unknown): unknown {
  let left = LIMIT;
  const copy = (one: unknown, above: readonly unknown[]): unknown => {
    if (typeof one === 'function') return '[function]';
    if (typeof one === 'bigint' || typeof one === 'symbol') return String(one);
    if (typeof one !== 'object' || one === null) return one;
    if (above.includes(one)) return '[circular]';
    // `_$` (glass-easel) and `_exparserNode` (exparser) mark an instance that refers to the engine's component.
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
