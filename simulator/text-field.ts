/** What `<input>` and `<textarea>` have in common on both stages. */

/** How long the keyboard takes to come and to go, in seconds. No official page says it. */
export const KEYBOARD_SECONDS = 0.25;

/** The strip with 完成 above the keyboard of a textarea, px. No official page says how high it is. */
export const CONFIRM_BAR = 44;

/** What the return key says (miniprogram/dev/component/input.html, textarea.html). */
export const CONFIRM_LABELS: Readonly<Record<string, string>> = {
  send: '发送',
  search: '搜索',
  next: '下一个',
  go: '前往',
  done: '完成',
  return: '换行',
};

/** Is there a strip with 完成 above the keyboard? On a textarea, unless `show-confirm-bar` is off. */
export const hasConfirmBar = (tag: string, showConfirmBar: unknown): boolean =>
  tag === 'textarea' && showConfirmBar !== false;

/** How high the keyboard of a field is, its strip included; 0 on a device with keys. */
export const keyboardHeightOf = (
  { keyboardHeight }: { readonly keyboardHeight: number },
  hasBar: boolean,
): number => (keyboardHeight === 0 ? 0 : keyboardHeight + (hasBar ? CONFIRM_BAR : 0));

/** `maxlength` where none is given. */
export const DEFAULT_MAX_LENGTH = 140;

/**
 * What a field shows of the text in its `value`: at most `maxlength`, 140 where none is given; 0 and -1 do not limit it
 * (`defaultValueChange` of WeChat's own component, base library 2.8.2).
 */
export function fitting(text: string, maxlength: unknown): string {
  const limit = Number(maxlength ?? DEFAULT_MAX_LENGTH);
  return limit > 0 ? text.slice(0, limit) : text;
}

/** What of a text can be typed: an input has one line. A `maxlength` of 0 lets nothing in. */
export function typable(text: string, tag: string, maxlength: unknown): string {
  const limit = Number(maxlength ?? DEFAULT_MAX_LENGTH);
  const line = tag === 'input' ? text.replace(/[\r\n]/g, '') : text;
  return limit >= 0 ? line.slice(0, limit) : line;
}

/** `keyCode` of the event `input`: the last character, or the key that deletes. */
export function keyCodeOf(text: string): number {
  return text === '' ? 8 : text.charCodeAt(text.length - 1);
}

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
