/** Parses WXS expressions. Where WeChat's compiler is stricter than JavaScript, this parser is, too. */
import { CONSTANTS, LIBRARY, RESERVED } from './names';
import type { Reader } from './reader';
import type { Token } from './tokens';
import type { Expression, FunctionBody, Target } from './tree';

/**
 * The position of an operand. WeChat's compiler accepts `this`, `arguments`, `Number()` and `Date()` only at some
 * positions. `start`: an argument, an item, a branch of `?:`, a statement; `group`: in parentheses; `operand`: right of
 * an operator.
 */
type Position = 'start' | 'return' | 'group' | 'operand' | 'prefix' | 'typeof' | 'initial';

/** Called for parts of an expression that affect the surrounding function or module. */
interface Inside {
  functionBody(): FunctionBody;
  usesArguments(): void;
  requires(src: string, at: number): void;
}

interface ExpressionParser {
  /** Parses an expression, including the comma operator. */
  expression(position: Position): Expression;
  /** Parses an expression without the comma operator. */
  single(position: Position): Expression;
}

const ASSIGNMENT = new Set(['=', '+=', '-=', '*=', '/=', '%=', '<<=', '>>=', '>>>=', '&=', '|=', '^=']);
const BINARY: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '|': 3,
  '^': 4,
  '&': 5,
  '==': 6,
  '!=': 6,
  '===': 6,
  '!==': 6,
  '<': 7,
  '>': 7,
  '<=': 7,
  '>=': 7,
  '<<': 8,
  '>>': 8,
  '>>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
};
const PREFIX = new Set(['!', '~', '+', '-', 'typeof', 'void', 'delete']);
/** Positions where `this` or `arguments` alone is rejected. */
const NOT_BARE = new Set<Position>(['group', 'operand', 'typeof', 'initial']);
/** Positions where `Number()` and `Date()` are accepted. */
const CALLABLE = new Set<Position>(['return', 'operand', 'prefix', 'typeof']);

export function createExpressionParser(read: Reader, inside: Inside): ExpressionParser {
  const { peek, next, is, accept, expect, fail } = read;

  function expression(position: Position): Expression {
    let left = single(position);
    while (accept(',')) left = { kind: 'binary', operator: ',', left, right: single('operand') };
    return left;
  }

  function single(position: Position): Expression {
    const first = peek();
    const left = choice(position);
    const operator = peek();
    if (operator.kind !== 'mark' || !ASSIGNMENT.has(operator.text)) return left;
    const target = targetOf(left, first);
    next();
    return { kind: 'assign', operator: operator.text, target, value: single('operand') };
  }

  function targetOf(value: Expression, first: Token): Target {
    if (value.kind === 'name' || value.kind === 'member') return value;
    return fail('only a variable or a property can be assigned to', first);
  }

  function choice(position: Position): Expression {
    const test = binary(position, 1);
    if (!accept('?')) return test;
    const yes = single('start');
    expect(':', 'between the two values of ?:');
    return { kind: 'choice', test, yes, no: single('start') };
  }

  function binary(position: Position, level: number): Expression {
    let left = unary(position);
    for (;;) {
      const operator = peek();
      const strength = operator.kind === 'mark' ? BINARY[operator.text] : undefined;
      if (strength === undefined || strength < level) return left;
      next();
      const right = binary('operand', strength + 1);
      left = { kind: 'binary', operator: operator.text, left, right };
    }
  }

  function unary(position: Position): Expression {
    const token = peek();
    if (token.kind === 'mark' && (token.text === '++' || token.text === '--')) {
      next();
      const first = peek();
      return { kind: 'step', operator: token.text, isPrefix: true, target: targetOf(unary('prefix'), first) };
    }
    if ((token.kind === 'mark' || token.kind === 'name') && PREFIX.has(token.text)) {
      next();
      const sign = peek().kind === 'mark' ? peek().text[0] : undefined;
      if ((token.text === '-' || token.text === '+') && sign === token.text) {
        fail(`WeChat's compiler writes the two signs as one "${sign}${sign}": put the second in parentheses`);
      }
      const value = unary(token.text === 'typeof' ? 'typeof' : 'prefix');
      if ((token.text === 'void' || token.text === 'delete') && BINARY[peek().text] !== undefined) {
        fail(
          `WeChat's compiler applies "${token.text}" to everything that follows: put "${token.text} …" in parentheses`,
          token,
        );
      }
      return { kind: 'unary', operator: token.text, value };
    }
    return postfix(position);
  }

  function postfix(position: Position): Expression {
    const first = peek();
    let value = primary(position);
    if (value.kind === 'value' && CONSTANTS.has(first.text) && (is('.') || is('[') || is('('))) fail();
    for (;;) {
      const token = peek();
      if (token.kind !== 'mark') return value;
      if (value.kind === 'function' && first.text === 'function' && token.text !== '(') {
        if (token.text === '.' || token.text === '[') fail('put the function in a variable first');
        return value;
      }
      if (accept('.')) {
        const key = read.name('a property after a dot');
        value = { kind: 'member', object: value, key: key.text, at: key.at };
      } else if (accept('[')) {
        const key = expression('start');
        expect(']', 'after the key');
        value = { kind: 'member', object: value, key, at: token.at };
      } else if (accept('(')) {
        value = { kind: 'call', callee: value, args: list(')'), at: first.at };
      } else if ((token.text === '++' || token.text === '--') && !token.afterLine) {
        const target = targetOf(value, first);
        next();
        return { kind: 'step', operator: token.text, isPrefix: false, target };
      } else return value;
    }
  }

  function list(end: string): Expression[] {
    const items: Expression[] = [];
    while (!accept(end)) {
      if (items.length > 0) {
        expect(',', `or "${end}"`);
        if (accept(end)) break;
      }
      items.push(single('start'));
    }
    return items;
  }

  function primary(position: Position): Expression {
    const token = peek();
    if (token.kind === 'number' || token.kind === 'string') {
      next();
      return { kind: 'value', value: token.value };
    }
    if (token.kind === 'name') return word(position);
    if (accept('(')) {
      const value = expression('group');
      expect(')', 'after the expression');
      return value;
    }
    if (accept('[')) return array();
    if (accept('{')) return isShort(position) ? shortObject() : object();
    return fail();
  }

  function word(position: Position): Expression {
    const token = next();
    if (!RESERVED.has(token.text)) return { kind: 'name', name: token.text, at: token.at };
    if (LIBRARY.has(token.text)) return library(token, position);
    switch (token.text) {
      case 'true':
      case 'false':
        return { kind: 'value', value: token.text === 'true' };
      case 'null':
        return { kind: 'value', value: null };
      case 'undefined':
        return { kind: 'value', value: undefined };
      case 'NaN':
        return { kind: 'value', value: Number.NaN };
      case 'Infinity':
        return { kind: 'value', value: Number.POSITIVE_INFINITY };
      case 'this':
      case 'arguments':
        return self(token, position);
      case 'require':
        return required(token);
      case 'function':
        return { kind: 'function', body: inside.functionBody() };
      default:
        return fail(undefined, token);
    }
  }

  function self(token: Token, position: Position): Expression {
    const isBare = !is('.') && !is('[');
    if (isBare && (is('(') || is('++') || is('--') || NOT_BARE.has(position))) {
      fail(
        `WeChat's compiler does not take "${token.text}" here: pass it to a function, or use a property of it`,
        token,
      );
    }
    if (token.text === 'this') return { kind: 'this' };
    inside.usesArguments();
    return { kind: 'arguments' };
  }

  function library(token: Token, position: Position): Expression {
    const value: Expression = { kind: 'library', name: token.text };
    if (!is('(')) return value;
    if (token.text === 'Math') fail('Math is not a function');
    const instead = token.text === 'Number' ? 'parseFloat()' : 'getDate()';
    if (!CALLABLE.has(position)) {
      fail(
        `WeChat's compiler does not take ${token.text}() here: use ${instead}, or assign it to a variable first`,
        token,
      );
    }
    next();
    const call: Expression = { kind: 'call', callee: value, args: list(')'), at: token.at };
    const after = peek();
    const goesOn = after.kind === 'mark' && (BINARY[after.text] !== undefined || after.text === '?');
    if (position === 'operand' && goesOn) {
      fail(
        `WeChat's compiler ends the expression after ${token.text}(): use ${instead}, or write it first`,
        token,
      );
    }
    return call;
  }

  function required(token: Token): Expression {
    expect('(', 'after require');
    const src = peek();
    if (src.kind !== 'string')
      fail("require() takes the path of a .wxs file in quotes: require('./file.wxs')");
    next();
    if (!is(')') || !String(src.value).endsWith('.wxs')) {
      fail("require() takes the path of a .wxs file in quotes: require('./file.wxs')", src);
    }
    next();
    inside.requires(String(src.value), token.at);
    return { kind: 'require', src: String(src.value), at: token.at };
  }

  function array(): Expression {
    const items: (Expression | null)[] = [];
    while (!accept(']')) {
      if (accept(',')) {
        items.push(null);
        continue;
      }
      items.push(single('start'));
      if (!is(']')) expect(',', 'or "]"');
    }
    return { kind: 'array', items };
  }

  /**
   * Is this `{a, b}`? At these positions WeChat's compiler parses it as a block of code, with the same result as an
   * object.
   */
  function isShort(position: Position): boolean {
    const after = peek(1);
    const goesOn = after.kind === 'mark' && (after.text === ',' || after.text === '}');
    return (position === 'start' || position === 'return') && peek().kind === 'name' && goesOn;
  }

  function shortObject(): Expression {
    const fields: [string, Expression][] = [];
    do {
      const { text, at } = read.name('a key without a value');
      fields.push([text, { kind: 'name', name: text, at }]);
    } while (accept(','));
    expect('}', 'after keys without values: such an object has no others');
    return { kind: 'object', fields };
  }

  /** WeChat's compiler also accepts fields without commas between them. */
  function object(): Expression {
    const fields: [string, Expression][] = [];
    while (!accept('}')) {
      if (peek().kind === 'number') fail('a number cannot be a key in WXS: write it in quotes');
      const token = peek().kind === 'string' ? next() : read.name('a key without quotes');
      const key = String(token.value ?? token.text);
      if (!is(':'))
        fail(
          'expected ":" after the key: WXS has no methods and no getters, and no mix of short and long fields',
        );
      next();
      fields.push([key, single('start')]);
      accept(',');
    }
    return { kind: 'object', fields };
  }

  return { expression, single };
}
