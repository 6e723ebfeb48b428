/** Writes expressions for glass-easel's compiler. Their results are the same as on phones. */
import { randomBytes } from 'node:crypto';
import type { Expression, ObjectExpression, Value } from '../../../../simulator/wxml/syntax';
import { hasCall, rootOf } from '../../../../simulator/wxml/value';

/** Names of the `<wxs>` modules of an expression. Only functions of these modules can be called. */
export type Modules = ReadonlySet<string>;

const NAME = /^[A-Za-z_$][\w$]*$/;
/** Names that are operators in glass-easel, but not in WXML. Data with such a name reads as undefined. */
const OPERATOR_NAMES = new Set(['typeof', 'void', 'instanceof', 'in', 'new', 'delete']);
/** Properties that WeChat hides: they read as undefined. */
const HIDDEN_PROPERTIES = new Set<unknown>(['__proto__', 'prototype', 'caller']);

/**
 * A string as a literal that is safe in attributes and in texts. An emoji is not escaped, because glass-easel's
 * compiler does not read its two surrogates as separate escapes. A single surrogate becomes U+FFFD, as in UTF-8.
 */
function stringText(text: string): string {
  const escaped = text.replace(/[^\w .,:;!?()[\]+*/%#=@-]/gu, (one) => {
    if (one.length > 1) return one;
    return /[\ud800-\udfff]/.test(one) ? '\\ufffd' : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `'${escaped}'`;
}

/**
 * Random part of the markers that output.ts later removes. Because it is random, no source contains it, by accident or
 * on purpose.
 */
export const MARK = randomBytes(6).toString('hex');

/**
 * Prefix for a name that every JavaScript object has, such as `constructor`. The prefix makes such a name read only the
 * data. output.ts later removes the prefix.
 */
export const OWN = `__wx_own_${MARK}__`;

/** A name in an expression, with the prefix if it is needed. */
export const nameText = (name: string): string => (name in Object.prototype ? `${OWN}${name}` : name);

/** An expression, with brackets around every operator. */
export function expressionText(expression: Expression, modules: Modules): string {
  const text = (one: Expression) => expressionText(one, modules);
  switch (expression.kind) {
    case 'literal':
      return literalText(expression.value);
    case 'name':
      return OPERATOR_NAMES.has(expression.name) ? 'undefined' : nameText(expression.name);
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
      // On phones, `{...a}` with nothing else is `a` itself.
      const [only] = expression.entries;
      if (expression.entries.length === 1 && only?.name === undefined && only !== undefined)
        return text(only.value);
      return `{ ${objectText(expression, modules)} }`;
    }
  }
}

/** The entries of an object, without its braces. */
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
  if (key.value === undefined || key.value === null || HIDDEN_PROPERTIES.has(key.value)) return 'undefined';
  return typeof key.value === 'string' && NAME.test(key.value)
    ? `${owner}.${key.value}`
    : `${owner}[${literalText(key.value)}]`;
}

function literalText(value: string | number | boolean | null | undefined): string {
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number') return numberText(value);
  return String(value);
}

/**
 * A number without an exponent, because glass-easel refuses exponents. An integer with more than 64 bits gets a decimal
 * point.
 */
function numberText(value: number): string {
  const digits = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? `${digits}.0` : digits;
}

/** The value of an attribute. Plain text without special characters is not wrapped in {{ }}. */
export function attributeText({ parts }: Value, modules: Modules): string {
  return parts
    .map((part) => {
      if (typeof part !== 'string') return `{{ ${expressionText(part, modules)} }}`;
      return /^[\w .,:;!?()[\]+*/%#=@-]*$/.test(part) ? part : `{{ ${stringText(part)} }}`;
    })
    .join('');
}

/**
 * A text between tags. It is always in {{ }}: in a plain text, glass-easel would decode entities and remove white
 * space.
 */
export function textText({ parts }: Value, modules: Modules): string {
  return parts
    .map((part) => `{{ ${typeof part === 'string' ? stringText(part) : expressionText(part, modules)} }}`)
    .join('');
}
