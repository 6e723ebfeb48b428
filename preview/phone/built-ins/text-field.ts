/** The common code of `<input>` and `<textarea>`: a native field, a placeholder that can be styled, and the events. */
import {
  CONFIRM_LABELS,
  DEFAULT_MAX_LENGTH,
  fitting,
  hasConfirmBar,
  KEYBOARD_SECONDS,
  keyboardHeightOf,
  replacement,
} from '../../../simulator/built-ins/text-field';
import type { KeyboardShown } from '../../keyboard';
import { setAriaTarget } from '../engine/attributes';
import { blurField, focusField, isOtherFrameUsed } from '../simulated-focus';
import type { Host } from './define';
import type { FieldApi } from './form';

/** Properties of both components. `maxlength` -1 = no limit. */
export const fieldProperties = {
  value: '',
  name: '',
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: 'input-placeholder',
  disabled: false,
  maxlength: DEFAULT_MAX_LENGTH,
  focus: false,
  autoFocus: false,
  cursor: -1,
  selectionStart: -1,
  selectionEnd: -1,
  confirmType: 'done',
  confirmHold: false,
  cursorSpacing: 0,
  adjustPosition: true,
  holdKeyboard: false,
};

type NativeField = HTMLInputElement | HTMLTextAreaElement;

/** `confirm-type` → `enterkeyhint` of the native field. */
const enterKeys: Readonly<Record<string, string>> = {
  send: 'send',
  search: 'search',
  next: 'next',
  go: 'go',
  done: 'done',
};

/** Height of the nickname strip, px; the same as in fields.css. */
const NICKNAME_STRIP = 44;

/**
 * Whether the browser window has lost the focus to another program, while the field is still the active element. The
 * simulated keyboard then stays open, because a real phone has no browser window that can lose the focus.
 */
export const isLeftWithWindow = (field: Element): boolean =>
  document.activeElement === field && !document.hasFocus() && !isOtherFrameUsed();

/** The keys of the simulated keyboard for a `type`. Other types have letters. */
const keysOf = (type: string | undefined): KeyboardShown['keys'] =>
  type === 'number' || type === 'digit' || type === 'idcard' ? type : 'text';

const cursorOf = (field: NativeField): number => field.selectionStart ?? field.value.length;

/** `placeholder-class` with the style prefix of the component whose template holds the field. */
function scopedClasses(host: Host<typeof fieldProperties>): string {
  const { placeholderClass } = host.values;
  const options = host.component.ownerShadowRoot?.getHostNode().getComponentOptions();
  const manager = host.component.ownerShadowRoot?.getHostNode().getOwnerSpace().styleScopeManager;
  const prefix = options?.styleScope ? (manager?.queryName(options.styleScope) ?? '') : '';
  const shared = prefix === '' || options?.extraStyleScope !== null;
  return placeholderClass
    .split(/\s+/)
    .flatMap((name) => [...(prefix === '' ? [] : [`${prefix}--${name}`]), ...(shared ? [name] : [])])
    .join(' ');
}

/** The differences between `<input>` and `<textarea>`. */
interface TextFieldOptions {
  /** Applies the component's own properties to the native field. */
  render?(field: NativeField): void;
  /** Called after the field has lost the focus. */
  blurred?(field: NativeField): void;
}

/** Creates the callbacks of an `<input>` or `<textarea>` with this native field. */
export function textField(
  host: Host<typeof fieldProperties>,
  field: NativeField,
  options: TextFieldOptions = {},
): FieldApi {
  const { element } = host;
  const hint = document.createElement('div');
  hint.ariaHidden = 'true';
  const box = document.createElement('div');
  box.className = 'wx-field';
  box.append(hint, field);
  element.append(box);
  setAriaTarget(element, field);
  /** The last value of the property `focus`. The focus moves only when this value changes. */
  let focusWanted = false;
  let composing = false;

  const showHint = (): void => {
    hint.hidden = field.value !== '' || composing;
  };

  function changed(keyCode: number): void {
    host.set({ value: field.value });
    const returned = host.emit('input', { value: field.value, cursor: cursorOf(field), keyCode });
    const instead = replacement(returned);
    if (instead) {
      field.value = instead.value;
      host.set({ value: instead.value });
      if (instead.cursor !== undefined) field.setSelectionRange(instead.cursor, instead.cursor);
    }
    host.emit('change', { value: field.value });
    showHint();
  }

  field.addEventListener('compositionstart', () => {
    composing = true;
    showHint();
  });
  field.addEventListener('compositionend', () => {
    composing = false;
  });
  field.addEventListener('input', (event) => {
    event.stopPropagation();
    if (event instanceof InputEvent && event.isComposing) return showHint();
    const data = event instanceof InputEvent ? event.data : null;
    changed(data ? (data.codePointAt(0) ?? 0) : 8);
  });
  /** Closes the simulated keyboard of this field. */
  let lower = (): void => {};
  const tag = field instanceof HTMLTextAreaElement ? 'textarea' : 'input';
  const bar = (): boolean => hasConfirmBar(tag, host.component.data.showConfirmBar);
  const keyboardMoves = (height: number): void => {
    if (host.services.phone.device.keyboardHeight > 0)
      host.emit('keyboardheightchange', { height, duration: KEYBOARD_SECONDS });
  };

  /** Handles 完成, and the return key unless the return key inserts a line break. */
  function confirm(): void {
    host.emit('confirm', { value: field.value });
    if (!host.values.confirmHold) blurField(field);
  }

  function raise(height: number): void {
    const { type, adjustKeyboardTo } = host.component.data as { type?: string; adjustKeyboardTo?: string };
    const { confirmType, adjustPosition, cursorSpacing, holdKeyboard } = host.values;
    const isLine = tag === 'textarea' && confirmType === 'return';
    lower();
    lower = host.services.keyboard.up({
      field,
      height,
      keys: keysOf(type),
      confirm: CONFIRM_LABELS[confirmType] ?? '完成',
      hasBar: bar(),
      pushes: adjustPosition,
      spacing: Number(cursorSpacing) || 0,
      holds: holdKeyboard,
      above: type === 'nickname' && host.services.phone.hasNicknameInput ? NICKNAME_STRIP : 0,
      whole: adjustKeyboardTo === 'bottom',
      press: () => (isLine ? typeLine() : confirm()),
      finish: confirm,
    });
  }

  /** Inserts a line break, for the return key of a textarea's simulated keyboard. */
  function typeLine(): void {
    field.setRangeText('\n', field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: '\n' }));
  }

  /** Whether the mini-program got `focus` without a `blur` after it. */
  let isFocused = false;
  field.addEventListener('focus', () => {
    if (isFocused) return;
    isFocused = true;
    const height = keyboardHeightOf(host.services.phone.device, bar());
    keyboardMoves(height);
    raise(height);
    host.emit('focus', { value: field.value, height });
  });
  field.addEventListener('blur', () => {
    if (isLeftWithWindow(field)) return;
    isFocused = false;
    host.emit('blur', { value: field.value, cursor: cursorOf(field) });
    keyboardMoves(0);
    lower();
    options.blurred?.(field);
  });
  field.addEventListener('keydown', (event) => {
    const key = event as KeyboardEvent;
    // A textarea's keyboard has a return key, and 完成 in the bar above. Ctrl+Enter stands for 完成.
    const isBar = (key.ctrlKey || key.metaKey) && bar();
    const newLine = tag === 'textarea' && host.values.confirmType === 'return' && !isBar;
    if (key.key !== 'Enter' || key.isComposing || newLine) return;
    if (tag === 'textarea' && key.shiftKey) return;
    key.preventDefault();
    confirm();
  });

  return {
    attached() {
      if (host.values.autoFocus) focusField(field);
    },
    render() {
      const { value, placeholder, placeholderStyle, maxlength, disabled, focus, confirmType } = host.values;
      const text = fitting(String(value ?? ''), maxlength);
      if (field.value !== text) field.value = text;
      field.disabled = disabled;
      if (maxlength >= 0) field.maxLength = maxlength;
      else field.removeAttribute('maxlength');
      field.enterKeyHint = enterKeys[confirmType] ?? 'done';
      // The native placeholder is for screen readers. The visible placeholder is `hint`.
      field.placeholder = placeholder;
      hint.textContent = placeholder;
      hint.className = `wx-placeholder ${scopedClasses(host)}`;
      hint.setAttribute('style', placeholderStyle);
      showHint();
      if (focus !== focusWanted) {
        focusWanted = focus;
        if (focus) queueMicrotask(() => focusField(field));
        else blurField(field);
      }
      options.render?.(field);
    },
    fieldName: () => host.values.name,
    fieldValue: () => field.value,
    reset() {
      field.value = '';
      host.set({ value: '' });
      showHint();
    },
  };
}
