/** Where the cursor of a field is. */

/** What decides where the lines of a text end. */
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

/** How far below the upper edge of a textarea the line with the cursor ends, px. */
function caretInText(field: HTMLTextAreaElement): number {
  const mirror = document.createElement('div');
  const style = getComputedStyle(field);
  for (const name of COPIED) mirror.style[name] = style[name];
  Object.assign(mirror.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre-wrap' });
  // A line that is still empty is a line.
  mirror.textContent = `${field.value.slice(0, field.selectionStart)}\u200b`;
  document.body.append(mirror);
  const { height } = mirror.getBoundingClientRect();
  mirror.remove();
  return height - field.scrollTop;
}

/**
 * The lower end of what must stay above the keyboard, px from the top of the window: of an input all of it.
 * @param whole Of a textarea all of it, too, instead of the line with the cursor.
 */
export function caretBottom(field: HTMLInputElement | HTMLTextAreaElement, whole: boolean): number {
  const { bottom } = (field.closest('wx-input, wx-textarea') ?? field).getBoundingClientRect();
  if (whole || !(field instanceof HTMLTextAreaElement)) return bottom;
  return Math.min(bottom, field.getBoundingClientRect().top + caretInText(field));
}
