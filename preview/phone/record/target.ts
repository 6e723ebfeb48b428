/** Describes an element of a page so that a test can find it. */
import { writtenText } from '../../long-text';
import type { RecordedTarget } from '../../record-steps';
import { MAX_NAME_LENGTH } from '../element-name';
import { allWithText } from '../stage/user-actions';

/** A selector with WXML's tags: by name, id or class, else by tag. `nth`: the index, if several elements match. */
export function selectorOf(root: HTMLElement, element: Element): { selector: string; nth?: number } {
  const name = element.getAttribute('name');
  // Skip the classes with a component's prefix: the WXSS has them without it.
  const [first] = [...element.classList].filter((one) => !one.includes('--'));
  const [selector, inDom] = name
    ? [`[name=${JSON.stringify(name)}]`]
    : element.id
      ? [`#${CSS.escape(element.id)}`]
      : first
        ? [`.${CSS.escape(first)}`]
        : [element.localName.replace(/^wx-/, ''), element.localName];
  const alike = [...root.querySelectorAll(`.wx-window:not([hidden]) :is(${inDom ?? selector})`)];
  return alike.length > 1 ? { selector, nth: alike.indexOf(element) } : { selector };
}

/** Describes the tapped element: by the text of the innermost element that has a text, else by a selector. */
export function targetOf(root: HTMLElement, tapped: Element): RecordedTarget | null {
  const element = tapped.closest('[class], wx-button, wx-view, wx-text, wx-image') ?? tapped;
  for (let at: Element | null = tapped; at && at !== root; at = at.parentElement) {
    const text = at.localName.startsWith('wx-') ? writtenText(at).trim() : '';
    if (text === '' || text.length > MAX_NAME_LENGTH) continue;
    const found = allWithText(root, text);
    const nth = found.findIndex((one) => one.contains(tapped) || at?.contains(one));
    if (nth < 0) continue;
    return found.length > 1 ? { text, nth } : { text };
  }
  const named = element.localName.startsWith('wx-') ? element : element.closest('[class^="wx-"], [class]');
  return named && root.contains(named) ? selectorOf(root, named) : null;
}
