/** Where in the WXML an element was written: the compiled templates say it, and the shell shows it. */

/** The mark that carries a place. It is taken out before the engine sees it. */
export const PLACE_MARK = '__wxmlPlace';

const places = new WeakMap<Element, string>();

/** Keeps the place of a DOM element: `pages/user/user.wxml:12:3`. */
export function rememberPlace(element: Element | null, place: unknown): void {
  if (element && typeof place === 'string') places.set(element, place);
}

/** The place of this very element; undefined for one that no template made. */
export const placeOf = (element: Element): string | undefined => places.get(element);
