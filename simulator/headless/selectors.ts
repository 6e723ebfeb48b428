/** Finds elements by a CSS selector with WXML's tags, or by visible text. */
import createParser from 'postcss-selector-parser';
import { valueText } from '../kind-of';
import { collapse, describe, isInRichText, isVisible, textOf } from './dom';
import type { Engine } from './engine/engine';

/**
 * A selector (`.login`, `button[open-type=getUserInfo]`) or a visible text. `nth` selects one of several matches, in
 * document order, from 0.
 */
export type Target =
  | string
  | { readonly text: string; readonly nth?: number }
  | { readonly selector: string; readonly nth?: number };

/** The maximum number of elements listed in a message. */
const MAX_LISTED = 12;
const translated = new Map<string, string>();

/**
 * All elements that match a target, in document order. For a text: the innermost visible elements with exactly this
 * text; if there are none, those that contain it.
 * @throws Error when the selector cannot be parsed.
 */
export function findAll(root: Element, target: Target, engine: Engine): Element[] {
  assertTarget(target);
  if (typeof target === 'string') return findBySelector(root, target, engine);
  const all =
    'text' in target ? findByText(root, target.text) : findBySelector(root, target.selector, engine);
  return target.nth === undefined ? all : all.slice(target.nth, target.nth + 1);
}

/** @throws Error for another value, e.g. an undefined variable of a JavaScript test */
function assertTarget(target: unknown): asserts target is Target {
  const { selector, text = selector } = Object(target) as { selector?: unknown; text?: unknown };
  if (typeof target === 'string' ? target !== '' : typeof text === 'string') return;
  throw new Error(`A target must be a selector such as ".name", or { text: "…" }, not ${valueText(target)}.`);
}

function findByText(root: Element, text: string): Element[] {
  const searched = collapse(text);
  const texts = [...root.querySelectorAll('*')]
    .filter((element) => element.tagName !== 'VIRTUAL' && !isInRichText(element) && isVisible(element))
    .map((element) => ({ element, text: collapse(textOf(element)) }));
  for (const matches of [(text: string) => text === searched, (text: string) => text.includes(searched)]) {
    const found = texts.filter(({ text }) => matches(text)).map(({ element }) => element);
    const innermost = found.filter(
      (element) => !found.some((other) => other !== element && element.contains(other)),
    );
    if (innermost.length > 0) return innermost;
  }
  return [];
}

/** The first match. @throws Error that lists the elements of the page when there is none. */
export function findOne(root: Element, target: Target, engine: Engine, page: string): Element {
  const [found] = findAll(root, target, engine);
  if (found !== undefined) return found;
  throw new Error(`${page}: nothing matches ${nameOf(target)}.\n${overview(root)}`);
}

/** Describes a target for messages. */
function nameOf(target: Target): string {
  if (typeof target === 'string') return JSON.stringify(target);
  const what = 'text' in target ? `the text ${JSON.stringify(target.text)}` : JSON.stringify(target.selector);
  return target.nth === undefined ? what : `${what} at place ${target.nth}, counted from 0`;
}

function overview(root: Element): string {
  const listable = [...root.querySelectorAll('*')].filter(
    (element) =>
      isVisible(element) &&
      (element.hasAttribute('class') || element.hasAttribute('id') || element.tagName === 'WX-BUTTON') &&
      element.tagName !== 'VIRTUAL',
  );
  if (listable.length === 0) return 'The page shows nothing.';
  const listed = listable.slice(0, MAX_LISTED).map((element) => `  ${describe(element)}`);
  const more = listable.length > MAX_LISTED ? `\n  … and ${listable.length - MAX_LISTED} more` : '';
  return `The page shows:\n${listed.join('\n')}${more}`;
}

/** Finds elements by a selector. `button` in WXML is `wx-button` in the DOM. */
function findBySelector(root: Element, selector: string, engine: Engine): Element[] {
  try {
    let inDom = translated.get(selector);
    if (inDom === undefined) {
      inDom = createParser((parsed) => {
        parsed.walkTags((tag) => {
          // A custom component may have the name of a built-in component.
          if (engine.isBuiltIn(tag.value)) tag.value = `:is(wx-${tag.value}, ${tag.value})`;
        });
      }).processSync(selector);
      translated.set(selector, inDom);
    }
    return [...root.querySelectorAll(inDom)].filter((element) => !isInRichText(element));
  } catch (error) {
    throw new Error(
      `${JSON.stringify(selector)} is not a valid selector: ${error instanceof Error ? error.message : error}`,
    );
  }
}
