/** Expressions written again in the form that glass-easel's compiler reads, so that they mean what they mean on phones. */
import { randomBytes } from 'node:crypto';
import type { Expression, ObjectExpression, Value } from '../../../../simulator/wxml/syntax';
import { hasCall, rootOf } from '../../../../simulator/wxml/value';

/** Names of the `<wxs>` modules that an expression sees: only they have functions. */
export type Modules = ReadonlySet<string>;

const NAME = /^[A-Za-z_$][\w$]*$/;
/** Operators of glass-easel that are names in WXML. No data that is read by such a name can exist for it. */
const WORDS = new Set(['typeof', 'void', 'instanceof', 'in', 'new', 'delete']);
/** WeChat hides these properties. */
const HIDDEN = new Set<unknown>(['__proto__', 'prototype', 'caller']);

/**
 * A string as a literal that needs no thought about where it stands. glass-easel's compiler does not read the two halves of
 * an emoji apart: it stays as it is. Half of one is what UTF-8 makes of it.
 */
export function stringText(text: string): string {
  const escaped = text.replace(/[^\w .,:;!?()[\]+*/%#=@-]/gu, (one) => {
    if (one.length > 1) return one;
    return /[\ud800-\udfff]/.test(one) ? '\\ufffd' : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `'${escaped}'`;
}

/** Part of what is put into a text and taken out of its code again: no source can have it by chance or on purpose. */
export const MARK = randomBytes(6).toString('hex');

/**
 * Before a name that every JavaScript object has, such as `constructor`: data of that name, or nothing. The compiled text loses
 * it again.
 */
export const OWN = `__wx_own_${MARK}__`;

export const nameText = (name: string): string => (name in Object.prototype ? `${OWN}${name}` : name);

/** An expression, with brackets wherever they may matter. */
export function expressionText(expression: Expression, modules: Modules): string {
  const text = (one: Expression) => expressionText(one, modules);
  switch (expression.kind) {
    case 'literal':
      return literalText(expression.value);
    case 'name':
      return WORDS.has(expression.name) ? 'undefined' : nameText(expression.name);
    case 'member':
      return memberText(expression.object, expression.key, modules);
    case 'call': {
      const root = rootOf(expression.callee);
      if (root === undefined || !modules.has(root) || hasCall(expression.callee)) return 'undefined';
      return `${text(expression.callee)}(${expression.args.map(text).join(', ')})`;
    }
    case 'unary':
      return `(${expression.operator} ${text(expression.value)})`;
    case 'binary':
      return `(${text(expression.left)} ${expression.operator} ${text(expression.right)})`;
    case 'choice':
      return `(${text(expression.test)} ? ${text(expression.yes)} : ${text(expression.no)})`;
    case 'array':
      return `[${expression.items.map(text).join(', ')}]`;
    case 'object': {
      // `{...a}` alone is `a` itself on phones.
      const [only] = expression.entries;
      if (expression.entries.length === 1 && only?.name === undefined && only !== undefined)
        return text(only.value);
      return `{ ${objectText(expression, modules)} }`;
    }
  }
}

/** The inside of an object. */
export function objectText({ entries }: ObjectExpression, modules: Modules): string {
  return entries
    .filter(({ name }) => name !== '__proto__')
    .map(({ name, value }) => {
      const text = expressionText(value, modules);
      return name === undefined ? `...${text}` : `${nameText(name)}: ${text}`;
    })
    .join(', ');
}

function memberText(object: Expression, key: Expression, modules: Modules): string {
  const owner = expressionText(object, modules);
  if (owner === 'undefined') return 'undefined';
  if (key.kind !== 'literal') return `${owner}[${expressionText(key, modules)}]`;
  if (key.value === undefined || key.value === null || HIDDEN.has(key.value)) return 'undefined';
  return typeof key.value === 'string' && NAME.test(key.value)
    ? `${owner}.${key.value}`
    : `${owner}[${literalText(key.value)}]`;
}

function literalText(value: string | number | boolean | null | undefined): string {
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number') return numberText(value);
  return String(value);
}

/** Without an exponent, which glass-easel does not take. Its whole numbers have 64 bits: longer ones get a point. */
function numberText(value: number): string {
  const digits = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? `${digits}.0` : digits;
}

/** An attribute's value. What is plain stays plain. */
export function attributeText({ parts }: Value, modules: Modules): string {
  return parts
    .map((part) => {
      if (typeof part !== 'string') return `{{ ${expressionText(part, modules)} }}`;
      return /^[\w .,:;!?()[\]+*/%#=@-]*$/.test(part) ? part : `{{ ${stringText(part)} }}`;
    })
    .join('');
}

/** A text between tags: never plain, because glass-easel would decode its entities and cut its white space. */
export function textText({ parts }: Value, modules: Modules): string {
  return parts
    .map((part) => `{{ ${typeof part === 'string' ? stringText(part) : expressionText(part, modules)} }}`)
    .join('');
}
