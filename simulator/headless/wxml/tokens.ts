/** The words of a WXML expression. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'mark';
  readonly text: string;
  /** Of a number or a string. */
  readonly value?: number | string;
}

const PATTERN =
  /\s+|([A-Za-z_$][\w$]*)|(\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+)|('(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*")|(\.\.\.|===|!==|==|!=|<=|>=|&&|\|\||\?\?|\?\.|[-+*/%<>!?:.,()[\]{}])/iy;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' };

/**
 * Cuts an expression into words.
 * @throws SyntaxError for a character that has no place in an expression.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < source.length) {
    const at = PATTERN.lastIndex;
    const found = PATTERN.exec(source);
    if (found === null) {
      throw new SyntaxError(`{{${source}}} has an unexpected ${JSON.stringify(source[at])}`);
    }
    const [, name, number, text, mark] = found;
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, value: Number(number) });
    else if (text !== undefined)
      tokens.push({ kind: 'string', text, value: decodeEscapes(text.slice(1, -1)) });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
  }
  return tokens;
}

function decodeEscapes(text: string): string {
  return text.replace(/\\(u[\da-f]{4}|[\s\S])/gi, (_, escaped: string) =>
    escaped.length === 5
      ? String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
      : (ESCAPES[escaped] ?? escaped),
  );
}
