/** Compiles expressions to functions of the data. Their semantics are those of wcc's output. */

import type { Expression, ObjectExpression, Value } from '../../wxml/syntax';
import { rootOf } from '../../wxml/value';
import { isWxsFunction } from '../../wxs';
import { BINARY, member } from './operators';

/** The changed parts of a value: true = all; a map = the parts below these keys; undefined = none. */
export type Changes = true | ReadonlyMap<string, Changes> | undefined;

/** The variables of an expression. */
export interface Scope {
  /** Exports of the wxs modules. Their names take precedence over those of data and of `wx:for`. */
  readonly modules: ReadonlyMap<string, unknown>;
  /** The value of a variable; undefined if there is none. */
  data(name: string): unknown;
  /** The changes of a variable since the last rendering. */
  changes(name: string): Changes;
}

export type Evaluate = (scope: Scope) => unknown;

/** Parsed files are shared by all processes, and so are these functions. */
const known = new WeakMap<object, Evaluate>();

/** The value of an attribute. An attribute that consists of a single {{ }} keeps the value's type. */
export function evaluateValue(value: Value | true): Evaluate {
  if (value === true) return () => true;
  return remembered(value, () => {
    const [only] = value.parts;
    if (value.parts.length > 1) return join(value);
    return typeof only === 'object' ? compile(only) : () => only;
  });
}

/** The value of a text node. */
export function evaluateText(value: Value): (scope: Scope) => string {
  return remembered(value, () => join(value)) as (scope: Scope) => string;
}

/** The data passed to a template. */
export function evaluateObject(object: ObjectExpression): (scope: Scope) => Record<string, unknown> {
  return remembered(object, () => compileObject(object)) as (scope: Scope) => Record<string, unknown>;
}

export const evaluateExpression = (expression: Expression): Evaluate =>
  remembered(expression, () => compile(expression));

function remembered(key: object, make: () => Evaluate): Evaluate {
  let evaluate = known.get(key);
  if (evaluate === undefined) {
    evaluate = make();
    known.set(key, evaluate);
  }
  return evaluate;
}

function join({ parts }: Pick<Value, 'parts'>): (scope: Scope) => string {
  const values = parts.map((part) => (typeof part === 'object' ? compile(part) : part));
  const [only] = values;
  if (values.length === 1)
    return typeof only === 'function' ? (scope) => textFor(only(scope)) : () => only ?? '';
  return (scope) => {
    let text = '';
    for (const value of values) text += typeof value === 'string' ? value : textFor(value(scope));
    return text;
  };
}

/** Converts a value inside a text. `null` becomes "null"; undefined and functions become empty. */
function textFor(value: unknown): string {
  if (value === undefined || typeof value === 'function') return '';
  if (typeof value !== 'object' || value === null) return String(value);
  // An object without `toString`, such as a wxs module.
  return typeof value.toString === 'function' ? String(value) : '[object Object]';
}

function compile(expression: Expression): Evaluate {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'name': {
      const { name } = expression;
      return ({ modules, data }) => (modules.has(name) ? modules.get(name) : data(name));
    }
    case 'member':
      return compileMember(expression.object, expression.key);
    case 'call':
      return compileCall(expression.callee, expression.args);
    case 'unary':
      return compileUnary(expression.operator, compile(expression.value));
    case 'binary':
      return compileBinary(expression.operator, compile(expression.left), compile(expression.right));
    case 'choice': {
      const [test, yes, no] = [expression.test, expression.yes, expression.no].map(compile);
      return (scope) => (test?.(scope) ? yes?.(scope) : no?.(scope));
    }
    case 'array': {
      const items = expression.items.map(compile);
      return (scope) => items.map((item) => item(scope));
    }
    case 'object': {
      // wcc compiles `{...a}` without other entries to `a` itself.
      const [only] = expression.entries;
      const isAlone = expression.entries.length === 1 && only?.name === undefined;
      return isAlone && only !== undefined ? compile(only.value) : compileObject(expression);
    }
  }
}

/** Hides methods of data: only members of a wxs module can be functions. */
function compileMember(object: Expression, key: Expression): Evaluate {
  const root = rootOf(object) ?? '';
  const from = compile(object);
  if (key.kind === 'literal') {
    const { value } = key;
    return (scope) => visible(member(from(scope), value), scope, root);
  }
  const name = compile(key);
  return (scope) => visible(member(from(scope), name(scope)), scope, root);
}

function visible(value: unknown, { modules }: Scope, root: string): unknown {
  return typeof value === 'function' && !modules.has(root) ? undefined : value;
}

/** Only functions of a wxs module can be called. They copy their arguments themselves. */
function compileCall(callee: Expression, args: readonly Expression[]): Evaluate {
  const root = rootOf(callee) ?? '';
  const target = compile(callee);
  const values = args.map(compile);
  return (scope) => {
    if (!scope.modules.has(root)) return undefined;
    const called = target(scope);
    if (!isWxsFunction(called)) return undefined;
    return called(...values.map((value) => value(scope)));
  };
}

function compileUnary(operator: '!' | '-' | '~', value: Evaluate): Evaluate {
  if (operator === '!') return (scope) => !value(scope);
  // wcc computes `0 - x`, so the result is never -0.
  if (operator === '-') return (scope) => 0 - (value(scope) as number);
  return (scope) => ~(value(scope) as number);
}

function compileBinary(operator: string, left: Evaluate, right: Evaluate): Evaluate {
  if (operator === '&&') return (scope) => left(scope) && right(scope);
  if (operator === '||') return (scope) => left(scope) || right(scope);
  const apply = BINARY[operator];
  if (apply === undefined) throw new Error(`WXML has no operator ${operator}.`);
  return (scope) => apply(left(scope), right(scope));
}

function compileObject({ entries }: ObjectExpression): (scope: Scope) => Record<string, unknown> {
  const parts = entries
    .filter(({ name }) => name !== '__proto__')
    .map(({ name, value }) => ({ name, value: compile(value) }));
  return (scope) => {
    const result: Record<string, unknown> = {};
    for (const { name, value } of parts) {
      if (name === undefined) Object.assign(result, value(scope));
      else result[name] = value(scope);
    }
    return result;
  };
}
