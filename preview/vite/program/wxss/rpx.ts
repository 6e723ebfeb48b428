/**
 * rpx, WeChat's unit: the screen is 750 rpx wide whatever the device. The compiler marks each length as WeChat's own
 * `wcsc` does, and the phone's frame makes px of the marks, because only the frame knows its device.
 */

/** A sign and a number in front of `rpx`. `wcsc` knows the unit in lower case only, and no exponents. */
const LENGTH = /(?<![\w.#]|\w-)([+-]?(?:\d+\.?\d*|\.\d+))rpx(?![\w-])/g;
const MARK = /%%\?([+-]?[\d.]+)rpx\?%%/g;

/** `15rpx` → `%%?15rpx?%%`. */
export const markRpx = (value: string): string => value.replace(LENGTH, '%%?$1rpx?%%');

/** What decides how long an rpx is. */
export interface RpxScreen {
  /** Width of the screen, px. */
  width: number;
  /** Device px in a px. */
  pixelRatio: number;
  platform: 'ios' | 'android';
}

/** Keeps a length that is whole but for the rounding of a float from losing a px. The value is `wcsc`'s. */
const EPSILON = 1e-4;

/**
 * Length in px of `number` rpx: rounded down, but a length that is not 0 never vanishes. `transformRPX` of the code
 * that `wcsc` (miniprogram-compiler 0.2.3) writes.
 */
export function rpxToPx(number: number, { width, pixelRatio, platform }: RpxScreen): number {
  if (number === 0) return 0;
  const px = Math.floor((number / 750) * width + EPSILON);
  if (px !== 0) return px;
  return pixelRatio === 1 || platform !== 'ios' ? 1 : 0.5;
}

/** Makes px of the marks in a compiled style sheet. */
export const fillRpx = (css: string, screen: RpxScreen): string =>
  css.replace(MARK, (_, number: string) => `${rpxToPx(Number(number), screen)}px`);
