/** A few texts that the page shows: by them a test knows that it has come to the same place. */

import { writtenText } from '../../long-text';

/** So many are enough. */
const MOST = 3;
/** Longer ones are sentences that change. */
const LONGEST = 20;

/** Texts of the page on top, from its top to its end. */
export function shownTexts(document: Document | null): string[] {
  const found = new Set<string>();
  const leaves = [...(document?.querySelectorAll('.wx-window:not([hidden]) *') ?? [])].filter(
    (element) =>
      [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()) &&
      !element.closest('wx-input, wx-textarea, style') &&
      element.checkVisibility(),
  );
  for (const leaf of leaves) {
    const text = writtenText(leaf).trim();
    if (text !== '' && text.length <= LONGEST && !/\s/.test(text)) found.add(text);
  }
  return [...found].slice(0, MOST);
}
