/** Files of the package in `url()`: WeChat does not load them from styles, neither pictures nor fonts. */

const ADDRESS = /\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*?))\s*\)/gi;

/** What a browser takes for an address that it never asks for. The words are those that WeChat's `wcsc` writes. */
const NOWHERE = 'url("about:invalid#do-not-use-local-path")';

/** `wcsc` knows these in lower case only. */
const isElsewhere = (address: string): boolean => /^(https?:)?\/\/|^data:/.test(address);

/** Takes the local addresses out of a value; `found` is called with each of them. */
export function withoutLocalUrls(value: string, found: (address: string) => void): string {
  return value.replace(ADDRESS, (whole, double?: string, single?: string, bare?: string) => {
    const address = double ?? single ?? bare ?? '';
    if (isElsewhere(address)) return whole;
    found(address);
    return NOWHERE;
  });
}

/** Why a local address shows nothing, and what to write instead. */
export const localUrlMessage = (address: string): string =>
  `url(${address}) is not loaded: WeChat takes no file of the package from a style. ` +
  'Write an https address or a data: URL, or use <image>';
