/** Parses a WXS text to a syntax tree (reference/wxs/05statement.html). */
import { createExpressionParser } from './expressions';
import { JAVASCRIPT, LIBRARY, noSuch } from './names';
import { createReader } from './reader';
import { type Reporter, tokenize } from './tokens';
import type { Expression, FunctionBody, Statement } from './tree';

/** The context of a statement. */
interface Around {
  /** Is `break` allowed here? */
  readonly loopOrSwitch: boolean;
  readonly loop: boolean;
}

const OUTSIDE: Around = { loopOrSwitch: false, loop: false };
const LOOP: Around = { loopOrSwitch: true, loop: true };

/** A `require` of another module. */
export interface WxsRequire {
  readonly src: string;
  /** Offset in the text. */
  readonly at: number;
  /** Is it outside all functions? Then the other module runs as soon as this one does. */
  readonly atOnce: boolean;
}

/** The statements of a module, and the modules that it requires. */
export interface Parsed {
  readonly statements: readonly Statement[];
  readonly requires: readonly WxsRequire[];
}

/** Parses a module. `reporter` is called with the first mistake and with mistakes that WeChat accepts. */
export function parse(text: string, reporter: Reporter): Parsed {
  const read = createReader(tokenize(text, reporter), reporter);
  const { peek, next, is, accept, expect, fail } = read;
  /** One entry for each function around the current place. */
  const functions: { usesArguments: boolean }[] = [];
  const requires: WxsRequire[] = [];
  const { expression, single } = createExpressionParser(read, {
    functionBody,
    usesArguments() {
      const inner = functions.at(-1);
      if (inner === undefined) fail('"arguments" is outside all functions');
      else inner.usesArguments = true;
    },
    requires: (src, at) => void requires.push({ src, at, atOnce: functions.length === 0 }),
  });

  function functionBody(): FunctionBody {
    const name = is('(') ? undefined : read.name('the name of a function').text;
    expect('(', 'after "function"');
    const parameters: { name: string; initial: Expression | undefined }[] = [];
    while (!accept(')')) {
      const parameter = read.name('a parameter').text;
      parameters.push({ name: parameter, initial: accept('=') ? single('start') : undefined });
      if (!is(')')) expect(',', 'between parameters');
    }
    expect('{', 'before the body of the function');
    const own = { usesArguments: false };
    functions.push(own);
    const statements = until('}', OUTSIDE);
    functions.pop();
    return { name, parameters, statements, usesArguments: own.usesArguments };
  }

  function until(end: '}' | '', around: Around): Statement[] {
    const statements: Statement[] = [];
    for (;;) {
      if (end === '' ? peek().kind === 'end' : accept(end)) return statements;
      statements.push(statement(around, end === ''));
    }
  }

  /** @param outermost true for a statement of the module itself, outside of blocks and functions */
  function statement(around: Around, outermost = false): Statement {
    const token = peek();
    if (accept(';')) return { kind: 'block', statements: [] };
    if (is('{') && !isObject()) {
      next();
      return { kind: 'block', statements: until('}', around) };
    }
    if (token.kind === 'name') {
      switch (token.text) {
        case 'var':
          return variables();
        case 'function':
          if (peek(1).kind === 'name') return declaration();
          break;
        case 'return':
          return returned();
        case 'if':
          return condition(around);
        case 'for':
          return forLoop();
        case 'while':
          return whileLoop();
        case 'do':
          return doLoop();
        case 'switch':
          return choice(around);
        case 'break':
        case 'continue':
          return jump(around);
      }
    }
    return afterNew() ?? expressionStatement(outermost);
  }

  /** Is a `{` at the start of a statement an object? Only if a key, or nothing, follows. */
  function isObject(): boolean {
    const first = peek(1);
    return first.text === '}' || (first.kind !== 'mark' && peek(2).text === ':');
  }

  /**
   * Parses the rest of `new Date(1)` as WeChat does: as three statements, of which the first fails. Empty parentheses
   * are not a statement.
   */
  function afterNew(): Statement | undefined {
    const [before, token] = [peek(-1), peek()];
    if (before?.text !== 'new' || before.kind !== 'name' || !LIBRARY.has(token.text)) return undefined;
    if (peek(1).text === '(' && peek(2).text === ')') fail(noSuch('new'), before);
    next();
    return { kind: 'expression', value: { kind: 'library', name: token.text } };
  }

  function expressionStatement(outermost: boolean): Statement {
    const value = expression('start');
    separate(outermost);
    return { kind: 'expression', value };
  }

  /**
   * Ends a statement after an expression. WeChat's compiler requires neither a semicolon nor a new line. So a
   * JavaScript keyword at this place, such as `in`, would silently end the expression: it is rejected. A keyword at the
   * start of a statement, such as `new`, is read as an undefined variable and fails at run time, as on a phone.
   * @param outermost true in the module itself, where the compiler requires a semicolon or a new line
   */
  function separate(outermost = false): void {
    const after = peek();
    if (accept(';') || after.afterLine || is('}')) return;
    if (after.kind === 'name' && JAVASCRIPT[after.text] !== undefined) fail(noSuch(after.text), after);
    if (outermost) fail('outside functions an expression needs a semicolon or a new line after it');
    if (after.text === '(' && ['++', '--'].includes(peek(-1).text)) fail();
    if (after.kind === 'mark' && !['(', '[', '{', '!', '~', '+', '-', '++', '--'].includes(after.text))
      fail();
  }

  function variables(): Statement {
    next();
    const items: { name: string; value: Expression | undefined }[] = [];
    do {
      const { text: name } = read.name('a variable');
      items.push({ name, value: accept('=') ? single('initial') : undefined });
    } while (accept(','));
    ended('a variable needs a semicolon or a new line after it');
    return { kind: 'var', items };
  }

  function ended(reason: string): void {
    if (!accept(';') && !peek().afterLine) fail(reason);
  }

  function declaration(): Statement {
    next();
    return { kind: 'function', body: functionBody() as FunctionBody & { name: string } };
  }

  function returned(): Statement {
    const token = next();
    if (functions.length === 0) fail('"return" is outside all functions', token);
    const after = peek();
    if (is(';') || after.afterLine || is('}')) {
      ended('a "return" without a value needs a semicolon or a new line after it');
      return { kind: 'return', value: undefined };
    }
    const value = expression('return');
    separate();
    return { kind: 'return', value };
  }

  function head(word: string): Expression {
    expect('(', `after "${word}"`);
    const value = expression(word === 'switch' ? 'start' : 'group');
    expect(')', `after the head of "${word}"`);
    return value;
  }

  function condition(around: Around): Statement {
    next();
    const test = head('if');
    const yes = statement(around);
    // An `else` after an empty statement does not belong to the `if`: `if (a) b(); ; else c()`.
    const no = accept('else') ? statement(around) : undefined;
    return { kind: 'if', test, yes, no };
  }

  function forLoop(): Statement {
    const { at } = next();
    expect('(', 'after "for"');
    let start: Statement | undefined;
    if (is('var')) {
      const variable = forVariable();
      start = { kind: 'var', items: [variable] };
    } else if (!is(';')) start = { kind: 'expression', value: expression('group') };
    expect(';', 'in the head of "for": WXS has neither for…in nor for…of');
    const test = is(';') ? undefined : expression('group');
    expect(';', 'in the head of "for"');
    const step = is(')') ? undefined : expression('group');
    expect(')', 'after the head of "for"');
    return { kind: 'for', start, test, step, body: statement(LOOP), at };
  }

  function forVariable(): { name: string; value: Expression | undefined } {
    next();
    const { text: name } = read.name('a variable');
    const value = accept('=') ? single('initial') : undefined;
    if (is(',')) {
      fail("WeChat's compiler breaks on a second variable in the head of a for: declare it before the loop");
    }
    return { name, value };
  }

  function whileLoop(): Statement {
    const { at } = next();
    return { kind: 'while', test: head('while'), body: statement(LOOP), at };
  }

  function doLoop(): Statement {
    const { at } = next();
    if (!is('{')) fail('"do" needs braces in WXS');
    if (isObject()) fail('the braces after "do" must contain a statement');
    next();
    const body: Statement = { kind: 'block', statements: until('}', LOOP) };
    expect('while', 'after "do { … }"');
    const test = head('while');
    accept(';');
    return { kind: 'do', test, body, at };
  }

  function choice(around: Around): Statement {
    next();
    const value = head('switch');
    expect('{', 'after the head of "switch"');
    const inside = { ...around, loopOrSwitch: true };
    const cases: { test: Expression | undefined; statements: Statement[] }[] = [];
    while (!accept('}')) {
      const token = peek();
      if (cases.at(-1)?.test === undefined && cases.length > 0)
        fail('"default" must be the last case in WXS');
      const isDefault = accept('default');
      if (!isDefault) expect('case', 'in "switch"');
      const test = isDefault ? undefined : label();
      expect(':', `after "${token.text}"`);
      const statements: Statement[] = [];
      while (!is('case') && !is('default') && !is('}')) statements.push(statement(inside));
      cases.push({ test, statements });
    }
    return { kind: 'switch', value, cases };
  }

  /** A case must be a variable, a number, a string, true or false, not a computed value. */
  function label(): Expression {
    const token = peek();
    const isMinus = accept('-');
    const value = peek();
    if (value.kind === 'string' || value.kind === 'number' || ['true', 'false'].includes(value.text)) {
      next();
      const plain = value.value ?? value.text === 'true';
      return { kind: 'value', value: isMinus ? -Number(plain) : plain };
    }
    if (isMinus) fail(undefined, token);
    const { text: name, at } = read.name('a case');
    if (!is(':')) fail('a case in WXS is a variable, a number, a string, true or false');
    return { kind: 'name', name, at };
  }

  function jump(around: Around): Statement {
    const token = next();
    const kind = token.text as 'break' | 'continue';
    if (kind === 'break' ? !around.loopOrSwitch : !around.loop) {
      fail(`"${kind}" is outside all loops${kind === 'break' ? ' and switches' : ''}`, token);
    }
    if (!is('}')) ended(`WXS has no labels: "${kind}" needs a semicolon or a new line after it`);
    return { kind };
  }

  return { statements: until('', OUTSIDE), requires };
}
