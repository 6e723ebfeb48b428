/**
 * Parses the expressions between {{ and }} with the grammar of WeChat's compiler (wcc), which is smaller than
 * JavaScript's. Syntax that only glass-easel's compiler supports is rejected with an explanation, because phones use
 * wcc's output.
 */
import { DEEPEST_EXPRESSION, isTooDeep } from './depth';
import type { Expression, ObjectEntry, ObjectExpression } from './syntax';
import { type Token, tokenize } from './tokens';

/**
 * Parses an expression.
 * @throws SyntaxError that describes the mistake.
 */
export function parseExpression(source: string): Expression {
  const parser = createParser(tokenize(source), source);
  const result = parser.choice();
  parser.end();
  return parser.shallow(result);
}

/**
 * Parses the content of an object without its braces, as in `data="{{a, b: 1, ...c}}"`.
 * @throws SyntaxError that describes the mistake.
 */
export function parseObjectBody(source: string): ObjectExpression {
  const parser = createParser(tokenize(source), source);
  const result = parser.objectBody();
  parser.end();
  return parser.shallow(result);
}

/** Binary operators, from the lowest to the highest precedence. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!=', '===', '!=='],
  ['<', '>', '<=', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/** Names with a fixed value. They cannot be names of data, properties or keys. */
const LITERALS: ReadonlyMap<string, boolean | null | undefined> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

/** JavaScript syntax that WXML does not support, and what to write instead. */
const REFUSED: ReadonlyMap<string, readonly [what: string, advice: string]> = new Map([
  ['?.', ['?.', 'write a.b, where a missing object reads as undefined']],
  ['??', ['??', 'write a condition, as in a === undefined ? b : a']],
  ['++', ['++', 'an expression cannot change data']],
  ['+', ['+ before a value', 'write a - 0']],
  ['=', ['=', 'an expression cannot change data; == compares']],
  ['=>', ['=>', 'write the function in a <wxs> module']],
  ['**', ['**', 'compute it in a <wxs> module']],
  ['`', ['`', "join strings with +, as in 'a' + b"]],
  ['typeof', ['typeof', 'compute it in a <wxs> module']],
  ['void', ['void', 'write undefined']],
  ['new', ['new', 'compute it in a <wxs> module']],
  ['delete', ['delete', 'an expression cannot change data']],
  ['in', ['in', 'compute it in a <wxs> module']],
  ['instanceof', ['instanceof', 'compute it in a <wxs> module']],
  ['...', ['... here', 'only an object may have it, as in {...a, b: 1}']],
]);
/**
 * Operators that the tokenizer reads as names. The token after them is the unexpected one, so the message names the
 * operator before it.
 */
const WORDS = new Set(['typeof', 'void', 'new', 'delete']);

function createParser(tokens: readonly Token[], source: string) {
  const shown = source.replace(/\s+/g, ' ');
  let at = 0;
  const peek = () => tokens[at];
  const refuse = (what: string, advice: string): never => {
    throw new SyntaxError(`{{${shown}}}: WeChat's compiler, which phones use, refuses ${what}; ${advice}`);
  };
  const fail = (): never => {
    const token = peek();
    if (token === undefined) throw new SyntaxError(`{{${shown}}} ends too early`);
    const before = tokens[at - 1];
    const word = before?.kind === 'name' && WORDS.has(before.text) ? before.text : token.text;
    const known = token.kind === 'string' && word === token.text ? undefined : REFUSED.get(word);
    if (known !== undefined) return refuse(...known);
    throw new SyntaxError(`{{${shown}}} has an unexpected ${JSON.stringify(token.text)}`);
  };
  const isMark = (text: string): boolean => {
    const token = peek();
    return token?.kind === 'mark' && token.text === text;
  };
  const accept = (text: string): boolean => {
    if (!isMark(text)) return false;
    at += 1;
    return true;
  };
  const expect = (text: string) => {
    if (!accept(text)) fail();
  };

  /** The depth of brackets: the parser is recursive. */
  let depth = 0;
  function nested<Result>(read: () => Result): Result {
    depth += 1;
    if (depth > DEEPEST_EXPRESSION) throw tooDeep();
    const result = read();
    depth -= 1;
    return result;
  }
  const tooDeep = () =>
    new SyntaxError(
      `{{${shown.slice(0, 40)}…}} has more than ${DEEPEST_EXPRESSION} levels of operators and brackets: compute it in a <wxs> module`,
    );
  function shallow<Result extends Expression>(result: Result): Result {
    if (isTooDeep(result)) throw tooDeep();
    return result;
  }

  const choice = (): Expression => nested(readChoice);

  function readChoice(): Expression {
    const test = binary(0);
    if (!accept('?')) return test;
    const yes = choice();
    expect(':');
    return { kind: 'choice', test, yes, no: choice() };
  }

  function binary(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return unary();
    let left = binary(level + 1);
    for (;;) {
      const token = peek();
      if (token?.kind !== 'mark' || !operators.includes(token.text)) return left;
      at += 1;
      left = { kind: 'binary', operator: token.text, left, right: binary(level + 1) };
    }
  }

  /** `!` and `~` must not follow a minus: wcc rejects `-!a`. */
  function unary(afterMinus = false): Expression {
    for (const operator of ['!', '~'] as const) {
      if (afterMinus || !accept(operator)) continue;
      return { kind: 'unary', operator, value: nested(unary) };
    }
    if (accept('-')) return { kind: 'unary', operator: '-', value: nested(() => unary(true)) };
    return operand();
  }

  /** `.b`, `[b]` and `(b)` may follow a name or an array, but not strings, numbers, objects or brackets. */
  function operand(): Expression {
    const token = peek();
    if (token === undefined) return fail();
    if (accept('(')) {
      const value = choice();
      expect(')');
      return withoutMore(
        value,
        'after a bracket',
        'remove the brackets, or use a function of a <wxs> module',
      );
    }
    if (accept('[')) return more({ kind: 'array', items: list(']') });
    if (accept('{')) {
      const value = objectBody();
      expect('}');
      return withoutMore(value, 'after an object', 'use data of its own');
    }
    if (token.kind === 'mark') return fail();
    at += 1;
    if (token.kind !== 'name') {
      return withoutMore(
        { kind: 'literal', value: token.value },
        `after a ${token.kind}`,
        'use data of its own',
      );
    }
    if (!LITERALS.has(token.text)) return more({ kind: 'name', name: token.text });
    return withoutMore(
      { kind: 'literal', value: LITERALS.get(token.text) },
      `after ${token.text}`,
      'leave it out',
    );
  }

  function withoutMore(value: Expression, where: string, advice: string): Expression {
    for (const mark of ['.', '[', '(']) if (isMark(mark)) refuse(`${mark} ${where}`, advice);
    return value;
  }

  function more(start: Expression): Expression {
    let value = start;
    for (;;) {
      if (accept('.')) {
        const token = peek();
        if (token?.kind !== 'name' || LITERALS.has(token.text)) return fail();
        at += 1;
        value = { kind: 'member', object: value, key: { kind: 'literal', value: token.text } };
      } else if (accept('[')) {
        const key = choice();
        expect(']');
        value = { kind: 'member', object: value, key };
      } else if (accept('(')) value = { kind: 'call', callee: value, args: list(')') };
      else return value;
    }
  }

  /** A list without a trailing comma. */
  function list(end: string): Expression[] {
    const items: Expression[] = [];
    if (accept(end)) return items;
    do items.push(choice());
    while (accept(','));
    expect(end);
    return items;
  }

  /** The fields of an object: at least one, without a trailing comma. */
  function objectBody(): ObjectExpression {
    const entries: ObjectEntry[] = [];
    do entries.push(entry());
    while (accept(','));
    return { kind: 'object', entries };
  }

  function entry(): ObjectEntry {
    if (accept('...')) return { name: undefined, value: choice() };
    const token = peek();
    if (token?.kind === 'string')
      return refuse(`quotes around the key ${token.text}`, 'write the key without them');
    if (token?.kind !== 'name' || LITERALS.has(token.text)) return fail();
    at += 1;
    const name = token.text;
    return { name, value: accept(':') ? choice() : { kind: 'name', name } };
  }

  const end = () => {
    if (peek() !== undefined) fail();
  };
  return { choice, objectBody, end, shallow };
}
