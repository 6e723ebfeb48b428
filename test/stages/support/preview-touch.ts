/** The user's actions on the preview's page, in jsdom: the DOM events of a browser. */
import { Event as EngineEvent, type GeneralComponent } from 'glass-easel';
import { apiOf } from '../../../preview/phone/built-ins/define';
import type { FormApi } from '../../../preview/phone/built-ins/form';
import type { SwiperApi } from '../../../preview/phone/built-ins/swiper';
import { isVisible, nodeOf, tagOf } from './preview-page';

function assertReachable(element: Element): void {
  if (!isVisible(element)) throw new Error(`<${tagOf(element)}> is hidden`);
}

/** A tap: mousedown, mouseup, click. */
export function tap(element: Element): void {
  assertReachable(element);
  const send = (type: string) =>
    element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, detail: 1 }));
  const { activeElement } = document;
  // Same as a browser: mousedown outside the focused field removes its focus.
  if (send('mousedown') && activeElement instanceof HTMLElement && !element.contains(activeElement))
    activeElement.blur();
  send('mouseup');
  send('click');
}

function fieldOf(element: Element): HTMLInputElement | HTMLTextAreaElement {
  const field = element.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  if (!field) throw new Error(`<${tagOf(element)}> is no field`);
  return field;
}

/** Focuses a field, replaces its text, and removes the focus. */
export function input(element: Element, text: string): void {
  type(element, text).blur();
}

/** Focuses a field, replaces its text if one is given, and presses Enter. In a textarea it presses 完成 (Ctrl+Enter). */
export function confirm(element: Element, text?: string): void {
  assertReachable(element);
  const field = text === undefined ? fieldOf(element) : type(element, text);
  field.focus();
  const ctrlKey = field instanceof HTMLTextAreaElement;
  field.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ctrlKey }),
  );
}

function type(element: Element, text: string): HTMLInputElement | HTMLTextAreaElement {
  assertReachable(element);
  const field = fieldOf(element);
  field.focus();
  field.value = field.maxLength >= 0 ? text.slice(0, field.maxLength) : text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text.at(-1) ?? null }));
  // A browser fires `change` when the field loses focus, before `blur`.
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return field;
}

/** Accepts the suggested name above the keyboard. */
export async function pickNickname(element: Element, settle: () => Promise<void>): Promise<void> {
  assertReachable(element);
  fieldOf(element).focus();
  await settle();
  const offer = element.querySelector<HTMLElement>('.wx-nickname-offer');
  if (!offer || offer.hidden) throw new Error(`<${tagOf(element)}> offers no name`);
  offer.click();
}

/** Submits the form that the element is, or is inside of. */
export function submit(element: Element): void {
  const form = element.closest('wx-form');
  const api = form === null ? undefined : (apiOf(form) as FormApi | undefined);
  if (api === undefined) throw new Error(`<${tagOf(element)}> is in no form`);
  api.submit(element);
}

/** Fires an event like the component itself: it does not bubble. */
export function fire(element: Element, event: string, detail: unknown): void {
  const node = nodeOf(element);
  if (node === undefined) throw new Error(`<${tagOf(element)}> belongs to no component`);
  const api = apiOf(element) as Partial<SwiperApi> | undefined;
  if (event === 'change') api?.swipedTo?.(Number((detail as { current?: unknown }).current));
  EngineEvent.dispatchEvent(
    node as GeneralComponent,
    new EngineEvent(event, detail, { bubbles: false, composed: false, capturePhase: true }),
  );
}
