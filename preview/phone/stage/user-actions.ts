/** Performs the steps of a scene on the pages: taps, types and focuses. */

import type { Phone } from '../../../simulator/types';
import type { StageActions } from '../../../simulator/user-steps';
import { writtenText } from '../../long-text';

const isVisible = (element: Element): boolean => element.getClientRects().length > 0;

/** The visible elements whose text is exactly `text`, in the order of the page. */
const withExactText = (root: HTMLElement, text: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('.wx-window:not([hidden]) *')].filter(
    (element) =>
      element.localName.startsWith('wx-') && writtenText(element).trim() === text && isVisible(element),
  );

/** The innermost elements with this text. The headless stage finds the same elements. */
export function allWithText(root: HTMLElement, text: string): HTMLElement[] {
  const all = withExactText(root, text);
  return all.filter((element) => !all.some((other) => other !== element && element.contains(other)));
}

/** The element with this text: the first button, else the last match (the innermost). null: none. */
export function findText(root: HTMLElement, text: string): HTMLElement | null {
  const all = withExactText(root, text);
  return all.find((element) => element.matches('wx-button')) ?? all.at(-1) ?? null;
}

function tap(root: HTMLElement, text: string, nth?: number): void {
  const element = nth === undefined ? findText(root, text) : allWithText(root, text)[nth];
  const which = nth === undefined ? '' : ` and the index ${nth}`;
  if (!element) throw new Error(`the page has no element with the text "${text}"${which}`);
  element.click();
}

function fieldOf(root: HTMLElement, name: string): HTMLInputElement | HTMLTextAreaElement {
  const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `.wx-window:not([hidden]) [name="${CSS.escape(name)}"] :is(input, textarea)`,
  );
  if (!field) throw new Error(`the page has no field with the name "${name}"`);
  return field;
}

/**
 * Whether this phone belongs to the contact sheet. That page has many phones. They are inert, because otherwise they
 * would take the focus from each other.
 */
const isInSheet = (): boolean => window.frameElement?.hasAttribute('inert') ?? false;

function focus(root: HTMLElement, name: string): void {
  const field = fieldOf(root, name);
  let focused = false;
  field.addEventListener('focus', () => (focused = true), { once: true });
  if (!isInSheet()) field.focus({ preventScroll: true });
  if (!focused) field.dispatchEvent(new FocusEvent('focus'));
}

function type(root: HTMLElement, text: string, name: string): void {
  const field = fieldOf(root, name);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text.at(-1) ?? '' }));
  field.blur();
}

/** Creates the actions for `playSteps`. @param root contains the pages */
export function stageActions(phone: Phone, root: HTMLElement): StageActions {
  return {
    tap: (text, nth) => tap(root, text, nth),
    type: (text, name) => type(root, text, name),
    focus: (name) => focus(root, name),
    settle: () => phone.settle(),
  };
}
