/** The same element on two phones that run the same sources: where it stands in the WXML, and which of its like it is. */
import { writtenText } from '../../long-text';
import type { Seat } from '../../record-steps';
import { placeOf } from '../engine/places';

/** Characters of a name that is not cut off. */
const LONGEST = 24;

/** The page that shows. */
const WINDOW = '.wx-window:not([hidden])';

/** Its route. */
const routeOf = (page: Element): string =>
  page.querySelector('[data-route]')?.getAttribute('data-route') ?? '';

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** Elements from this place of the WXML that are shown, in the order of the page. */
const shownFrom = (place: string, page: Element): Element[] =>
  [...page.querySelectorAll('*')].filter((element) => placeOf(element) === place && isShown(element));

/** How a person calls an element. */
function nameOf(element: Element): string {
  const field = element.closest('wx-input, wx-textarea');
  const text = field ? '' : writtenText(element).replace(/\s+/g, ' ').trim();
  const host = field ?? element.closest('[class]') ?? element;
  const own = host.getAttribute('name') || element.getAttribute('aria-label') || host.id || host.classList[0];
  const name = text || own || host.localName.replace(/^wx-/, '');
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
}

/** Where an element stands; null: not on the page that shows. */
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

/** Follows a path as far as it leads to the same kind of element; null: nothing is there. */
function along(from: Element, path: readonly number[]): Element | null {
  let at: Element | undefined = from;
  for (const index of path) at = at?.children[index];
  return at ?? null;
}

/**
 * Does this phone show the page of a seat? It may be on its way there.
 */
export function isOnPageOf(root: HTMLElement, { route }: Seat): boolean {
  const page = root.querySelector(WINDOW);
  return page !== null && routeOf(page) === route;
}

/**
 * The element at this seat; null: there is none, or it does not show.
 * @param text Elements from one place that read so come before the one that stands as far down: a list may be in
 * another order.
 */
export function elementAt(root: HTMLElement, { place, nth, path }: Seat, text?: string): Element | null {
  const page = root.querySelector(WINDOW);
  if (!page) return null;
  const alike = place === '' ? [page] : shownFrom(place, page);
  const reads = text === undefined ? undefined : alike.filter((one) => writtenText(one).trim() === text);
  const from = reads?.length === 1 ? reads[0] : alike[nth];
  return from ? along(from, path) : null;
}
