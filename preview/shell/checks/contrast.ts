/** Checks the contrast of the texts in a document. */
import { type Colour, contrast, neededContrast, over, parseColour } from './colour';
import { type Finding, isVisible, nameOf } from './finding';

/** The result of the check. */
export interface ContrastReport {
  checked: number;
  failing: Finding[];
  /** Number of texts that cannot be computed: on a picture or gradient, or in a colour space that is not modelled. */
  unknown: number;
}

/** Every visible element with a text of its own, including text that the user has typed. */
function textElements(document: Document): HTMLElement[] {
  const found = new Set<HTMLElement>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeValue?.trim() && node.parentElement) found.add(node.parentElement);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
    if (field.value.trim() !== '') found.add(field);
  }
  return [...found].filter((element) => !element.closest('script, style, noscript') && isVisible(element));
}

/** Inactive controls are exempt (WCAG 1.4.3). */
const isDisabled = (element: HTMLElement): boolean =>
  element.closest('[disabled]:not([disabled="false"]), [aria-disabled="true"]') !== null;

/**
 * The visible colours of an element's text and of its background. null: they cannot be computed. The opacity of an
 * ancestor applies to the text and to the backgrounds inside that ancestor.
 */
export function coloursOf(element: HTMLElement): { text: Colour; background: Colour } | null {
  const view = element.ownerDocument.defaultView;
  if (!view) return null;
  const text = parseColour(view.getComputedStyle(element).color);
  if (!text) return null;
  let behind: Colour = { r: 0, g: 0, b: 0, a: 0 };
  let seen = text;
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    const style = view.getComputedStyle(at);
    if (style.backgroundImage !== 'none') return null;
    const own = parseColour(style.backgroundColor);
    if (!own) return null;
    behind = over(behind, own);
    const opacity = Number(style.opacity);
    behind = { ...behind, a: behind.a * opacity };
    seen = { ...seen, a: seen.a * opacity };
    if (behind.a >= 0.999) break;
  }
  // If no ancestor is opaque, the background is the browser's canvas.
  const dark = view.getComputedStyle(element.ownerDocument.documentElement).colorScheme === 'dark';
  const canvas = dark ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 };
  const background = over(behind, canvas);
  return { text: over(seen, background), background };
}

/** Checks every visible text of the document. */
export function checkContrast(document: Document): ContrastReport {
  const report: ContrastReport = { checked: 0, failing: [], unknown: 0 };
  for (const element of textElements(document)) {
    if (isDisabled(element)) continue;
    const colours = coloursOf(element);
    if (!colours) {
      report.unknown += 1;
      continue;
    }
    report.checked += 1;
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    const need = neededContrast(Number.parseFloat(style?.fontSize ?? '0'), Number(style?.fontWeight ?? 400));
    const ratio = contrast(colours.text, colours.background);
    // Round down, so that 4.499 does not pass as 4.5.
    if (Math.floor(ratio * 100) / 100 < need) {
      report.failing.push({
        element,
        name: nameOf(element),
        measured: `${ratio.toFixed(2)} : 1`,
        need: `${need} : 1`,
      });
    }
  }
  return report;
}
