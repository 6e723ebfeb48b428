/**
 * Focus with several phones on one page. A phone must not take the focus from the phone that the user is using. Its
 * field then gets a simulated focus: the focus events without the browser's focus.
 */

/** Whether another frame of the surrounding page has the keyboard focus. */
export function isOtherFrameUsed(): boolean {
  if (window.parent === window || document.hasFocus()) return false;
  try {
    const used = window.parent.document.activeElement;
    return used?.localName === 'iframe' && used !== window.frameElement;
  } catch {
    // The surrounding page has another origin: its other frames are not accessible.
    return false;
  }
}

type Field = HTMLElement;

/** The field with the simulated focus. */
let field: Field | null = null;

/**
 * Sends the focus events to a field without the browser's focus. Does nothing if the field has the real or the
 * simulated focus.
 */
export function simulateFocus(next: Field): void {
  if (field === next || document.activeElement === next) return;
  simulateBlur();
  field = next;
  next.dispatchEvent(new FocusEvent('focus'));
  next.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
}

/** Sends the blur events to the field with the simulated focus. */
export function simulateBlur(): void {
  const left = field;
  field = null;
  if (!left) return;
  left.dispatchEvent(new FocusEvent('blur'));
  left.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}

/** Focuses a field. If the user is using another phone on the page, the focus is simulated. */
export function focusField(next: Field): void {
  if (isOtherFrameUsed()) simulateFocus(next);
  else next.focus({ preventScroll: true });
}

/** Removes the real or the simulated focus from a field. */
export function blurField(left: Field): void {
  if (field === left) simulateBlur();
  else left.blur();
}
