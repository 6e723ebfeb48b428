/** The hands with which a scenario's person touches what is on the screen. */
import type { Hands } from '../../../simulator/person';
import type { Phone } from '../../../simulator/types';
import { writtenText } from '../../long-text';

const isVisible = (element: Element): boolean => element.getClientRects().length > 0;

/** What reads exactly `text`, the smallest of its kind; a button before anything else. Pages that show only. */
export function findText(root: HTMLElement, text: string): HTMLElement | null {
  const all = [...root.querySelectorAll<HTMLElement>('.wx-window:not([hidden]) *')].filter(
    (element) =>
      element.localName.startsWith('wx-') && writtenText(element).trim() === text && isVisible(element),
  );
  return all.find((element) => element.matches('wx-button')) ?? all.at(-1) ?? null;
}

function tap(root: HTMLElement, text: string): void {
  const element = findText(root, text);
  if (!element) throw new Error(`nothing on the page reads "${text}"`);
  element.click();
}

function fieldOf(root: HTMLElement, name: string): HTMLInputElement | HTMLTextAreaElement {
  const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `.wx-window:not([hidden]) [name="${CSS.escape(name)}"] :is(input, textarea)`,
  );
  if (!field) throw new Error(`no field of the page is called "${name}"`);
  return field;
}

function focus(root: HTMLElement, name: string): void {
  const field = fieldOf(root, name);
  let heard = false;
  field.addEventListener('focus', () => (heard = true), { once: true });
  field.focus({ preventScroll: true });
  // A phone of the sheet cannot have the focus: it is out of sight, and one of several.
  if (!heard) field.dispatchEvent(new FocusEvent('focus'));
}

function type(root: HTMLElement, text: string, name: string): void {
  const field = fieldOf(root, name);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text.at(-1) ?? '' }));
  field.blur();
}

/** @param root What holds the pages. */
export function handsOn(phone: Phone, root: HTMLElement): Hands {
  return {
    tap: (text) => tap(root, text),
    type: (text, name) => type(root, text, name),
    focus: (name) => focus(root, name),
    settle: () => phone.settle(),
  };
}
