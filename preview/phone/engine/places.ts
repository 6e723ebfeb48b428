/** Position of each element in the WXML: the compiled templates provide it, the shell shows it. */

/** The mark that holds a position. It is removed before the engine gets the marks. */
export const PLACE_MARK = '__wxmlPlace';

const places = new WeakMap<Element, string>();

/** Stores the position of a DOM element, e.g. `pages/user/user.wxml:12:3`. */
export function rememberPlace(element: Element | null, place: unknown): void {
  if (element && typeof place === 'string') places.set(element, place);
}

/** The position of this element itself; undefined if no template made it. */
export const placeOf = (element: Element): string | undefined => places.get(element);
