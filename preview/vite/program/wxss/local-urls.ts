/**
 * Removes URLs of package files from `url()`. WeChat loads neither pictures nor fonts of the package from style sheets.
 */

const URL_FUNCTION = /\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*?))\s*\)/gi;

/** A URL that browsers never request. The text is that of WeChat's `wcsc`. */
const UNLOADED_URL = 'url("about:invalid#do-not-use-local-path")';

/** Whether the URL is not a file of the package. `wcsc` accepts these schemes only in lower case. */
const isOutsidePackage = (address: string): boolean => /^(https?:)?\/\/|^data:/.test(address);

/** Replaces the local URLs in a value. `found` is called with each of them. */
export function withoutLocalUrls(value: string, found: (address: string) => void): string {
  return value.replace(URL_FUNCTION, (whole, double?: string, single?: string, bare?: string) => {
    const address = double ?? single ?? bare ?? '';
    if (isOutsidePackage(address)) return whole;
    found(address);
    return UNLOADED_URL;
  });
}

/** The message for a local URL: the reason why it is not loaded, and the alternative. */
export const localUrlMessage = (address: string): string =>
  `url(${address}) is not loaded: WeChat loads no file of the package from a style. ` +
  'Write an https address or a data: URL, or use <image>';
