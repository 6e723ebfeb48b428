/** A seat finds the same element on two phones with the same sources: its position in the WXML, and its index there. */
import { writtenText } from '../../long-text';
import type { Seat } from '../../record-steps';
import { lineOf, shortened } from '../element-name';
import { placeOf } from '../engine/places';

/** The page that is shown. */
const WINDOW = '.wx-window:not([hidden])';

const routeOf = (page: Element): string =>
  page.querySelector('[data-route]')?.getAttribute('data-route') ?? '';

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** The shown elements from this position of the WXML, in the order of the page. */
const shownFrom = (place: string, page: Element): Element[] =>
  [...page.querySelectorAll('*')].filter((element) => placeOf(element) === place && isShown(element));

/** A name of an element for users: its text, else its name, label, id, class or tag. */
function nameOf(element: Element): string {
  const field = element.closest('wx-input, wx-textarea');
  const text = lineOf(field ?? element);
  const host = field ?? element.closest('[class]') ?? element;
  const own = host.getAttribute('name') || element.getAttribute('aria-label') || host.id || host.classList[0];
  return shortened(text || own || host.localName.replace(/^wx-/, ''));
}

/** The seat of an element; null = the element is not on the page that is shown, or not visible. */
export function seatOf(root: HTMLElement, element: Element): Seat | null {
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

/**
 * Whether this phone shows the page of a seat. The page may be still opening.
 */
export function isOnPageOf(root: HTMLElement, { route }: Seat): boolean {
  const page = root.querySelector(WINDOW);
  return page !== null && routeOf(page) === route;
}

/**
 * The element at this seat; null = there is none, or it is not visible.
 * @param text If exactly one element from the seat's position has this text, it is used instead of the element at the
 * same index: a list may be in another order.
 */
export function elementAt(root: HTMLElement, { place, nth, path }: Seat, text?: string): Element | null {
  const page = root.querySelector(WINDOW);
  if (!page) return null;
  const alike = place === '' ? [page] : shownFrom(place, page);
  const reads = text === undefined ? undefined : alike.filter((one) => writtenText(one).trim() === text);
  const from = reads?.length === 1 ? reads[0] : alike[nth];
  return from ? along(from, path) : null;
}
