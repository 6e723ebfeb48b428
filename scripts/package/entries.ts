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

/** What is loaded by its path: by `bin.js`, by Vitest's workers. */
export const PARTS: Readonly<Record<string, string>> = {
  main: 'package/main.ts',
  'vitest-environment': 'simulator/vitest/environment.ts',
  'vitest-runtime': 'simulator/vitest/runtime.ts',
};

/** `index` is the package itself, `.`. */
export const subpathOf = (entry: string): string => (entry === 'index' ? '.' : `./${entry}`);
