/** What `<input>` and `<textarea>` share: a native field, a placeholder that can be styled, and the events. */
import { DEFAULT_MAX_LENGTH, fitting, KEYBOARD_SECONDS, replacement } from '../../../simulator/text-field';
import { speakFor } from '../engine/attributes';
import { leaveField, useField } from '../focus-elsewhere';
import type { Host } from './define';
import type { FieldPart } from './form';

/** Properties that both have. `maxlength` -1 = no limit. */
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

/** What WeChat's keyboard has on its return key → what a browser's has. */
const enterKeys: Readonly<Record<string, string>> = {
  send: 'send',
  search: 'search',
  next: 'next',
  go: 'go',
  done: 'done',
};

const cursorOf = (field: NativeField): number => field.selectionStart ?? field.value.length;

/** Class names as the style sheets of the component that holds the field know them. */
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

/** What one of the two has beyond the other. */
export interface TextFieldOptions {
  /** Properties of one of the two that the native field follows. */
  render?(field: NativeField): void;
  /** The person left the field. */
  blurred?(field: NativeField): void;
}

/** Makes a field of a native one. Both components' parts are built on it. */
export function textField(
  host: Host<typeof fieldProperties>,
  field: NativeField,
  options: TextFieldOptions = {},
): FieldPart {
  const { element } = host;
  const hint = document.createElement('div');
  hint.ariaHidden = 'true';
  const box = document.createElement('div');
  box.className = 'wx-field';
  box.append(hint, field);
  element.append(box);
  speakFor(element, field);
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
  /** The phone's keyboard, which is not drawn. */
  const { keyboardHeight } = host.services.phone.device;
  const keyboardMoves = (height: number): void => {
    if (keyboardHeight > 0) host.emit('keyboardheightchange', { height, duration: KEYBOARD_SECONDS });
  };

  field.addEventListener('focus', () => {
    keyboardMoves(keyboardHeight);
    host.emit('focus', { value: field.value, height: keyboardHeight });
  });
  field.addEventListener('blur', () => {
    // Only a page that sets `focus` again means it again.
    focusWanted = false;
    host.emit('blur', { value: field.value, cursor: cursorOf(field) });
    keyboardMoves(0);
    options.blurred?.(field);
  });
  field.addEventListener('keydown', (event) => {
    const key = event as KeyboardEvent;
    // Ctrl+Enter stands for 完成 above the keyboard, which a textarea has beside its return key.
    const isBar = (key.ctrlKey || key.metaKey) && host.component.data.showConfirmBar !== false;
    const newLine = field instanceof HTMLTextAreaElement && host.values.confirmType === 'return' && !isBar;
    if (key.key !== 'Enter' || key.isComposing || newLine) return;
    if (field instanceof HTMLTextAreaElement && key.shiftKey) return;
    key.preventDefault();
    host.emit('confirm', { value: field.value });
    if (!host.values.confirmHold) leaveField(field);
  });

  return {
    attached() {
      if (host.values.autoFocus) useField(field);
    },
    render() {
      const { value, placeholder, placeholderStyle, maxlength, disabled, focus, confirmType } = host.values;
      const text = fitting(String(value ?? ''), maxlength);
      if (field.value !== text) field.value = text;
      field.disabled = disabled;
      if (maxlength >= 0) field.maxLength = maxlength;
      else field.removeAttribute('maxlength');
      field.enterKeyHint = enterKeys[confirmType] ?? 'done';
      // For screen readers; people see the hint.
      field.placeholder = placeholder;
      hint.textContent = placeholder;
      hint.className = `wx-placeholder ${scopedClasses(host)}`;
      hint.setAttribute('style', placeholderStyle);
      showHint();
      if (focus !== focusWanted) {
        focusWanted = focus;
        if (focus) queueMicrotask(() => useField(field));
        else leaveField(field);
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
