/**
 * Limits on the nesting of tags and expressions. WeChat's compiler accepts deeper nesting, but rendering it is slow.
 * glass-easel's compiler (0.12.1) overflows its stack at about 160 levels, so both stages reject nesting near that
 * depth.
 */
import type { Expression } from './syntax';

/** The maximum number of levels. Each tag counts as a level, and each `wx:if` and `wx:for` as another. */
export const DEEPEST = 128;
/** The maximum number of nested operators, brackets and members in an expression. */
export const DEEPEST_EXPRESSION = 100;

export const TOO_DEEP = `this is nested more than ${DEEPEST} levels deep (each tag, wx:if and wx:for is one): move a part into a component`;

/**
 * The maximum number of {{ }} in one text or attribute. glass-easel's compiler overflows its stack between 800 and
 * 1600.
 */
export const MOST_EXPRESSIONS = 500;

export const TOO_MANY_EXPRESSIONS = `a text or an attribute with more than ${MOST_EXPRESSIONS} {{ }}: split it, or join the parts in the script`;

const LEVELS = ['wx:if', 'wx-if', 'wx:elif', 'wx:else', 'wx:for', 'wx:for-items'];

/** The number of levels of a tag with these attributes. */
export const levelsOf = (attributes: { has(name: string): boolean }): number =>
  1 + LEVELS.filter((name) => attributes.has(name)).length;

/** Is an expression nested too deeply? Iterative, because it may have thousands of levels. */
export function isTooDeep(expression: Expression): boolean {
  const waiting: [one: Expression, level: number][] = [[expression, 1]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [one, level] = next;
    if (level > DEEPEST_EXPRESSION) return true;
    for (const part of partsOf(one)) waiting.push([part, level + 1]);
  }
  return false;
}

/** The direct subexpressions of an expression. */
export function partsOf(one: Expression): readonly Expression[] {
  switch (one.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'member':
      return [one.object, one.key];
    case 'call':
      return [one.callee, ...one.args];
    case 'unary':
      return [one.value];
    case 'binary':
      return [one.left, one.right];
    case 'choice':
      return [one.test, one.yes, one.no];
    case 'array':
      return one.items;
    case 'object':
      return one.entries.map(({ value }) => value);
  }
}
