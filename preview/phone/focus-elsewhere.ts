/** The focus, where several phones stand on one page: a phone must not take it from the one that a person is using. */

/** Is another frame of the page around this one the one that hears the keys? */
export function isOtherFrameUsed(): boolean {
  if (window.parent === window || document.hasFocus()) return false;
  try {
    const used = window.parent.document.activeElement;
    return used?.localName === 'iframe' && used !== window.frameElement;
  } catch {
    // A page of another origin holds this frame: nothing is known of its other frames.
    return false;
  }
}

type Field = HTMLElement;

/** The field that is in use without the browser's focus. */
let field: Field | null = null;

/** The mini-program hears that a field is in use. Nothing happens where it is already. */
export function pretendFocus(wanted: Field): void {
  if (field === wanted || document.activeElement === wanted) return;
  pretendBlur();
  field = wanted;
  wanted.dispatchEvent(new FocusEvent('focus'));
  wanted.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
}

/** The field that was in use without the focus is left. */
export function pretendBlur(): void {
  const left = field;
  field = null;
  if (!left) return;
  left.dispatchEvent(new FocusEvent('blur'));
  left.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}

/** Gives a field the focus, or, while a person uses another phone beside this one, lets the mini-program believe it. */
export function useField(wanted: Field): void {
  if (isOtherFrameUsed()) pretendFocus(wanted);
  else wanted.focus({ preventScroll: true });
}

/** Takes the focus from a field, whichever way it has it. */
export function leaveField(left: Field): void {
  if (field === left) pretendBlur();
  else left.blur();
}
