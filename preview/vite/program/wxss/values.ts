/** Units and environment variables of WXSS, in values. In at-rules WeChat converts none. */
import { markRpx } from './rpx';

/** A number as short as it can be written. */
const shortNumber = (value: number): string => String(Number(value.toFixed(6)));

/**
 * In WeChat 100vh is the page's window, without the bars, and 100vw the screen; here the viewport is the browser's
 * window, which may be larger.
 */
function convertViewport(value: string): string {
  return value.replace(
    /(^|[^\w.#-])([+-]?(?:\d+\.?\d*|\.\d+))(vh|vw)\b/gi,
    (_, before: string, number: string, unit: string) =>
      `${before}calc(var(--wx-${unit.toLowerCase()}, 1${unit.toLowerCase()}) * ${shortNumber(Number(number))})`,
  );
}

/** A browser tab has no notch: the frame says how large the safe areas of its device are. */
function convertSafeArea(value: string): string {
  return value.replace(
    /\b(?:env|constant)\(\s*(safe-area-inset-(?:top|right|bottom|left))\s*(?:,\s*([^()]*))?\)/gi,
    (_, name: string, otherwise: string | undefined) => `var(--wx-${name}, ${otherwise?.trim() || '0px'})`,
  );
}

/** A declaration's value as the frame understands it, its rpx marked. Strings and `url()` stay as they are. */
export function convertValue(value: string): string {
  if (!/rpx|vh|vw|safe-area/i.test(value)) return value;
  return value
    .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\))/g)
    .map((part, index) => (index % 2 === 1 ? part : convertSafeArea(convertViewport(markRpx(part)))))
    .join('');
}
