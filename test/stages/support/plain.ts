/** Converts values to a form that both stages produce equally. */

/** A JSON copy: a shared object is copied, a cycle is cut, an instance or a function becomes a word. */
export function plain(value: unknown): unknown {
  const above: object[] = [];
  const text = JSON.stringify(value, function (this: object, _key, one: unknown) {
    if (typeof one === 'function') return '[function]';
    if (typeof one !== 'object' || one === null) return one;
    // Engine-specific fields of a page or component are not compared.
    if ('_exparserNode' in one || '_$' in one) return `[component ${String((one as { is?: unknown }).is)}]`;
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (above.includes(one)) return '[seen]';
    above.push(one);
    return one;
  });
  return text === undefined ? null : JSON.parse(text);
}
