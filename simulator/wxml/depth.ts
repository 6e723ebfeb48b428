/**
 * How deep tags and expressions may stand inside each other. WeChat's compiler takes more; what is drawn from it is slow there.
 * glass-easel's compiler (0.12.1) runs out of its stack at about 160 levels, so both stages refuse what comes near.
 */
import type { Expression } from './syntax';

/** Levels of tags: each tag is one, and each `wx:if` and `wx:for` another. */
export const DEEPEST = 128;
/** Operators, brackets and members in an expression. */
export const DEEPEST_EXPRESSION = 100;

export const TOO_DEEP = `this stands more than ${DEEPEST} levels deep (each tag, wx:if and wx:for is one): make a component of a part`;

/** {{ }} in one text or attribute: glass-easel's compiler runs out of its stack between 800 and 1600 of them. */
export const MOST_EXPRESSIONS = 500;

export const TOO_MANY_EXPRESSIONS = `a text or an attribute with more than ${MOST_EXPRESSIONS} {{ }}: make several of it, or join the parts in the script`;

const LEVELS = ['wx:if', 'wx-if', 'wx:elif', 'wx:else', 'wx:for', 'wx:for-items'];

/** The levels that a tag with these attributes adds. */
export const levelsOf = (attributes: { has(name: string): boolean }): number =>
  1 + LEVELS.filter((name) => attributes.has(name)).length;

/** Does an expression have more levels than are allowed? Without recursion, because it may have thousands. */
export function isTooDeep(expression: Expression): boolean {
  const waiting: [one: Expression, level: number][] = [[expression, 1]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [one, level] = next;
    if (level > DEEPEST_EXPRESSION) return true;
    for (const part of partsOf(one)) waiting.push([part, level + 1]);
  }
  return false;
}

/** The expressions that an expression is made of. */
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
