/** The position of each element in the WXML. The compiled templates provide it. The shell displays it. */

/** The name of the mark that contains a position. It is removed before the engine gets the marks. */
export const PLACE_MARK = '__wxmlPlace';

const places = new WeakMap<Element, string>();

/** Stores the position of a DOM element, e.g. `pages/user/user.wxml:12:3`. */
export function rememberPlace(element: Element | null, place: unknown): void {
  if (element && typeof place === 'string') places.set(element, place);
}

/** The position of this element itself. undefined: no template created the element. */
export const placeOf = (element: Element): string | undefined => places.get(element);
