/** Measures an element: box, font, colours, contrast. */
import { type Colour, contrast, neededContrast, parseColour } from '../checks/colour';
import { coloursOf } from '../checks/contrast';
import { nameOf } from '../checks/finding';
import type { Box } from '../checks/marked';

/** Lengths on the four sides, CSS px. */
export interface Sides {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** The measurements of an element, for the panel. */
export interface Inspection {
  /** Tag, class and text. */
  name: string;
  box: Box;
  margin: Sides;
  border: Sides;
  padding: Sides;
  /** CSS `font-family`, first name. */
  font: string;
  fontSize: number;
  fontWeight: string;
  lineHeight: string;
  /** As `#rrggbb`, or `#rrggbbaa` if it is not opaque. */
  colour: string;
  /** The blended background colour behind the text. null: it cannot be computed. */
  background: string | null;
  /**
   * Contrast of text and background, and the minimum contrast. null: there is no text, or the contrast cannot be
   * computed.
   */
  contrast: { ratio: number; need: number } | null;
  radius: string;
}

/** A length as text, with at most one decimal. */
export const lengthText = (value: number): string => String(Math.round(value * 10) / 10);

const pixels = (text: string): number => Number.parseFloat(text) || 0;

function sidesOf(style: CSSStyleDeclaration, what: 'margin' | 'padding' | 'border'): Sides {
  const end = what === 'border' ? '-width' : '';
  const side = (name: string) => pixels(style.getPropertyValue(`${what}-${name}${end}`));
  return { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') };
}

const hex = (channel: number): string => Math.round(channel).toString(16).padStart(2, '0');

/** Formats a colour as `#rrggbb`, or `#rrggbbaa` if it is not opaque. */
function hexOf({ r, g, b, a }: Colour): string {
  return `#${hex(r)}${hex(g)}${hex(b)}${a >= 0.999 ? '' : hex(a * 255)}`;
}

const hasText = (element: Element): boolean =>
  (element.textContent ?? '').trim() !== '' || element.matches('input, textarea');

/** Measures an element. null: the element is not in a document, or the document is not in a window. */
export function inspect(element: HTMLElement): Inspection | null {
  const view = element.ownerDocument.defaultView;
  if (!view || !element.isConnected) return null;
  const style = view.getComputedStyle(element);
  const { left, top, width, height } = element.getBoundingClientRect();
  const own = parseColour(style.color);
  const seen = coloursOf(element);
  const need = neededContrast(pixels(style.fontSize), Number(style.fontWeight) || 400);
  return {
    name: nameOf(element),
    box: { left, top, width, height },
    margin: sidesOf(style, 'margin'),
    border: sidesOf(style, 'border'),
    padding: sidesOf(style, 'padding'),
    font: style.fontFamily.split(',')[0]?.replaceAll('"', '').trim() ?? '',
    fontSize: pixels(style.fontSize),
    fontWeight: style.fontWeight,
    lineHeight: style.lineHeight,
    colour: own ? hexOf(own) : style.color,
    background: seen ? hexOf(seen.background) : null,
    contrast: seen && hasText(element) ? { ratio: contrast(seen.text, seen.background), need } : null,
    radius: style.borderRadius,
  };
}
