/** A text with {{ }} in it: an attribute's value, or the text between tags. */
import { type Evaluate, isObjectBody, parseExpression, parseObjectBody } from './expression';

/** A mini-program's templates are compiled for each of its processes, and say the same every time. */
const parsed = new Map<string, Evaluate>();

/**
 * Parses a text. One {{ }} and nothing else keeps its type; anything more becomes a string.
 * @throws SyntaxError when an expression is wrong or never closed.
 */
export function parseValue(source: string): Evaluate {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const value = parse(source);
  parsed.set(source, value);
  return value;
}

function parse(source: string): Evaluate {
  const parts: (string | Evaluate)[] = [];
  let at = 0;
  for (;;) {
    const open = source.indexOf('{{', at);
    if (open < 0) break;
    const close = endOf(source, open + 2);
    if (close < 0) throw new SyntaxError('{{ is never closed');
    if (open > at) parts.push(source.slice(at, open));
    const inside = source.slice(open + 2, close);
    if (inside.trim() === '') parts.push('');
    else parts.push(isObjectBody(inside) ? parseObjectBody(inside) : parseExpression(inside));
    at = close + 2;
  }
  if (at < source.length || parts.length === 0) parts.push(source.slice(at));
  const [only] = parts;
  if (parts.length === 1) return typeof only === 'function' ? only : () => only;
  return (scope) => parts.map((part) => (typeof part === 'string' ? part : toText(part(scope)))).join('');
}

/** What a value looks like in a text: `undefined` and `null` show nothing (j-component and glass-easel agree). */
export function toText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** The offset of the }} that ends an expression; braces and quotes inside it are skipped. */
function endOf(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    const character = source[at];
    if (character === "'" || character === '"') {
      at += 1;
      while (at < source.length && source[at] !== character) at += source[at] === '\\' ? 2 : 1;
    } else if (character === '{') depth += 1;
    else if (character === '}') {
      if (depth > 0) depth -= 1;
      else if (source[at + 1] === '}') return at;
    }
  }
  return -1;
}
