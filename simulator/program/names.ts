/** Converts names of attributes to names of properties and back. */

/** `isOpen` → `is-open`. */
export const kebabCase = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `is-open` → `isOpen`; `mark:foo` → `markFoo`. */
export function camelCase(attribute: string): string {
  return attribute.replace(/[-:]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
