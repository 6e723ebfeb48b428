/**
 * Lengthens the texts that a phone displays, to find places that would cut off a translation or a long name. Only the
 * display changes: data, attributes and field values keep their values.
 */

/**
 * Expansion of a translation, by the length of the text in characters: the minimum of each range. Source: IBM, cited in
 * https://www.w3.org/International/articles/article-text-size
 */
const RATES: readonly { readonly upTo: number; readonly rate: number }[] = [
  { upTo: 10, rate: 2 },
  { upTo: 20, rate: 1.8 },
  { upTo: 30, rate: 1.6 },
  { upTo: 70, rate: 1.4 },
  { upTo: Number.POSITIVE_INFINITY, rate: 1.3 },
];

const characters = new Intl.Segmenter();

/**
 * Lengthens a text: `登录` → `[登录登录]`. A missing bracket on the screen shows that the text is cut off. A text without
 * letters is not translated, so it stays the same: e.g. a price, or a character of an icon font.
 */
export function lengthen(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (!/\p{L}/u.test(words)) return text;
  const all = Array.from(characters.segment(words), ({ segment }) => segment);
  const rate = RATES.find(({ upTo }) => all.length <= upTo)?.rate ?? 1;
  const more = all.slice(0, Math.ceil(all.length * (rate - 1)));
  return `${before}[${words}${more.join('')}]${after}`;
}

/** Data attribute of the phone's root element while texts are lengthened. */
export const LONG = 'long';

const isLong = (document: Document): boolean => LONG in document.documentElement.dataset;

/** A text that the mini-program passes to WeChat's own UI (bars, dialogs). It is lengthened if the setting is on. */
export const shownText = (text: string): string => (isLong(document) ? lengthen(text) : text);

/** The original text of an element, also while texts are lengthened. */
export function writtenText(element: Element): string {
  const { ownerDocument } = element;
  if (!isLong(ownerDocument)) return element.textContent ?? '';
  const walker = ownerDocument.createTreeWalker(element, 4);
  let text = '';
  // `nodeValue` of a lengthened text node returns the original text (`phone/stage/long-texts.ts`).
  while (walker.nextNode()) text += walker.currentNode.nodeValue ?? '';
  return text;
}
