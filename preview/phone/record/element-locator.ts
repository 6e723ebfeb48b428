/** Locates the same element on two phones with the same sources: by its position in the WXML and its index there. */
import { writtenText } from '../../long-text';
import type { ElementLocator } from '../../record-steps';
import { lineOf, shortened } from '../element-name';
import { placeOf } from '../engine/places';

/** The window of the visible page. */
const WINDOW = '.wx-window:not([hidden])';

const routeOf = (page: Element): string =>
  page.querySelector('[data-route]')?.getAttribute('data-route') ?? '';

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** The visible elements with this WXML position, in document order. */
const shownFrom = (place: string, page: Element): Element[] =>
  [...page.querySelectorAll('*')].filter((element) => placeOf(element) === place && isShown(element));

/** A name of an element for the user: its text, else its name, label, id, class or tag. */
function nameOf(element: Element): string {
  const field = element.closest('wx-input, wx-textarea');
  const text = lineOf(field ?? element);
  const host = field ?? element.closest('[class]') ?? element;
  const own = host.getAttribute('name') || element.getAttribute('aria-label') || host.id || host.classList[0];
  return shortened(text || own || host.localName.replace(/^wx-/, ''));
}

/** The locator of an element. null: the element is not on the visible page, or is not visible. */
export function locatorOf(root: HTMLElement, element: Element): ElementLocator | null {
  const page = root.querySelector(WINDOW);
  if (!page?.contains(element)) return null;
  const path: number[] = [];
  let at = element;
  while (at !== page && placeOf(at) === undefined) {
    const around = at.parentElement;
    if (!around) return null;
    path.unshift([...around.children].indexOf(at));
    at = around;
  }
  const place = placeOf(at) ?? '';
  const nth = place === '' ? 0 : shownFrom(place, page).indexOf(at);
  return nth < 0 ? null : { route: routeOf(page), place, nth, path, name: nameOf(element) };
}

/** The descendant at a path of child indexes; null = there is none. */
function along(from: Element, path: readonly number[]): Element | null {
  let at: Element | undefined = from;
  for (const index of path) at = at?.children[index];
  return at ?? null;
}

/** Whether this phone shows the page of a locator. The page may still be opening. */
export function isOnPageOf(root: HTMLElement, { route }: ElementLocator): boolean {
  const page = root.querySelector(WINDOW);
  return page !== null && routeOf(page) === route;
}

/**
 * The located element. null: it does not exist, or is not visible.
 * @param text If exactly one element with the locator's WXML position has this text, it is returned, instead of the
 * element with the same index: the list may have another order on this phone.
 */
export function elementAt(
  root: HTMLElement,
  { place, nth, path }: ElementLocator,
  text?: string,
): Element | null {
  const page = root.querySelector(WINDOW);
  if (!page) return null;
  const alike = place === '' ? [page] : shownFrom(place, page);
  const reads = text === undefined ? undefined : alike.filter((one) => writtenText(one).trim() === text);
  const from = reads?.length === 1 ? reads[0] : alike[nth];
  return from ? along(from, path) : null;
}
