/** What stands between {{ and }}: parsed once, evaluated with the data. A missing object reads as undefined. */
import { BINARY, LITERALS, member } from './operators';
import { type Token, tokenize } from './tokens';

/** Looks a name up. */
export type Scope = (name: string) => unknown;
export type Evaluate = (scope: Scope) => unknown;

/**
 * Parses an expression.
 * @throws SyntaxError that says what is wrong with it.
 */
export function parseExpression(source: string): Evaluate {
  const parser = createParser(tokenize(source), source);
  const result = parser.ternary();
  parser.end();
  return result;
}

/**
 * Parses the inside of an object, as in `data="{{a, b: 1, ...c}}"`.
 * @throws SyntaxError that says what is wrong with it.
 */
export function parseObjectBody(source: string): Evaluate {
  const parser = createParser(tokenize(source), source);
  const result = parser.objectBody();
  parser.end();
  return result;
}

/** Does this read as the inside of an object rather than as an expression? */
export function isObjectBody(source: string): boolean {
  return /^\s*(?:\.\.\.|[\w$]+\s*[:,]|(?:'[^']*'|"[^"]*")\s*:)/.test(source);
}

function createParser(tokens: readonly Token[], source: string) {
  let at = 0;
  const peek = () => tokens[at];
  const fail = (): never => {
    const token = peek();
    throw new SyntaxError(
      token === undefined
        ? `{{${source}}} ends too early`
        : `{{${source}}} has an unexpected ${JSON.stringify(token.text)}`,
    );
  };
  const accept = (text: string): boolean => {
    const token = peek();
    if (token === undefined || token.kind === 'string' || token.text !== text) return false;
    at += 1;
    return true;
  };
  const expect = (text: string) => {
    if (!accept(text)) fail();
  };

  function ternary(): Evaluate {
    const test = nullish();
    if (!accept('?')) return test;
    const yes = ternary();
    expect(':');
    const no = ternary();
    return (scope) => (test(scope) ? yes(scope) : no(scope));
  }
  function nullish(): Evaluate {
    const left = or();
    if (!accept('??')) return left;
    const right = nullish();
    return (scope) => left(scope) ?? right(scope);
  }
  function or(): Evaluate {
    const left = and();
    if (!accept('||')) return left;
    const right = or();
    return (scope) => left(scope) || right(scope);
  }
  function and(): Evaluate {
    const left = binary(0);
    if (!accept('&&')) return left;
    const right = and();
    return (scope) => left(scope) && right(scope);
  }
  function binary(level: number): Evaluate {
    const operators = BINARY[level];
    if (operators === undefined) return unary();
    let left = binary(level + 1);
    for (;;) {
      const token = peek();
      const operator = token?.kind === 'mark' ? operators[token.text] : undefined;
      if (operator === undefined) return left;
      at += 1;
      const first = left;
      const second = binary(level + 1);
      left = (scope) => operator(first(scope), second(scope));
    }
  }
  function unary(): Evaluate {
    if (accept('!')) {
      const value = unary();
      return (scope) => !value(scope);
    }
    if (accept('-')) {
      const value = unary();
      return (scope) => -(value(scope) as number);
    }
    if (accept('+')) {
      const value = unary();
      return (scope) => +(value(scope) as number);
    }
    if (accept('typeof')) {
      const value = unary();
      return (scope) => typeof value(scope);
    }
    return postfix();
  }
  function postfix(): Evaluate {
    let value = primary();
    let owner: Evaluate | undefined;
    for (;;) {
      const object = value;
      if (accept('.') || accept('?.')) {
        const token = peek();
        if (token?.kind !== 'name') return fail();
        at += 1;
        owner = object;
        value = (scope) => member(object(scope), token.text);
      } else if (accept('[')) {
        const key = ternary();
        expect(']');
        owner = object;
        value = (scope) => member(object(scope), key(scope));
      } else if (accept('(')) {
        const args = list(')');
        const self = owner;
        owner = undefined;
        value = (scope) => {
          const called = object(scope);
          return typeof called === 'function' ? called.apply(self?.(scope), args(scope)) : undefined;
        };
      } else return value;
    }
  }
  function primary(): Evaluate {
    const token = peek();
    if (token === undefined) return fail();
    if (accept('(')) {
      const value = ternary();
      expect(')');
      return value;
    }
    if (accept('[')) return list(']');
    if (accept('{')) {
      const value = objectBody();
      expect('}');
      return value;
    }
    at += 1;
    if (token.kind === 'name') {
      if (token.text in LITERALS) return () => LITERALS[token.text];
      return (scope) => scope(token.text);
    }
    if (token.kind === 'string' || token.kind === 'number') return () => token.value;
    at -= 1;
    return fail();
  }
  function list(end: string): (scope: Scope) => unknown[] {
    const items: { value: Evaluate; spread: boolean }[] = [];
    while (!accept(end)) {
      if (items.length > 0) expect(',');
      if (accept(end)) break;
      const spread = accept('...');
      items.push({ value: ternary(), spread });
    }
    return (scope) =>
      items.flatMap(({ value, spread }) => (spread ? (value(scope) as unknown[]) : [value(scope)]));
  }
  function objectBody(): Evaluate {
    const parts: ((scope: Scope, into: Record<string, unknown>) => void)[] = [];
    while (peek() !== undefined && peek()?.text !== '}') {
      if (parts.length > 0) expect(',');
      const token = peek();
      if (token === undefined || token.text === '}') break;
      if (accept('...')) {
        const value = ternary();
        parts.push((scope, into) => Object.assign(into, value(scope)));
        continue;
      }
      if (token.kind === 'mark') return fail();
      at += 1;
      const name = String(token.value ?? token.text);
      const value: Evaluate = accept(':') ? ternary() : (scope) => scope(name);
      parts.push((scope, into) => {
        into[name] = value(scope);
      });
    }
    return (scope) => {
      const result: Record<string, unknown> = {};
      for (const part of parts) part(scope, result);
      return result;
    };
  }
  const end = () => {
    if (peek() !== undefined) fail();
  };
  return { ternary, objectBody, end };
}
