/**
 * Finds the *named* elements of a page. An element is named if it is written in WXML; an inner part of a built-in
 * component is not.
 */
import type { PreviewPhone } from '../../bridge';

type Frame = Pick<PreviewPhone, 'placeOf'>;

/** A direction of movement in the tree of elements. */
export type Step = 'out' | 'in' | 'next' | 'previous';

/** The element itself if it is named, else its nearest named ancestor; null: none. */
export function namedElement(phone: Frame, element: Element | null): HTMLElement | null {
  for (let at = element; at; at = at.parentElement)
    if (phone.placeOf(at) !== undefined) return at as HTMLElement;
  return null;
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** The named element at a point of the frame, or null. */
export function elementAt(phone: Frame, document: Document | null, x: number, y: number): HTMLElement | null {
  return namedElement(phone, document?.elementFromPoint(x, y) ?? null);
}

/** Every visible named element, in document order. */
function shownElements(phone: Frame, within: Element): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('*')].filter(
    (element) => phone.placeOf(element) !== undefined && isShown(element),
  );
}

/** The first visible named element of the page; null: none. */
export const firstElement = (phone: Frame, document: Document | null): HTMLElement | null =>
  (document && shownElements(phone, document.body)[0]) ?? null;

/** The element in this direction; the same element if there is none. */
export function stepFrom(phone: Frame, element: HTMLElement, step: Step): HTMLElement {
  if (step === 'in') return shownElements(phone, element)[0] ?? element;
  const outer = namedElement(phone, element.parentElement);
  if (step === 'out') return outer ?? element;
  const around = outer ?? element.ownerDocument.body;
  const beside = shownElements(phone, around).filter(
    (one) => namedElement(phone, one.parentElement) === outer,
  );
  return beside[beside.indexOf(element) + (step === 'next' ? 1 : -1)] ?? element;
}
