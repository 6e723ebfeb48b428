/** Names of attributes and of properties. */

/** `isOpen` → `is-open`. */
export const kebabCase = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `is-open` → `isOpen`; `mark:foo` → `markFoo`. */
export function camelCase(attribute: string): string {
  return attribute.replace(/[-:]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
