/** Selectors of WXSS as selectors on the elements that the frame really has. */
import parser, { type Node, type Root, type Selector } from 'postcss-selector-parser';

/** What a selector of a component may not contain; WeChat DevTools warns of the same. */
export interface SelectorNote {
  /** The selector selects by tag, id or attribute. */
  loose: boolean;
}

const hostOf = (scope: string): string => `[wx-host="${scope}"]`;

/** `view` → `wx-view`, `page` → `wx-page`. */
function renameTags(root: Root): boolean {
  let found = false;
  root.walkTags((tag) => {
    // Percentages and from/to of keyframes never get here.
    tag.value = `wx-${tag.value.toLowerCase()}`;
    found = true;
  });
  return found;
}

/** The nodes of `text`, ready to be put into another selector. */
function nodesOf(text: string): Node[] {
  const first = parser().astSync(text).first;
  return first ? [...first.nodes] : [];
}

/** `:host`, `:host(.a)` and `:host-context` become the component's own element. */
function replaceHost(root: Root, scope: string): void {
  root.walkPseudos((pseudo) => {
    if (pseudo.value.toLowerCase() !== ':host') return;
    const inner = pseudo.nodes.map((one) => one.toString().trim()).join('');
    pseudo.replaceWith(...nodesOf(scope === '' ? `wx-page${inner}` : `${hostOf(scope)}${inner}`));
  });
}

/** Puts `:where(scope) ` in front: reaches only what is inside, weighs nothing. */
function confine(selector: Selector, scope: string): void {
  const nodes = nodesOf(`:where(${scope}) *`).slice(0, 2);
  selector.prepend(parser.combinator({ value: ' ' }));
  const where = nodes[0];
  if (where) selector.prepend(where);
}

const has = (selector: Selector, types: readonly string[]): boolean => {
  let found = false;
  selector.walk((node) => {
    if (types.includes(node.type)) found = true;
  });
  return found;
};

/**
 * A selector of a page, of app.wxss, or (with `scope`, the prefix of its classes) of an isolated component.
 * `note` is told what the selector does that a component's should not.
 */
export function convertSelector(selector: string, scope: string, note?: SelectorNote): string {
  return parser((root) => {
    for (const one of root.nodes) {
      const hosted = one.toString().includes(':host');
      const universal = has(one, ['universal']);
      if (scope !== '') {
        const loose = has(one, ['tag', 'id', 'attribute']) || universal;
        if (loose && note) note.loose = true;
        if (loose && !hosted && !has(one, ['class'])) confine(one, hostOf(scope));
      } else if (universal) {
        // The frame draws more than the page: a bare * must not reach that.
        confine(one, 'page');
      }
    }
    renameTags(root);
    if (scope !== '') {
      root.walkClasses((name) => {
        name.value = `${scope}--${name.value}`;
      });
    }
    replaceHost(root, scope);
  }).processSync(selector);
}

/** The parts of a selector list that select the page itself, as selectors on its scroller; null if none does. */
export function scrollerSelector(selector: string): string | null {
  const parts = parser()
    .astSync(selector)
    .nodes.map((one) => one.toString().trim());
  const pages = parts.filter((part) => /(^|[\s>])page$/i.test(part) && !/[>+~]\s*page$/i.test(part));
  return pages.length === 0 ? null : pages.map((part) => part.replace(/page$/i, '.wx-scroller')).join(', ');
}
