/**
 * Detects whether the mini-program reads the theme. If it does not, it looks the same after a change of the theme as
 * after a start in that theme.
 */
import type { Phone } from '../../../simulator/types';

type Info = Readonly<Record<string, unknown>>;
type Call = (...args: unknown[]) => unknown;
type Callbacks = Readonly<Record<string, unknown>>;

/** The APIs that return the theme, or pass it to `success` and `complete`. */
const APIS = ['getAppBaseInfo', 'getSystemInfo', 'getSystemInfoAsync', 'getSystemInfoSync'];

const isInfo = (value: unknown): value is Info => typeof value === 'object' && value !== null;

/**
 * Watches the results of these APIs. A call alone is not a read of the theme, because most mini-programs use other
 * values of the result.
 * @returns a function: whether the mini-program has read the theme
 */
export function watchThemeReads(phone: Pick<Phone, 'onWx'>): () => boolean {
  let isRead = false;
  const watched = (info: unknown): unknown => {
    if (!isInfo(info) || !('theme' in info)) return info;
    const { theme } = info;
    const get = () => {
      isRead = true;
      return theme;
    };
    return Object.defineProperty({ ...info }, 'theme', { get, enumerable: true, configurable: true });
  };
  /** Wraps the callbacks, so that they get a watched result. */
  const watchedCallbacks = (option: Callbacks): Callbacks => {
    const watch = (name: string) => {
      const callback = option[name];
      return typeof callback === 'function' ? { [name]: (info: unknown) => callback(watched(info)) } : {};
    };
    return { ...option, ...watch('success'), ...watch('complete') };
  };
  phone.onWx((wx) => {
    const apis = wx as unknown as Record<string, Call | undefined>;
    for (const name of APIS) {
      const original = apis[name];
      if (original === undefined) continue;
      apis[name] = (option, ...rest) => {
        const result = original(isInfo(option) ? watchedCallbacks(option) : option, ...rest);
        return result instanceof Promise ? result.then(watched) : watched(result);
      };
    }
  });
  return () => isRead;
}
