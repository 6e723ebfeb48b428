/**
 * Reads the preview's page like the headless page handle: only elements of templates, not those that a built-in
 * component adds.
 */
import type { Element as EngineNode } from 'glass-easel';
import createParser from 'postcss-selector-parser';
import { collapse } from '../../../simulator/headless/dom';
import { compiledName } from '../../../simulator/wxml/attributes';
import type { Target } from './case';
import type { ElementView } from './stage';
import { plainClass } from './tree';

type Owned = Element & { __wxElement?: EngineNode };

/** The engine's node of an element that a template created. */
export const nodeOf = (element: Element): EngineNode | undefined => (element as Owned).__wxElement;

export const tagOf = (element: Element): string => element.localName.replace(/^wx-/, '');

const isBuiltIn = (element: Element): boolean =>
  nodeOf(element)?.asGeneralComponent()?.is.startsWith('wx/') === true;

const INLINE = new Set(['text', 'span']);
/** HTML block elements inside rich text. */
const HTML_BLOCKS =
  /^(address|article|aside|blockquote|center|dd|div|dl|dt|fieldset|footer|h[1-6]|header|hr|legend|li|nav|ol|p|pre|section|table|tr|ul|br)$/;

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') || (element as HTMLElement).style?.display === 'none';

/** True if neither the element nor an ancestor is hidden. */
export function isVisible(element: Element): boolean {
  for (let one: Element | null = element; one !== null; one = one.parentElement)
    if (isHidden(one)) return false;
  return true;
}

/** The visible text, one line per block. A component's host element is not a block, as in WeChat. */
export function textOf(root: Element): string {
  const lines = [''];
  const walk = (parent: Element, rich: boolean) => {
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) lines.push((lines.pop() ?? '') + (child.textContent ?? ''));
      if (!(child instanceof Element) || isHidden(child)) continue;
      const own = nodeOf(child) !== undefined;
      const inside = rich || tagOf(parent) === 'rich-text';
      // Text that a built-in component renders itself, e.g. a placeholder, is not text of the page.
      if (!own && !inside && nodeOf(parent) !== undefined) continue;
      const block = own ? isBuiltIn(child) && !INLINE.has(tagOf(child)) : HTML_BLOCKS.test(child.localName);
      if (block) lines.push('');
      walk(child, inside);
      if (block) lines.push('');
    }
  };
  walk(root, false);
  return lines
    .map(collapse)
    .filter((line) => line !== '')
    .join('\n');
}

const translated = new Map<string, string>();

/** Translates a WXML selector: tags are `wx-…` in the DOM, and classes have their component's prefix. */
function inDom(selector: string): string {
  const known = translated.get(selector);
  if (known !== undefined) return known;
  const text = createParser((parsed) => {
    parsed.walkTags((tag) => {
      tag.value = `wx-${tag.value}`;
    });
    parsed.walkClasses((one) => {
      const name = one.value;
      one.replaceWith(
        createParser().astSync(`:is(.${name}, [class$="--${name}"], [class*="--${name} "])`).first
          ?.first as never,
      );
    });
  }).processSync(selector);
  translated.set(selector, text);
  return text;
}

/** All elements that match a target, in document order; by text, the innermost ones. */
export function findAll(root: Element, target: Target): Element[] {
  if (typeof target === 'string') {
    return [...root.querySelectorAll(inDom(target))].filter((element) => nodeOf(element) !== undefined);
  }
  const searched = collapse(target.text);
  const texts = [...root.querySelectorAll('*')]
    .filter((element) => nodeOf(element) !== undefined && isVisible(element))
    .map((element) => ({ element, text: collapse(textOf(element)) }));
  for (const matches of [(text: string) => text === searched, (text: string) => text.includes(searched)]) {
    const found = texts.filter(({ text }) => matches(text)).map(({ element }) => element);
    const innermost = found.filter((one) => !found.some((other) => other !== one && one.contains(other)));
    if (innermost.length > 0) return innermost;
  }
  return [];
}

/** A property of a component, or else an attribute of its element. */
function attributeOf(element: Element, name: string): unknown {
  if (name === 'class' || name === 'style' || name === 'id' || name === 'slot') {
    return element.getAttribute(name) ?? undefined;
  }
  const data = nodeOf(element)?.asGeneralComponent()?.data as Record<string, unknown> | undefined;
  return data?.[compiledName(name)] ?? element.getAttribute(name) ?? undefined;
}

function controlValue(element: Element): unknown {
  const field = element.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  if (field && ['input', 'textarea'].includes(tagOf(element))) return field.value;
  const data = nodeOf(element)?.asGeneralComponent()?.data as Record<string, unknown> | undefined;
  if (tagOf(element) === 'swiper') return data?.current;
  return ['switch', 'checkbox', 'radio'].includes(tagOf(element)) ? data?.checked : data?.value;
}

/** The runner's view of an element. */
export const viewOf = (element: Element): ElementView => ({
  tag: tagOf(element),
  id: idOf(element),
  classes: [...new Set([...element.classList].map(plainClass))],
  dataset: { ...nodeOf(element)?.dataset },
  text: textOf(element),
  value: controlValue(element),
  attribute: (name) => attributeOf(element, name),
});

/** Classes that the page did not set: the hover class of a tap, and the class of a placeholder. */
export function passingClasses(element: Element): string[] {
  const data = nodeOf(element)?.asGeneralComponent()?.data as { hoverClass?: unknown } | undefined;
  return ['wx-unknown', String(data?.hoverClass ?? '')];
}

/** The id in the template. A label also has an id of the preview, for screen readers. */
export const idOf = (element: Element): string => nodeOf(element)?.id.replace(/^.*?--/, '') ?? '';
