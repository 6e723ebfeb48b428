/** The page's DOM for tests: attributes, visibility, text, and a stable snapshot. */

import { richNodes } from '../built-ins/rich-text';
import { camelCase } from '../program/names';
import type { EngineElement, EngineNode } from './engine/engine';

/** Attributes that the engine itself keeps in the DOM. */
const KEPT_BY_ENGINE = new Set(['class', 'style', 'slot']);
/** For each element: the list of attributes that was written last, and the names that were written. */
const reflected = new WeakMap<Element, { readonly of: unknown; readonly names: readonly string[] }>();

/** The engine's node behind an element, if it has one. */
export function nodeOf(element: Element): EngineNode | undefined {
  return (element as EngineElement).__wxElement;
}

/**
 * An attribute of the WXML with its type; undefined if it is absent.
 * @param name In kebab case. `open-type` also finds `openType`.
 */
export function attributeOf(element: Element, name: string): unknown {
  const attributes = nodeOf(element)?._vt?.attrs;
  const exact = attributes?.find((attribute) => attribute.name === name);
  if (exact !== undefined || !name.includes('-')) return exact?.value;
  const camel = camelCase(name);
  return attributes?.find((attribute) => camelCase(attribute.name) === camel)?.value;
}

/**
 * Writes the WXML's attributes that the engine does not write into the DOM: true becomes an empty attribute; false and
 * undefined become none. A value of the dataset becomes its text.
 */
export function reflectAttributes(root: Element): void {
  // A TreeWalker, because jsdom creates a wrapper for each index of a NodeList, which is many times slower. This
  // function runs before every query of a page.
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode() !== null) {
    const element = walker.currentNode as Element;
    const attributes = nodeOf(element)?._vt?.attrs;
    const before = reflected.get(element);
    // The list changes with every update of the page: the same list needs no work.
    if (attributes === undefined || before?.of === attributes) continue;
    const names: string[] = [];
    for (const { name, value } of attributes) {
      if (KEPT_BY_ENGINE.has(name)) continue;
      const text = attributeText(name, value);
      if (text === undefined) continue;
      names.push(name);
      if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    }
    for (const name of before?.names ?? []) if (!names.includes(name)) element.removeAttribute(name);
    reflected.set(element, { of: attributes, names });
    if (element.tagName === RICH_TEXT) drawRichText(element);
  }
}

const RICH_TEXT = 'WX-RICH-TEXT';
const drawn = new WeakMap<Element, string>();

/** Draws the nodes of a `<rich-text>`: the user reads them as part of the page. */
function drawRichText(element: Element): void {
  const nodes = attributeOf(element, 'nodes') ?? '';
  const space = String(attributeOf(element, 'space') ?? '');
  const source = `${space} ${typeof nodes === 'string' ? nodes : JSON.stringify(nodes)}`;
  if (drawn.get(element) === source) return;
  drawn.set(element, source);
  element.replaceChildren(...richNodes(nodes, space));
}

/** Did a `<rich-text>` draw this element? The mini-program's selectors and events do not reach such elements. */
export function isInRichText(element: Element): boolean {
  for (let outer = element.parentElement; outer !== null; outer = outer.parentElement)
    if (outer.tagName === RICH_TEXT) return true;
  return false;
}

function attributeText(name: string, value: unknown): string | undefined {
  // The engine writes each value of the dataset as text. For a list or an object, the code below writes a better text.
  if (name.startsWith('data-') && (typeof value !== 'object' || value === null)) return String(value);
  // In ARIA, "false" differs from an absent attribute.
  if (value === false) return name.startsWith('aria-') ? 'false' : undefined;
  if (value === true) return name.startsWith('aria-') ? 'true' : '';
  if (value === undefined || value === null || typeof value === 'function') return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Neither the element nor an ancestor is `hidden` or has `display: none` in its style. */
export function isVisible(element: Element): boolean {
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    const { style } = one as HTMLElement;
    if (attributeOf(one, 'hidden') || style?.display === 'none') return false;
  }
  return true;
}

/** The visible text: one line per block, white space collapsed. */
export function textOf(root: Element): string {
  const lines: string[] = [''];
  const walk = (parent: Node) => {
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        lines.push((lines.pop() ?? '') + (child.textContent ?? ''));
        continue;
      }
      if (!(child instanceof Element) || attributeOf(child, 'hidden')) continue;
      if (child.tagName === 'BR') lines.push('');
      if ((child as HTMLElement).style?.display === 'none') continue;
      const block = isBlock(child);
      if (block) lines.push('');
      walk(child);
      if (block) lines.push('');
    }
  };
  walk(root);
  return lines
    .map(collapse)
    .filter((line) => line !== '')
    .join('\n');
}

/** Replaces runs of white space, including no-break spaces, with one space. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const INLINE = new Set(['WX-TEXT', 'WX-SPAN', 'VIRTUAL']);
/** Block elements that a `<rich-text>` may draw. */
const HTML_BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DIV DL DT FIELDSET FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LEGEND ' +
    'LI NAV OL P PRE SECTION TABLE TR UL'
  ).split(' '),
);

function isBlock(element: Element): boolean {
  const { tagName } = element;
  if (tagName.startsWith('WX-')) return !INLINE.has(tagName);
  // The host of a component with the name of an HTML element, such as header, is not a block.
  return HTML_BLOCKS.has(tagName) && nodeOf(element) === undefined;
}

export function tagOf(element: Element): string {
  return element.tagName.toLowerCase().replace(/^wx-/, '');
}

/** Describes an element for messages: `<button class="primary" open-type="getUserInfo"> "授权登录"`. */
export function describe(element: Element): string {
  const shown = ['id', 'class', 'name', 'open-type', 'form-type', 'type', 'hidden', 'disabled'];
  const attributes = shown
    .filter((name) => element.hasAttribute(name))
    .map((name) => {
      const value = element.getAttribute(name);
      return value === '' ? ` ${name}` : ` ${name}="${value}"`;
    });
  const text = collapse(textOf(element));
  const short = text.length > 24 ? `${text.slice(0, 24)}…` : text;
  return `<${tagOf(element)}${attributes.join('')}>${short === '' ? '' : ` "${short}"`}`;
}

/** Attributes that affect only the appearance, or that differ between runs. */
const LEFT_OUT = /^(?:hover-|placeholder-(?:class|style)$|wx-host$|is$)/;

/** The page as indented HTML, in WXML's tags, attributes in alphabetical order. */
export function snapshotOf(root: Element): string {
  const lines: string[] = [];
  const walk = (node: Node, indent: string) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = collapse(node.textContent ?? '');
      if (text !== '') lines.push(indent + text);
      return;
    }
    if (!(node instanceof Element)) return;
    if (node.tagName === 'VIRTUAL' || node.tagName === 'PAGE-BODY') {
      for (const child of node.childNodes) walk(child, indent);
      return;
    }
    const tag = tagOf(node);
    const attributes = [...node.attributes]
      .filter(
        ({ name, value }) =>
          !LEFT_OUT.test(name) && !(value === '' && ['class', 'style', 'value'].includes(name)),
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, value }) => (value === '' ? ` ${name}` : ` ${name}="${value}"`));
    const open = `${indent}<${tag}${attributes.join('')}>`;
    const before = lines.length;
    for (const child of node.childNodes) walk(child, `${indent}  `);
    const inside = lines.splice(before);
    const [only] = inside;
    if (only === undefined) lines.push(open.replace(/>$/, ' />'));
    else if (inside.length === 1 && !only.trimStart().startsWith('<')) {
      lines.push(`${open}${only.trimStart()}</${tag}>`);
    } else lines.push(open, ...inside, `${indent}</${tag}>`);
  };
  for (const child of root.childNodes) walk(child, '');
  return lines.join('\n');
}
