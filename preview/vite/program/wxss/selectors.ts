/** Converts selectors of WXSS to selectors for the elements of the frame. */
import parser, { type Node, type Root, type Selector } from 'postcss-selector-parser';

/** Possible problems of a selector that are not errors. */
export interface SelectorNote {
  /** A component selects by tag, id or attribute. WeChat DevTools warns about the same selectors. */
  loose: boolean;
  /** The selector contains `:host` or `:host-context` in a place where WeChat's compiler does not convert it. */
  host: boolean;
}

const hostOf = (scope: string): string => `[wx-host="${scope}"]`;

/** Pseudo-classes whose argument is a selector. In other arguments, such as `:nth-child(odd)`, a word is not a tag. */
const HOLDS_SELECTORS = /^:(not|is|where|has|matches|any|-webkit-any|-moz-any|host|host-context)$/i;

const IS_HOST = /^:host(-context)?$/i;

const isTag = (node: Node): boolean => {
  for (let outer = node.parent; outer; outer = outer.parent as typeof outer)
    if (outer.type === 'pseudo' && !HOLDS_SELECTORS.test(outer.value ?? '')) return false;
  return true;
};

/** `view` → `wx-view`, `page` → `wx-page`. */
function renameTags(root: Root): void {
  root.walkTags((tag) => {
    // This function does not get the selectors of keyframes (percentages, from, to).
    if (isTag(tag)) tag.value = `wx-${tag.value.toLowerCase()}`;
  });
}

/** Parses the selector `text` into nodes for another selector. */
function nodesOf(text: string): Node[] {
  const first = parser().astSync(text).first;
  return first ? [...first.nodes] : [];
}

/**
 * Replaces `:host` and `:host(.a)` by the component's own element. Like `wcsc`, it does so only if `:host` is the whole
 * selector of the rule. In other places `:host` stays, and matches nothing, as on a phone: the page has no shadow
 * trees.
 * @returns whether a `:host` or `:host-context` stays
 */
function replaceHost(root: Root, scope: string): boolean {
  const [selector, another] = root.nodes;
  const [only, next] = (selector?.nodes ?? []).filter(({ type }) => type !== 'comment');
  if (!another && !next && only?.type === 'pseudo' && only.value === ':host') {
    const inner = only.nodes.map((one) => one.toString().trim()).join('');
    only.replaceWith(...nodesOf(scope === '' ? `wx-page${inner}` : `${hostOf(scope)}${inner}`));
    return false;
  }
  let stays = false;
  root.walkPseudos(({ value }) => {
    stays ||= IS_HOST.test(value);
  });
  return stays;
}

/**
 * Puts `:where(scope) ` before the selector. Then it selects only inside the component, and its specificity does not
 * change.
 */
function scopeSelector(selector: Selector, scope: string): void {
  const nodes = nodesOf(`:where(${scope}) *`).slice(0, 2);
  selector.prepend(parser.combinator({ value: ' ' }));
  const where = nodes[0];
  if (where) selector.prepend(where);
}

/**
 * Whether the selector contains more than classes. The rule is `wcsc`'s (`-lc -pc`): a tag, an id, an attribute, or a
 * leading pseudo-class other than `:host` (e.g. `:host-context`). Arguments of pseudo-classes are ignored.
 */
function isLoose(selector: Selector): boolean {
  return selector.nodes.some((node, index) => {
    if (['tag', 'id', 'attribute'].includes(node.type)) return true;
    const before = selector.nodes[index - 1];
    const leads = before === undefined || before.type === 'combinator';
    return leads && node.type === 'pseudo' && node.value !== ':host';
  });
}

function hasClass(selector: Selector): boolean {
  let found = false;
  selector.walkClasses(() => {
    found = true;
  });
  return found;
}

/**
 * Converts a selector.
 * @param scope the class prefix of an isolated component; empty for a page or app.wxss
 * @param note gets the problems that are not errors
 * @throws Error if it is not a selector
 */
export function convertSelector(selector: string, scope: string, note?: SelectorNote): string {
  return parser((root) => {
    for (const one of scope === '' ? [] : root.nodes) {
      const loose = isLoose(one);
      if (loose && note) note.loose = true;
      if (loose && !one.toString().includes(':host') && !hasClass(one)) scopeSelector(one, hostOf(scope));
    }
    renameTags(root);
    if (scope !== '') {
      root.walkClasses((name) => {
        name.value = `${scope}--${name.value}`;
      });
    }
    const stays = replaceHost(root, scope);
    if (note) note.host = stays;
  }).processSync(selector);
}

/** The parts of a selector list that select `page`, converted to select its scroller; null: there are none. */
export function scrollerSelector(selector: string): string | null {
  const parts = parser()
    .astSync(selector)
    .nodes.map((one) => one.toString().trim());
  const pages = parts.filter((part) => /(^|[\s>])page$/i.test(part) && !/[>+~]\s*page$/i.test(part));
  return pages.length === 0 ? null : pages.map((part) => part.replace(/page$/i, '.wx-scroller')).join(', ');
}
