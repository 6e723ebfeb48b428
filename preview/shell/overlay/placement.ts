/** The placement of a design over the phone's screen, and its format in the URL. Pure. */

export const overlayScales = ['fit', '1x', '2x', '3x'] as const;

/** The placement of the picture. */
export interface Placement {
  /** Percent. */
  readonly opacity: number;
  /** Offset from the upper left corner of the screen, CSS px. */
  readonly x: number;
  readonly y: number;
  /** `fit`: as wide as the screen. `2x`: two pixels of the picture for each CSS px. */
  readonly scale: (typeof overlayScales)[number];
  /** `difference`: equal pixels become black. */
  readonly blend: 'normal' | 'difference';
}

/** The placement for an empty text. */
export const DEFAULT_PLACEMENT: Placement = { opacity: 50, x: 0, y: 0, scale: 'fit', blend: 'normal' };

/** Maximum offset, CSS px. Farther away, the user could not find the picture. */
const MAX_OFFSET = 2000;

const FORM = /^(\d{1,3})(?:,(-?\d{1,4}),(-?\d{1,4}))?(?:,(fit|[123]x))?(,difference)?$/;

const within = (value: number, least: number, most: number): number =>
  Math.min(Math.max(Math.round(value), least), most);

/** Limits the numbers to their valid ranges. */
function limited(placement: Placement): Placement {
  return {
    ...placement,
    opacity: within(placement.opacity, 0, 100),
    x: within(placement.x, -MAX_OFFSET, MAX_OFFSET),
    y: within(placement.y, -MAX_OFFSET, MAX_OFFSET),
  };
}

/** Is this text a valid placement? The empty text is valid. */
export const isPlacement = (text: string): boolean => text === '' || FORM.test(text);

/** Parses a placement, e.g. `60,0,-12,2x,difference`. For an invalid text, returns the default. */
export function parsePlacement(text: string): Placement {
  const [, opacity, x = '0', y = '0', scale = 'fit', difference] = FORM.exec(text) ?? [];
  if (opacity === undefined) return DEFAULT_PLACEMENT;
  return limited({
    opacity: Number(opacity),
    x: Number(x),
    y: Number(y),
    scale: scale as Placement['scale'],
    blend: difference === undefined ? 'normal' : 'difference',
  });
}

/** Formats a placement for the URL. Default values are left out. */
export function formatPlacement(placement: Placement): string {
  const { opacity, x, y, scale, blend } = limited(placement);
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

/** The drawn size of a picture on a screen of this width, CSS px. An SVG without a size fits the width. */
export function drawnSize(picture: Size, scale: Placement['scale'], screenWidth: number): Size {
  const ratio = picture.width === 0 ? 1 : picture.height / picture.width;
  const width = scale === 'fit' || picture.width === 0 ? screenWidth : picture.width / Number(scale[0]);
  return { width, height: width * ratio };
}

/** The scale at which a picture is exactly as wide as the screen; undefined: there is no such scale. */
export function scaleOf(picture: Size, screenWidth: number): Placement['scale'] | undefined {
  return overlayScales.find((scale) => scale !== 'fit' && picture.width === screenWidth * Number(scale[0]));
}

/** The movement for an arrow key: `[x, y]`, CSS px; undefined: another key. */
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
