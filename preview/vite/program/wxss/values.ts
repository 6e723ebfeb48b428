/** Converts units and environment variables in the values of WXSS. In at-rules WeChat does not convert them. */
import { markRpx } from './rpx';

/** A number with at most six decimal places. */
const shortNumber = (value: number): string => String(Number(value.toFixed(6)));

/**
 * Replaces vh and vw by the phone's sizes. In WeChat, 100vh is the height of the page's window without the bars, and
 * 100vw is the width of the screen. In the frame they would be the size of the browser's window, which may be larger.
 */
function convertViewport(value: string): string {
  return value.replace(
    /(^|[^\w.#-])([+-]?(?:\d+\.?\d*|\.\d+))(vh|vw)\b/gi,
    (_, before: string, number: string, unit: string) =>
      `${before}calc(var(--wx-${unit.toLowerCase()}, 1${unit.toLowerCase()}) * ${shortNumber(Number(number))})`,
  );
}

/** Replaces the safe-area variables by the device's values, because a browser tab has no safe areas. */
function convertSafeArea(value: string): string {
  return value.replace(
    /\b(?:env|constant)\(\s*(safe-area-inset-(?:top|right|bottom|left))\s*(?:,\s*([^()]*))?\)/gi,
    (_, name: string, otherwise: string | undefined) => `var(--wx-${name}, ${otherwise?.trim() || '0px'})`,
  );
}

/** Converts a declaration's value for the frame, and marks its rpx lengths. Strings and `url()` stay unchanged. */
export function convertValue(value: string): string {
  if (!/rpx|vh|vw|safe-area/i.test(value)) return value;
  return value
    .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\))/g)
    .map((part, index) => (index % 2 === 1 ? part : convertSafeArea(convertViewport(markRpx(part)))))
    .join('');
}
