/** The doors of the npm package `miniprogram-phone`: what a stranger can import, and the file here that it is. */

/** Subpath → source. A new door is a line here. */
export const ENTRIES: Readonly<Record<string, string>> = {
  index: 'package/index.ts',
  headless: 'package/headless.ts',
  wechat: 'package/wechat.ts',
  simulate: 'package/simulate.ts',
  vitest: 'package/vitest.ts',
  preview: 'package/preview.ts',
};

/** What a terminal runs. It is no door: nothing imports it. */
export const BIN = 'package/bin.ts';

/** `index` is the package itself, `.`. */
export const subpathOf = (entry: string): string => (entry === 'index' ? '.' : `./${entry}`);
