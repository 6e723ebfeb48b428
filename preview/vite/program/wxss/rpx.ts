/**
 * rpx is WeChat's unit of length: every screen is 750 rpx wide. The compiler marks each rpx length, as WeChat's own
 * `wcsc` does. The phone's frame converts the marks to px, because the result depends on the device.
 */

/** A number with its sign before `rpx`. `wcsc` accepts the unit only in lower case, and no exponents. */
const LENGTH = /(?<![\w.#]|\w-)([+-]?(?:\d+\.?\d*|\.\d+))rpx(?![\w-])/g;
const MARK = /%%\?([+-]?[\d.]+)rpx\?%%/g;

/** `15rpx` → `%%?15rpx?%%`. */
export const markRpx = (value: string): string => value.replace(LENGTH, '%%?$1rpx?%%');

/** The screen, which determines the length of an rpx. */
export interface RpxScreen {
  /** Width of the screen, px. */
  width: number;
  /** Device pixels per px. */
  pixelRatio: number;
  platform: 'ios' | 'android';
}

/** Prevents a floating-point error from rounding a whole length down by 1 px. `wcsc` uses the same value. */
const EPSILON = 1e-4;

/**
 * Length of `number` rpx in px, rounded down. A length other than 0 does not become 0. The function is the same as
 * `transformRPX` in the output of `wcsc` (miniprogram-compiler 0.2.3).
 */
export function rpxToPx(number: number, { width, pixelRatio, platform }: RpxScreen): number {
  if (number === 0) return 0;
  const px = Math.floor((number / 750) * width + EPSILON);
  if (px !== 0) return px;
  return pixelRatio === 1 || platform !== 'ios' ? 1 : 0.5;
}

/** Converts the marks in a compiled style sheet to px. */
export const fillRpx = (css: string, screen: RpxScreen): string =>
  css.replace(MARK, (_, number: string) => `${rpxToPx(Number(number), screen)}px`);
