/** Where a design lies over the phone's screen, and its form in the address. Pure. */

export const overlayScales = ['fit', '1x', '2x', '3x'] as const;

/** How the picture lies. */
export interface Placement {
  /** Percent. */
  readonly opacity: number;
  /** From the upper left corner of the screen, CSS px. */
  readonly x: number;
  readonly y: number;
  /** `fit`: as wide as the screen. `2x`: two pixels of the picture are one CSS px. */
  readonly scale: (typeof overlayScales)[number];
  /** `difference`: what is equal is black. */
  readonly blend: 'normal' | 'difference';
}

/** What an empty text means. */
export const DEFAULT_PLACEMENT: Placement = { opacity: 50, x: 0, y: 0, scale: 'fit', blend: 'normal' };

/** Farther away a picture is not found again. */
const FARTHEST = 2000;

const FORM = /^(\d{1,3})(?:,(-?\d{1,4}),(-?\d{1,4}))?(?:,(fit|[123]x))?(,difference)?$/;

const within = (value: number, least: number, most: number): number =>
  Math.min(Math.max(Math.round(value), least), most);

/** A placement with numbers that mean something. */
function sound(placement: Placement): Placement {
  return {
    ...placement,
    opacity: within(placement.opacity, 0, 100),
    x: within(placement.x, -FARTHEST, FARTHEST),
    y: within(placement.y, -FARTHEST, FARTHEST),
  };
}

/** Is this text one? An empty one is. */
export const isPlacement = (text: string): boolean => text === '' || FORM.test(text);

/** `60,0,-12,2x,difference` → the placement. */
export function parsePlacement(text: string): Placement {
  const [, opacity, x = '0', y = '0', scale = 'fit', difference] = FORM.exec(text) ?? [];
  if (opacity === undefined) return DEFAULT_PLACEMENT;
  return sound({
    opacity: Number(opacity),
    x: Number(x),
    y: Number(y),
    scale: scale as Placement['scale'],
    blend: difference === undefined ? 'normal' : 'difference',
  });
}

/** The text for a placement; what is as by default is left out. */
export function formatPlacement(placement: Placement): string {
  const { opacity, x, y, scale, blend } = sound(placement);
  const parts = [
    String(opacity),
    ...(x === 0 && y === 0 ? [] : [`${x},${y}`]),
    ...(scale === 'fit' ? [] : [scale]),
    ...(blend === 'normal' ? [] : [blend]),
  ];
  const text = parts.join(',');
  return text === String(DEFAULT_PLACEMENT.opacity) ? '' : text;
}

/** Width and height of a picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a picture is drawn on a screen of this width, CSS px. One without a size of its own, as an SVG may be, fits. */
export function drawnSize(picture: Size, scale: Placement['scale'], screenWidth: number): Size {
  const ratio = picture.width === 0 ? 1 : picture.height / picture.width;
  const width = scale === 'fit' || picture.width === 0 ? screenWidth : picture.width / Number(scale[0]);
  return { width, height: width * ratio };
}

/** The scale that makes a picture exactly as wide as the screen; undefined: there is none. */
export function scaleOf(picture: Size, screenWidth: number): Placement['scale'] | undefined {
  return overlayScales.find((scale) => scale !== 'fit' && picture.width === screenWidth * Number(scale[0]));
}

/** How far an arrow key moves: `[x, y]`, CSS px; undefined for another key. */
export function stepOf({ key, shiftKey }: { key: string; shiftKey: boolean }): [number, number] | undefined {
  const by = shiftKey ? 10 : 1;
  const steps: Readonly<Record<string, [number, number]>> = {
    ArrowLeft: [-by, 0],
    ArrowRight: [by, 0],
    ArrowUp: [0, -by],
    ArrowDown: [0, by],
  };
  return Object.hasOwn(steps, key) ? steps[key] : undefined;
}
