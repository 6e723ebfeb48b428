/** The tokenizer of WXS. */
import { isTwiceEscaped, stringValue } from './strings';

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'mark' | 'end';
  /** The source text; for a string including its quotes. */
  readonly text: string;
  /** Only for a string or a number. */
  readonly value?: string | number;
  /** Offset in the text. */
  readonly at: number;
  /** Is there a line break before it? */
  readonly afterLine: boolean;
}

/** Receives the mistakes that the parser finds. */
export interface Reporter {
  /** @returns never: it throws. */
  fail(reason: string, at: number): never;
  warn(reason: string, at: number): void;
}

const SPACE = /[ \t\r\n]+/y;
const COMMENT = /\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /[0-9]+(?:\.[0-9]*)?/y;
const MARK =
  />>>=|===|!==|>>>|<<=|>>=|&&|\|\||==|!=|<=|>=|<<|>>|\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|[-+*/%=<>!&|^~?:;,.()[\]{}]/y;

/** Splits a text into tokens. */
export function tokenize(text: string, reporter: Reporter): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let afterLine = false;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const space = match(SPACE);
    const skipped = space ?? match(COMMENT);
    if (skipped !== undefined) {
      // A line break inside a comment does not end a statement.
      afterLine ||= space !== undefined && /[\r\n]/.test(space);
      at += skipped.length;
      continue;
    }
    const start = at;
    const add = (kind: Token['kind'], written: string, value?: string | number) => {
      tokens.push({ kind, text: written, at: start, afterLine, ...(value === undefined ? {} : { value }) });
      at = start + written.length;
      afterLine = false;
    };
    const name = match(NAME);
    const number = match(NUMBER);
    if (name !== undefined) add('name', name);
    else if (number !== undefined) add('number', number, numberValue(number, text, at, reporter));
    else if (text[at] === '"' || text[at] === "'") {
      const written = readString(text, at, reporter);
      const body = written.slice(1, -1);
      if (isTwiceEscaped(body)) {
        reporter.warn(
          `WeChat's compiler shows ${written} as ${stringValue(body)}: in WXS a backslash does not escape a quote or another backslash`,
          at,
        );
      }
      add('string', written, stringValue(body));
    } else {
      const mark = match(MARK);
      if (mark === undefined) reporter.fail(unexpected(text, at), at);
      else add('mark', mark);
    }
  }
  tokens.push({ kind: 'end', text: '', at: text.length, afterLine: true });
  return tokens;
}

function readString(text: string, from: number, reporter: Reporter): string {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === quote) return text.slice(from, at + 1);
    else if (character === '\n' || character === '\r') break;
  }
  return reporter.fail('this string is never closed on its line', from);
}

function numberValue(written: string, text: string, at: number, reporter: Reporter): number {
  const next = text[at + written.length] ?? '';
  if (/[A-Za-z_]/.test(next)) {
    reporter.fail('WXS has decimal numbers only: no 0x, no exponent, and no name right after a number', at);
  }
  if (/^0[0-7]+$/.test(written)) return Number.parseInt(written, 8);
  if (/^0[0-9]+\./.test(written)) reporter.fail('a decimal number does not start with 0', at);
  return Number(written);
}

function unexpected(text: string, at: number): string {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (/\s|[\u200b-\u200d\ufeff\u0085]/u.test(character)) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `this space (U+${code}) is not allowed in WXS: a full-width (全角空格) or no-break space? Write an ordinary one`;
  }
  if (character === '`') return 'WXS has no template strings: join strings with +';
  if (character === '$' || /\p{L}/u.test(character)) {
    return `a name in WXS consists of a-z, A-Z, 0-9 and _ only; "${character}" is not allowed`;
  }
  return `unexpected "${character}"`;
}
