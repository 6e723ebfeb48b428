/**
 * Finds code that WeChat's own compiler of style sheets (`wcsc` in miniprogram-compiler 0.2.3) refuses, but a browser
 * accepts. The cases are in `test/browser/wxss-verdicts.ts`, each with the verdict of `wcsc`.
 */
import type { AtRule, Declaration, Node, Root, Rule } from 'postcss';
import { type Place, placeOf } from '../problems';
import { blank } from './blank';

/** One refusal and its position. */
interface Refusal {
  place: Place;
  message: string;
}

/** At-rules that may contain rules, and at-rules without a block. */
const HOLDS_RULES = /^(media|supports|(-\w+-)?keyframes)$/i;
const HAS_NO_BLOCK = /^(import|charset)$/i;

/** The position of the character at `index` of a node. */
const inside = (node: Node, index: number): Place => {
  const { line, column } = node.positionBy({ index });
  return { line, column };
};

/** Patterns that WeChat refuses in selectors, with the message. The first group matches the refused character. */
const inSelectors: readonly (readonly [RegExp, string])[] = [
  [/(\*)/, 'WeChat refuses the selector *: write the tags, e.g. view, text'],
  [/(\\)/, 'WeChat refuses \\ in selectors: use letters, digits, - and _ in class names'],
  [/([^\s -~])/, 'WeChat refuses this character in selectors: use letters, digits, - and _ in class names'],
  [/(&)/, 'WeChat refuses nested rules: write the whole selector'],
  [/([<@$%!/{}])/, 'WeChat refuses this character in selectors'],
  [/(\|)(?!=)/, 'WeChat refuses namespaces in selectors'],
  [/(?:^|[\s>+~,])(\()/, 'a pseudo-class is missing before this bracket'],
  [/^\s*(,)/, 'a selector is missing here'],
  [/[>+~]\s*([>+~])/, 'a selector is missing here'],
  [/([>+~])\s*(?:,|$)/, 'a selector is missing here'],
  [/::[\w-]+(\()/, 'WeChat refuses arguments of ::pseudo-elements'],
  [/\([^()]*(,)/, 'WeChat refuses a list of selectors inside a pseudo-class: write a rule for each'],
  [/=\s*[\w-]*\s+([is])\s*\]/, 'WeChat refuses flags of attribute selectors'],
];

function selectorOf(rule: Rule): Refusal[] {
  const text = rule.raws.selector?.raw ?? rule.selector;
  const bare = blank(text);
  if (bare.trim() === '') return [{ place: inside(rule, 0), message: 'a selector is missing here' }];
  for (const [pattern, message] of inSelectors) {
    const found = pattern.exec(bare);
    if (!found) continue;
    const index = found.index + found[0].lastIndexOf(found[1] ?? '');
    return [{ place: inside(rule, index), message }];
  }
  return [];
}

function ruleOf(rule: Rule): Refusal[] {
  const { parent } = rule;
  const nested = parent?.type === 'rule';
  if (nested)
    return [{ place: inside(rule, 0), message: 'WeChat refuses nested rules: write the whole selector' }];
  const inFrames = parent?.type === 'atrule' && /keyframes$/i.test((parent as AtRule).name);
  return inFrames ? [] : selectorOf(rule);
}

function declarationOf(declaration: Declaration): Refusal[] {
  const { prop } = declaration;
  const place = inside(declaration, 0);
  // postcss treats unknown characters before a property as white space.
  const odd = /[^\s]/.exec(declaration.raws.before ?? '')?.[0];
  if (odd) return [{ place, message: `WeChat refuses ${odd} in front of a property` }];
  if (!/^[\w-]+(\s+[\w-]+)*$/.test(prop)) return [{ place, message: `"${prop}" is not a property name` }];
  const value = declaration.raws.value?.raw ?? declaration.value;
  if (/[{}]/.test(blank(value))) return [{ place, message: 'WeChat refuses braces in a value' }];
  return [];
}

function atRuleOf(rule: AtRule): Refusal[] {
  const place = inside(rule, 0);
  if (rule.parent?.type === 'rule') return [{ place, message: 'WeChat refuses an at-rule inside a rule' }];
  if (/^import$/i.test(rule.name)) {
    const quoted = /^(["'])[^"']*\1$/.test(rule.params.trim());
    return quoted
      ? []
      : [{ place, message: 'WeChat only supports @import "./file.wxss", without url() and media' }];
  }
  if (rule.nodes === undefined)
    return HAS_NO_BLOCK.test(rule.name) ? [] : [{ place, message: `WeChat does not support @${rule.name}` }];
  const holdsRules = rule.nodes.some(({ type }) => type === 'rule' || type === 'atrule');
  if (holdsRules && !HOLDS_RULES.test(rule.name))
    return [{ place, message: `WeChat refuses rules inside @${rule.name}` }];
  return [];
}

/** Finds refused characters: extra semicolons, and escaped quotes in strings. */
function charactersOf(text: string): Refusal[] {
  const found: Refusal[] = [];
  for (const match of blank(text).matchAll(/(?:^|[;{}])\s*(?=;)/g))
    found.push({ place: placeOf(text, match.index + match[0].length), message: 'this ; ends nothing' });
  const strings = text.replace(/\/\*[\s\S]*?\*\//g, (part) => part.replace(/[^\r\n]/g, ' '));
  for (const match of strings.matchAll(/"(?:[^"\\\n]|\\[^"])*\\"|'(?:[^'\\\n]|\\[^'])*\\'/g))
    found.push({
      place: placeOf(text, match.index),
      message: 'WeChat refuses \\ before a quote in a string: use the other kind of quotes around it',
    });
  return found;
}

/** All refusals in a parsed style sheet, at most one per line. `text`: the parsed text. */
export function refusalsOf(root: Root, text: string): Refusal[] {
  const found = charactersOf(text);
  root.walk((node) => {
    if (node.type === 'rule') found.push(...ruleOf(node));
    else if (node.type === 'decl') found.push(...declarationOf(node));
    else if (node.type === 'atrule') found.push(...atRuleOf(node));
  });
  const lines = new Set<number>();
  return found
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
    .filter(({ place }) => !lines.has(place.line) && lines.add(place.line));
}
