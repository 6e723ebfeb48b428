/** Common behaviour of `<input>` and `<textarea>`, on both stages. */

/** The duration of the keyboard's animation in seconds. No official page documents it. */
export const KEYBOARD_SECONDS = 0.25;

/** The height in px of the bar with 完成 above the keyboard of a textarea. No official page documents it. */
const CONFIRM_BAR = 44;

/** `confirm-type` → the label of the return key (miniprogram/dev/component/input.html, textarea.html). */
export const CONFIRM_LABELS: Readonly<Record<string, string>> = {
  send: '发送',
  search: '搜索',
  next: '下一个',
  go: '前往',
  done: '完成',
  return: '换行',
};

/** Is there a bar with 完成 above the keyboard? Only for a textarea, unless `show-confirm-bar` is false. */
export const hasConfirmBar = (tag: string, showConfirmBar: unknown): boolean =>
  tag === 'textarea' && showConfirmBar !== false;

/** The height of the keyboard for a field, including the bar; 0 on a device with physical keys. */
export const keyboardHeightOf = (
  { keyboardHeight }: { readonly keyboardHeight: number },
  hasBar: boolean,
): number => (keyboardHeight === 0 ? 0 : keyboardHeight + (hasBar ? CONFIRM_BAR : 0));

/** The default of `maxlength`. */
export const DEFAULT_MAX_LENGTH = 140;

/**
 * The part of `value` that a field shows: at most `maxlength` characters, by default 140; 0 and -1 mean no limit
 * (`defaultValueChange` of WeChat's own component, base library 2.8.2).
 */
export function fitting(text: string, maxlength: unknown): string {
  const limit = Number(maxlength ?? DEFAULT_MAX_LENGTH);
  return limit > 0 ? text.slice(0, limit) : text;
}

/** The part of a text that the user can type: without line breaks in an input, and nothing if `maxlength` is 0. */
export function typable(text: string, tag: string, maxlength: unknown): string {
  const limit = Number(maxlength ?? DEFAULT_MAX_LENGTH);
  const line = tag === 'input' ? text.replace(/[\r\n]/g, '') : text;
  return limit >= 0 ? line.slice(0, limit) : line;
}

/** The `keyCode` of the event `input`: that of the last character, or of the delete key. */
export function keyCodeOf(text: string): number {
  return text === '' ? 8 : text.charCodeAt(text.length - 1);
}

/** The value that a handler sets in place of the user's text. */
interface Replacement {
  readonly value: string;
  /** The position of the cursor; undefined: the end. */
  readonly cursor?: number;
}

/**
 * Reads the result of a `bindinput` handler: a text or `{ value, cursor }` replaces the user's text
 * (component/input.html).
 */
export function replacement(returned: unknown): Replacement | undefined {
  if (typeof returned === 'string') return { value: returned };
  if (typeof returned !== 'object' || returned === null) return undefined;
  const { value, cursor } = returned as { value?: unknown; cursor?: unknown };
  if (typeof value !== 'string') return undefined;
  return typeof cursor === 'number' ? { value, cursor } : { value };
}
