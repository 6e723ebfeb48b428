/** Finds the place where a text stops being JSON. V8's message does not always contain it. */

const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;

/**
 * The kinds of token that may come next. `first`: a closing bracket may come as well. `more`: a comma or a closing
 * bracket.
 */
type Next = 'value' | 'first value' | 'key' | 'first key' | ':' | 'more' | 'end';

/**
 * The offset of the first token that is not allowed at its place; the length of the text if the end comes too early.
 */
export function jsonMistakeAt(text: string): number {
  const open: string[] = [];
  let next: Next = 'value';
  TOKEN.lastIndex = 0;
  for (;;) {
    const from = TOKEN.lastIndex;
    const at = from + (/^[ \t\n\r]*/.exec(text.slice(from))?.[0].length ?? 0);
    const found = TOKEN.exec(text);
    const after: Next | undefined =
      found === null ? undefined : step(found[1], found[2] !== undefined, next, open);
    if (after === undefined) return at;
    next = after;
  }
}

/** Which token may follow; undefined if the token is not allowed here. */
function step(mark: string | undefined, isText: boolean, next: Next, open: string[]): Next | undefined {
  const isFirst = next.startsWith('first');
  const closed = (): Next => (open.length === 0 ? 'end' : 'more');
  if (mark === ']' || mark === '}') {
    const opening = mark === ']' ? '[' : '{';
    if (open.at(-1) !== opening || (next !== 'more' && !isFirst)) return undefined;
    open.pop();
    return closed();
  }
  if (mark === ',') return next === 'more' ? (open.at(-1) === '{' ? 'key' : 'value') : undefined;
  if (mark === ':') return next === ':' ? 'value' : undefined;
  if (next.endsWith('key')) return isText ? ':' : undefined;
  if (!next.endsWith('value')) return undefined;
  if (mark === undefined) return closed();
  open.push(mark);
  return mark === '{' ? 'first key' : 'first value';
}
