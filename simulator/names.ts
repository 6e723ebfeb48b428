/** Names of attributes and of properties. */

/** `is-open` → `isOpen`; `mark:foo` → `markFoo`. */
export function camelCase(attribute: string): string {
  return attribute.replace(/[-:]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
