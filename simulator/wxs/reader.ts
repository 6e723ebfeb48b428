/** Reads tokens one after the other. Both parts of the parser use it. */
import { JAVASCRIPT, noSuch, RESERVED } from './names';
import type { Reporter, Token } from './tokens';

export interface Reader {
  /** The next token, or a later one, without consuming it. */
  peek(ahead?: number): Token;
  next(): Token;
  is(text: string): boolean;
  /** Consumes the next token if it has this text. */
  accept(text: string): boolean;
  expect(text: string, where: string): Token;
  /** Consumes a name that is not a keyword. */
  name(what: string): Token;
  /** Reports a mistake at a token. Without a reason: the token is not allowed at its place. */
  fail(reason?: string, token?: Token): never;
}

const OPENING = new Set(['(', '[', '{']);

export function createReader(tokens: readonly Token[], reporter: Reporter): Reader {
  let at = 0;
  const last = tokens[tokens.length - 1] as Token;
  const peek: Reader['peek'] = (ahead = 0) => tokens[at + ahead] ?? last;
  const is: Reader['is'] = (text) =>
    peek().kind !== 'string' && peek().kind !== 'end' && peek().text === text;
  const next: Reader['next'] = () => {
    const token = peek();
    at += 1;
    return token;
  };
  const accept: Reader['accept'] = (text) => {
    if (!is(text)) return false;
    at += 1;
    return true;
  };
  const fail: Reader['fail'] = (reason, token = peek()) => reporter.fail(reason ?? explain(token), token.at);

  /** The message for a token that is not allowed at its place. */
  function explain(token: Token): string {
    if (token.kind === 'end')
      return 'the code ends too early: a bracket is not closed, or something is missing';
    if (token.kind === 'name' && JAVASCRIPT[token.text] !== undefined) return noSuch(token.text);
    const before = tokens[tokens.indexOf(token) - 1];
    if (token.text === '/' && (before === undefined || before.kind === 'mark' || before.text === 'return')) {
      return "WXS has no regular expression literals: use getRegExp('…')";
    }
    if (token.text === '.' && before?.text === '.') return 'WXS has no spread and no rest parameters';
    if (token.text === '.' && before?.text === '?') return 'WXS has no ?.: use && or a test';
    if (token.text === '?' && before?.text === '?') return 'WXS has no ??: use || or a test';
    const after = tokens[tokens.indexOf(token) + 1];
    const isArrow = token.text === ')' && before?.text === '(' && after?.text === '=';
    if (isArrow || (token.text === '>' && before?.text === '='))
      return 'WXS has no arrow functions: use function () { … }';
    if (token.text === ':' && before?.kind === 'name')
      return 'WXS has no labels, and a word of the language is no key without quotes';
    if (token.text.startsWith('*') && before?.text === '*') return 'WXS has no **: use Math.pow()';
    return `unexpected ${OPENING.has(token.text) ? `"${token.text}" here` : JSON.stringify(token.text)}`;
  }

  return {
    peek,
    next,
    is,
    accept,
    fail,
    expect(text, where) {
      if (!is(text))
        fail(peek().kind === 'end' ? undefined : `expected "${text}" ${where}, found "${peek().text}"`);
      return next();
    },
    name(what) {
      const token = peek();
      if (token.kind !== 'name')
        fail(token.kind === 'end' ? undefined : `expected ${what}, found "${token.text}"`);
      if (RESERVED.has(token.text)) fail(`"${token.text}" is a reserved word of WXS and cannot be ${what}`);
      return next();
    },
  };
}
