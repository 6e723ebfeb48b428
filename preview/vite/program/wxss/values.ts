/** Units and environment variables of WXSS, in values. In at-rules WeChat converts none. */
import { markRpx } from './rpx';

/** A number as short as it can be written. */
const shortNumber = (value: number): string => String(Number(value.toFixed(6)));

/** In WeChat 100vh is the page's window, without the bars; here the viewport is the whole screen. */
function convertVh(value: string): string {
  return value.replace(
    /(^|[^\w.#-])([+-]?(?:\d+\.?\d*|\.\d+))vh\b/gi,
    (_, before: string, number: string) =>
      `${before}calc(var(--wx-vh, 1vh) * ${shortNumber(Number(number))})`,
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
  if (!/rpx|vh|safe-area/i.test(value)) return value;
  return value
    .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\))/g)
    .map((part, index) => (index % 2 === 1 ? part : convertSafeArea(convertVh(markRpx(part)))))
    .join('');
}
