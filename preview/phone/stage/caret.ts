/** Finds the position of the cursor in a field. */

/** The styles that determine the line breaks of a text. */
const COPIED = [
  'boxSizing',
  'width',
  'padding',
  'border',
  'font',
  'letterSpacing',
  'lineHeight',
  'wordBreak',
  'overflowWrap',
  'tabSize',
] as const;

/** Distance from the top of a textarea to the bottom of the line with the cursor, px. */
function caretInText(field: HTMLTextAreaElement): number {
  const mirror = document.createElement('div');
  const style = getComputedStyle(field);
  for (const name of COPIED) mirror.style[name] = style[name];
  Object.assign(mirror.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre-wrap' });
  // The zero-width space gives an empty last line its height.
  mirror.textContent = `${field.value.slice(0, field.selectionStart)}\u200b`;
  document.body.append(mirror);
  const { height } = mirror.getBoundingClientRect();
  mirror.remove();
  return height - field.scrollTop;
}

/**
 * Bottom edge of the part of a field that must stay above the keyboard, px from the top of the window. For an input
 * this part is the whole field; for a textarea it is the line with the cursor.
 * @param whole true: the whole field also for a textarea
 */
export function caretBottom(field: HTMLInputElement | HTMLTextAreaElement, whole: boolean): number {
  const { bottom } = (field.closest('wx-input, wx-textarea') ?? field).getBoundingClientRect();
  if (whole || !(field instanceof HTMLTextAreaElement)) return bottom;
  return Math.min(bottom, field.getBoundingClientRect().top + caretInText(field));
}
