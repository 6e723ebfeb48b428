/**
 * Texts that are longer than they are written, to see what a translation or a long name would cut off. The view alone
 * changes: data, attributes and what stands in fields stay.
 */

/**
 * By the length of a text, in characters: how long its translation may be, at least. Source: IBM, as cited in
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
 * `登录` → `[登录登录]`: the brackets show where a text is cut off. What has no letters, such as a price or the sign of
 * an icon font, is not translated, and stays.
 */
export function lengthen(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (!/\p{L}/u.test(words)) return text;
  const all = Array.from(characters.segment(words), ({ segment }) => segment);
  const rate = RATES.find(({ upTo }) => all.length <= upTo)?.rate ?? 1;
  const more = all.slice(0, Math.ceil(all.length * (rate - 1)));
  return `${before}[${words}${more.join('')}]${after}`;
}

/** On the root element of the phone's document while texts are lengthened. */
export const LONG = 'long';

const isLong = (document: Document): boolean => LONG in document.documentElement.dataset;

/** A text of the mini-program's as WeChat's own parts of the screen show it now. */
export const shownText = (text: string): string => (isLong(document) ? lengthen(text) : text);

/** The text of an element as it is written, whatever is shown. */
export function writtenText(element: Element): string {
  const { ownerDocument } = element;
  if (!isLong(ownerDocument)) return element.textContent ?? '';
  const walker = ownerDocument.createTreeWalker(element, 4);
  let text = '';
  // A node that is lengthened answers what was written.
  while (walker.nextNode()) text += walker.currentNode.nodeValue ?? '';
  return text;
}
