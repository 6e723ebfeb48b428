/** Selects a few texts of the page. A recorded test expects them at its end. */

import { writtenText } from '../../long-text';

/** Maximum number of texts. */
const MAX_TEXTS = 3;
/** Maximum length of a text, characters. A longer text is often a sentence that changes. */
const MAX_LENGTH = 20;

/** Texts of the page on top, in document order. */
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
    if (text !== '' && text.length <= MAX_LENGTH && !/\s/.test(text)) found.add(text);
  }
  return [...found].slice(0, MAX_TEXTS);
}
