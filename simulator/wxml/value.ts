/** A text with {{ }} in it: an attribute's value, or the text between tags. */
import { MOST_EXPRESSIONS, partsOf, TOO_MANY_EXPRESSIONS } from './depth';
import { decodeAttribute, decodeEscapes } from './escapes';
import { parseExpression, parseObjectBody } from './expression';
import type { Call, Expression, ObjectExpression, Value } from './syntax';

export const UNCLOSED = '{{ is never closed: a }} or a quote is missing';

/** A mistake in an expression, with its offset in the file. */
export class ValueError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/**
 * Reads an attribute's value.
 * @param at Offset of its first character.
 * @param calls The calls in its expressions are appended to this list.
 * @throws ValueError when an expression is wrong or never closed.
 */
export const parseAttribute = (raw: string, at: number, calls: Call[]): Value =>
  parse(raw, decodeAttribute(raw), at, calls);

/**
 * Reads a text between tags.
 * @throws ValueError when an expression is wrong or never closed.
 */
export const parseText = (raw: string, at: number, calls: Call[]): Value => parse(raw, raw, at, calls);

/**
 * Parses the `data` of `<template is>`: the fields of an object without braces.
 * @returns undefined for values that WeChat accepts but ignores: an empty text, or a text beside the {{ }}.
 * @throws ValueError when it is not an object.
 */
export function parseTemplateData(raw: string, at: number, calls: Call[]): ObjectExpression | undefined {
  const source = decodeAttribute(raw);
  if (source === '') return undefined;
  const pieces = split(source, at);
  const inside = pieces.filter((piece) => piece.isCode);
  const [only] = inside;
  if (only === undefined || inside.length > 1 || isBlank(only.text)) {
    throw new ValueError(
      'the data of a template must be one {{ }} that lists names, as in {{a, b: 1, ...c}}',
      at,
    );
  }
  const where = raw === source ? at + only.at : at;
  const data = located(where, only.text, () => parseObjectBody(only.text));
  calls.push(...callsIn(data, `{{${only.text}}}`, where));
  return pieces.length > 1 ? undefined : data;
}

interface Piece {
  readonly text: string;
  readonly isCode: boolean;
  /** Offset of the text, or of the {{. */
  readonly at: number;
}

function parse(raw: string, source: string, at: number, calls: Call[]): Value {
  const parts: (string | Expression)[] = [];
  const pieces = split(source, at);
  const tooMany = pieces.filter(({ isCode }) => isCode)[MOST_EXPRESSIONS];
  if (tooMany !== undefined)
    throw new ValueError(TOO_MANY_EXPRESSIONS, raw === source ? at + tooMany.at : at);
  for (const piece of pieces) {
    if (!piece.isCode) parts.push(decodeEscapes(piece.text));
    else if (isBlank(piece.text)) {
      // With wcc, {{ }} with only a comment is undefined, and {{ }} without content is an empty text.
      if (piece.text.includes('/*')) parts.push({ kind: 'literal', value: undefined });
    } else {
      // A backslash shifts the offsets after it. Then use the offset of the whole value, which is close enough.
      const where = raw === source ? at + piece.at : at;
      const expression = located(where, piece.text, () => parseExpression(piece.text));
      parts.push(expression);
      calls.push(...callsIn(expression, `{{${piece.text}}}`, where));
    }
  }
  return { parts: parts.length === 0 ? [''] : parts };
}

/** Does an expression contain a {{ outside of strings? This is never valid: the first {{ was not closed. */
export const isOpenedTwice = (code: string): boolean =>
  code.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '').includes('{{');

/** Is the content of {{ }} empty, except for comments? */
function isBlank(code: string): boolean {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').trim() === '';
}

function located<T>(at: number, code: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new ValueError(isOpenedTwice(code) ? UNCLOSED : error.message, at);
    throw error;
  }
}

function split(source: string, at: number): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (;;) {
    const open = source.indexOf('{{', from);
    if (open < 0) break;
    const close = endOfExpression(source, open + 2);
    if (close < 0) throw new ValueError(UNCLOSED, at + open);
    if (open > from) pieces.push({ text: source.slice(from, open), isCode: false, at: from });
    pieces.push({ text: source.slice(open + 2, close), isCode: true, at: open });
    from = close + 2;
  }
  if (from < source.length) pieces.push({ text: source.slice(from), isCode: false, at: from });
  return pieces;
}

/** The offset of the }} that ends an expression: the first one outside of strings. -1 if there is none. */
export function endOfExpression(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const character = source[at];
    if (character === "'" || character === '"') {
      at += 1;
      while (at < source.length && source[at] !== character) at += source[at] === '\\' ? 2 : 1;
    } else if (character === '}' && source[at + 1] === '}') return at;
  }
  return -1;
}

/** The first name of a chain of members and calls. */
export function rootOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'member') return rootOf(expression.object);
  return expression.kind === 'call' ? rootOf(expression.callee) : undefined;
}

/** Does a chain of members start with the result of a call? Then its members cannot be functions. */
export function hasCall(expression: Expression): boolean {
  return expression.kind === 'call' || (expression.kind === 'member' && hasCall(expression.object));
}

/** Every call in an expression. */
function callsIn(expression: Expression, text: string, at: number): Call[] {
  const calls: Call[] = [];
  const walk = (one: Expression): void => {
    if (one.kind === 'call')
      calls.push({ root: hasCall(one.callee) ? undefined : rootOf(one.callee), text, at });
    partsOf(one).forEach(walk);
  };
  walk(expression);
  return calls;
}
