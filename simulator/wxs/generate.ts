/**
 * Generates JavaScript from the syntax tree. The output contains only these parts of the author's text: names of
 * letters, digits and `_`, numbers, and strings as JSON. So it is always valid. For everything that differs between WXS
 * and JavaScript it calls the runtime (`$`).
 */
import { KEY } from './members';
import type { Expression, FunctionBody, Statement, Target } from './tree';

/** The names that a function declares, and the scope of the surrounding function. */
interface Scope {
  readonly names: ReadonlySet<string>;
  readonly outer: Scope | undefined;
}

/** Generates the code of a module: a function expression with the parameters runtime and `module`. */
export function generate(statements: readonly Statement[]): string {
  const scope: Scope = { names: new Set([...declared(statements), 'module']), outer: undefined };
  return `function ($, _module) {\n"use strict";\n${body(statements, scope)}}`;
}

const variable = (name: string): string => `_${name}`;
const isDeclared = (name: string, scope: Scope | undefined): boolean =>
  scope !== undefined && (scope.names.has(name) || isDeclared(name, scope.outer));

/** The names that `var` and `function` declare in a body, without those in inner functions. */
function declared(statements: readonly Statement[]): string[] {
  return statements.flatMap((one): string[] => {
    switch (one.kind) {
      case 'var':
        return one.items.map(({ name }) => name);
      case 'function':
        return [one.body.name];
      case 'block':
        return declared(one.statements);
      case 'if':
        return declared(one.no === undefined ? [one.yes] : [one.yes, one.no]);
      case 'for':
        return declared(one.start === undefined ? [one.body] : [one.start, one.body]);
      case 'while':
      case 'do':
        return declared([one.body]);
      case 'switch':
        return one.cases.flatMap((branch) => declared(branch.statements));
      default:
        return [];
    }
  });
}

/** The body of a function: declares its variables first, then assigns functions. */
function body(
  statements: readonly Statement[],
  scope: Scope,
  parameters: ReadonlySet<string> = new Set(),
): string {
  const names = [...new Set(declared(statements))].filter(
    (name) => !parameters.has(name) && name !== 'module',
  );
  const variables = names.length === 0 ? '' : `var ${names.map(variable).join(', ')};\n`;
  return variables + list(statements, scope);
}

/** The statements of a block. Functions are assigned first, because they are available from the start of the block. */
function list(statements: readonly Statement[], scope: Scope): string {
  const functions = statements.filter((one) => one.kind === 'function');
  const others = statements.filter((one) => one.kind !== 'function');
  return [
    ...functions.map((one) => `${variable(one.body.name)} = ${functionCode(one.body, scope)};\n`),
    ...others.map((one) => statement(one, scope)),
  ].join('');
}

function functionCode(own: FunctionBody, outer: Scope): string {
  const parameters = own.parameters.map(({ name }) => name);
  const names = new Set([...parameters, ...declared(own.statements)]);
  // The name of a function expression is visible inside it. The name of a declaration is already in the outer scope.
  const named: Scope = own.name === undefined ? outer : { names: new Set([own.name]), outer };
  const scope: Scope = { names, outer: named };
  // If two parameters have the same name, the last one counts. Strict JavaScript rejects duplicates, so the others are
  // renamed.
  const listed = parameters.map((name, at) =>
    parameters.indexOf(name, at + 1) < 0 ? variable(name) : `$${at}`,
  );
  const initials = own.parameters
    .filter(({ initial }) => initial !== undefined)
    .map(({ name, initial }) => {
      return `if (${variable(name)} === undefined) ${variable(name)} = ${code(initial as Expression, scope)};\n`;
    });
  const count = own.usesArguments ? `arguments.${KEY}length = arguments.length;\n` : '';
  const name = own.name === undefined ? '' : ` ${variable(own.name)}`;
  const inner = body(own.statements, scope, new Set(parameters));
  return `(function${name}(${listed.join(', ')}) {\n${initials.join('')}${count}${inner}})`;
}

function statement(one: Statement, scope: Scope): string {
  switch (one.kind) {
    case 'expression':
      return `${code(one.value, scope)};\n`;
    case 'var':
      return one.items
        .filter(({ value }) => value !== undefined)
        .map(({ name, value }) => `${variable(name)} = ${code(value as Expression, scope)};\n`)
        .join('');
    case 'function':
      return list([one], scope);
    case 'return':
      return one.value === undefined ? 'return;\n' : `return ${code(one.value, scope)};\n`;
    case 'break':
    case 'continue':
      return `${one.kind};\n`;
    case 'block':
      return `{\n${list(one.statements, scope)}}\n`;
    case 'if': {
      const no = one.no === undefined ? '' : ` else {\n${statement(one.no, scope)}}`;
      return `if (${code(one.test, scope)}) {\n${statement(one.yes, scope)}}${no}\n`;
    }
    case 'for': {
      const start = one.start === undefined ? '' : statement(one.start, scope);
      const test = one.test === undefined ? '' : code(one.test, scope);
      const step = one.step === undefined ? '' : code(one.step, scope);
      return `${start}for (; ${test}; ${step}) {\n${turn(one.at)}${statement(one.body, scope)}}\n`;
    }
    case 'while':
      return `while (${code(one.test, scope)}) {\n${turn(one.at)}${statement(one.body, scope)}}\n`;
    case 'do':
      return `do {\n${turn(one.at)}${statement(one.body, scope)}} while (${code(one.test, scope)});\n`;
    case 'switch': {
      const cases = one.cases.map(({ test, statements }) => {
        const label = test === undefined ? 'default:' : `case ${code(test, scope)}:`;
        return `${label}\n${list(statements, scope)}`;
      });
      return `switch (${code(one.value, scope)}) {\n${cases.join('')}}\n`;
    }
  }
}

/** Counts the iterations of a loop, so that an endless loop cannot block the stage. */
const turn = (at: number): string => `$.turn(${at});\n`;

/** JSON strings are valid JavaScript since ES2019. */
const text = (value: string): string => JSON.stringify(value);

function code(one: Expression, scope: Scope): string {
  switch (one.kind) {
    case 'value':
      return valueCode(one.value);
    case 'name':
      return isDeclared(one.name, scope) ? variable(one.name) : `$.read(${text(one.name)}, ${one.at})`;
    case 'library':
      return `$.library.${one.name}`;
    case 'this':
      return '$.self(this)';
    case 'arguments':
      return 'arguments';
    case 'require':
      return `$.require(${text(one.src)}, ${one.at})`;
    case 'function':
      return functionCode(one.body, scope);
    case 'array': {
      const items = one.items.map((item) => (item === null ? '' : code(item, scope)));
      return `[${items.join(', ')}]`;
    }
    case 'object':
      return `({${one.fields.map(([key, value]) => `[${text(KEY + key)}]: ${code(value, scope)}`).join(', ')}})`;
    case 'member':
      return `$.get(${code(one.object, scope)}, ${keyCode(one.key, scope)}, ${one.at})`;
    case 'call':
      return callCode(one.callee, one.args.map((arg) => code(arg, scope)).join(', '), one.at, scope);
    case 'unary':
      return unaryCode(one.operator, one.value, scope);
    case 'step':
      return stepCode(one.operator, one.isPrefix, one.target, scope);
    case 'binary':
      return `(${code(one.left, scope)} ${one.operator} ${code(one.right, scope)})`;
    case 'choice':
      return `(${code(one.test, scope)} ? ${code(one.yes, scope)} : ${code(one.no, scope)})`;
    case 'assign':
      return assignCode(one.operator, one.target, code(one.value, scope), scope);
  }
}

function valueCode(value: string | number | boolean | null | undefined): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : `(${value})`;
  return JSON.stringify(value);
}

/** The key in the form that the runtime expects. */
function keyCode(key: string | Expression, scope: Scope): string {
  if (typeof key === 'string') return text(KEY + key);
  if (key.kind === 'value' && typeof key.value === 'string') return text(KEY + key.value);
  if (key.kind === 'value' && typeof key.value === 'number') return valueCode(key.value);
  return `$.key(${code(key, scope)})`;
}

function callCode(callee: Expression, args: string, at: number, scope: Scope): string {
  if (callee.kind === 'member') {
    return `$.call(${code(callee.object, scope)}, ${keyCode(callee.key, scope)}, [${args}], ${callee.at})`;
  }
  const name = callee.kind === 'name' || callee.kind === 'library' ? callee.name : '';
  return `$.apply(${code(callee, scope)}, [${args}], ${text(name)}, ${at})`;
}

function unaryCode(operator: string, value: Expression, scope: Scope): string {
  if (operator === 'typeof' && value.kind === 'name' && !isDeclared(value.name, scope)) {
    return `$.typeOf(${text(value.name)})`;
  }
  if (operator !== 'delete') return `(${operator} ${code(value, scope)})`;
  if (value.kind === 'member') {
    return `$.remove(${code(value.object, scope)}, ${keyCode(value.key, scope)}, ${value.at})`;
  }
  // `delete` of a variable only returns a value. Any other operand is evaluated for its side effects.
  const stays = value.kind === 'name' && isDeclared(value.name, scope);
  return stays ? 'false' : value.kind === 'name' ? 'true' : `(${code(value, scope)}, true)`;
}

function stepCode(operator: string, isPrefix: boolean, target: Target, scope: Scope): string {
  const by = operator === '++' ? 1 : -1;
  if (target.kind === 'member') {
    const place = `${code(target.object, scope)}, ${keyCode(target.key, scope)}`;
    return `$.step(${place}, ${by}, ${isPrefix}, ${target.at})`;
  }
  if (isDeclared(target.name, scope)) {
    return isPrefix ? `(${operator}${variable(target.name)})` : `(${variable(target.name)}${operator})`;
  }
  return `$.stepName(${text(target.name)}, ${by}, ${isPrefix}, ${target.at})`;
}

function assignCode(operator: string, target: Target, value: string, scope: Scope): string {
  const plain = operator === '=';
  const calculation = operator.slice(0, -1);
  if (target.kind === 'member') {
    const place = `${code(target.object, scope)}, ${keyCode(target.key, scope)}`;
    if (plain) return `$.set(${place}, ${value}, ${target.at})`;
    return `$.change(${place}, (before) => before ${calculation} ${value}, ${target.at})`;
  }
  if (isDeclared(target.name, scope)) return `(${variable(target.name)} ${operator} ${value})`;
  const name = text(target.name);
  return plain
    ? `$.write(${name}, ${value})`
    : `$.write(${name}, $.read(${name}, ${target.at}) ${calculation} ${value})`;
}
