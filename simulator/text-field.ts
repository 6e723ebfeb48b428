/** What `<input>` and `<textarea>` have in common on both stages. */

/** How long the keyboard takes to come and to go, in seconds. No official page says it. */
export const KEYBOARD_SECONDS = 0.25;

/** What a field shows instead of what was typed. */
export interface Replacement {
  readonly value: string;
  /** Where the cursor goes; undefined: to the end. */
  readonly cursor?: number;
}

/** A handler of `bindinput` may return a text, or `{ value, cursor }`, to show instead (component/input.html). */
export function replacement(returned: unknown): Replacement | undefined {
  if (typeof returned === 'string') return { value: returned };
  if (typeof returned !== 'object' || returned === null) return undefined;
  const { value, cursor } = returned as { value?: unknown; cursor?: unknown };
  if (typeof value !== 'string') return undefined;
  return typeof cursor === 'number' ? { value, cursor } : { value };
}
