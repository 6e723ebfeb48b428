/** The tokenizer of WXML expressions, equivalent to that of WeChat's compiler (wcc). */
import { characterAt } from './characters';
import { decodeEscapes } from './escapes';

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'mark';
  readonly text: string;
  /** Only for a number or a string. */
  readonly value?: number | string;
}

const PATTERN =
  /(?:[ \t\r\n]|\/\*[\s\S]*?\*\/)+|([A-Za-z_$][\w$]*)|(\d+(?:\.\d*)?|\.\d+)|('(?:\\[^\n]|[^'\\\n])*'|"(?:\\[^\n]|[^"\\\n])*")|(\.\.\.|===|!==|==|!=|<=|>=|<<|>>|&&|\|\||\?\?|\?\.(?!\d)|=>|\+\+|\*\*|[-+*/%<>!?:.,()[\]{}&|^~=`])/y;

/**
 * Splits an expression into tokens.
 * @throws SyntaxError for a character that cannot occur in an expression.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < source.length) {
    const at = PATTERN.lastIndex;
    const found = PATTERN.exec(source);
    if (found === null) throw new SyntaxError(unexpected(source, at));
    const [, name, number, text, mark] = found;
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, value: numberOf(number) });
    else if (text !== undefined)
      tokens.push({ kind: 'string', text, value: decodeEscapes(text.slice(1, -1), text[0]) });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
  }
  return tokens;
}

/** wcc copies a number unchanged into JavaScript: `010` is eight. */
function numberOf(text: string): number {
  return /^0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number(text);
}

function unexpected(source: string, at: number): string {
  const shown = source.replace(/\s+/g, ' ');
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (character !== "'" && character !== '"')
    return `{{${shown}}} has an unexpected ${characterAt(source, at)}`;
  return /\n/.test(source.slice(at))
    ? `{{${shown}}} has a line break inside a string: write \\\\n in an attribute, \\n in a text`
    : `{{${shown}}} has a string that is not closed`;
}
