/** Parses computed CSS colours and computes the contrast of two (WCAG 2.2, relative luminance). Pure. */

/** Channels 0–255, alpha 0–1. */
export interface Colour {
  r: number;
  g: number;
  b: number;
  a: number;
}

const NUMBER = /-?\d*\.?\d+(?:e-?\d+)?/g;

/** Parses a computed colour: `rgb(…)`, `rgba(…)`, `color(srgb …)`. null: another colour space, not modelled. */
export function parseColour(text: string): Colour | null {
  const value = text.trim().toLowerCase();
  if (value === 'transparent') return { r: 0, g: 0, b: 0, a: 0 };
  const scale = value.startsWith('color(srgb ') ? 255 : value.startsWith('rgb') ? 1 : 0;
  if (scale === 0) return null;
  const [r, g, b, a = 1] = [...value.slice(value.indexOf('(')).matchAll(NUMBER)].map(([n]) => Number(n));
  if (r === undefined || g === undefined || b === undefined) return null;
  return { r: r * scale, g: g * scale, b: b * scale, a };
}

/** Blends `top` over `below`. */
export function over(top: Colour, below: Colour): Colour {
  const a = top.a + below.a * (1 - top.a);
  if (a === 0) return { r: 0, g: 0, b: 0, a: 0 };
  const mix = (x: number, y: number) => (x * top.a + y * below.a * (1 - top.a)) / a;
  return { r: mix(top.r, below.r), g: mix(top.g, below.g), b: mix(top.b, below.b), a };
}

function luminance({ r, g, b }: Colour): number {
  const linear = (channel: number) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio of two opaque colours, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The minimum contrast of a text (WCAG 1.4.3): 3 from 24 CSS px, or from 18.66 CSS px in bold; else 4.5. */
export function neededContrast(fontSize: number, fontWeight: number): number {
  return fontSize >= 24 || (fontSize >= 18.66 && fontWeight >= 700) ? 3 : 4.5;
}
