/** rpx, WeChat's unit: the screen is 750 rpx wide whatever the device, and the frame's viewport is the screen. */

const RPX_PER_VW = 7.5;

/** A number as short as it can be written. */
export const shortNumber = (value: number): string => String(Number(value.toFixed(6)));

/** `15rpx` → `2vw`. Exact at any width, because 1 vw is a hundredth of the device. */
export function convertRpx(value: string): string {
  if (!value.includes('rpx')) return value;
  return value.replace(
    /(^|[^\w.#-])([+-]?(?:\d+\.?\d*|\.\d+))rpx\b/gi,
    (_, before: string, number: string) => `${before}${shortNumber(Number(number) / RPX_PER_VW)}vw`,
  );
}
