/** The entries of the npm package `miniprogram-phone`: import paths, and their source files in this repository. */

/** Name of an entry → source file. */
export const ENTRIES: Readonly<Record<string, string>> = {
  index: 'package/index.ts',
  headless: 'package/headless.ts',
  wechat: 'package/wechat.ts',
  simulate: 'package/simulate.ts',
  vitest: 'package/vitest.ts',
  preview: 'package/preview.ts',
};

/** Files that `bin.js` and Vitest's workers load by path: name → source file. */
export const PARTS: Readonly<Record<string, string>> = {
  main: 'package/main.ts',
  'vitest-environment': 'simulator/vitest/environment.ts',
  'vitest-runtime': 'simulator/vitest/runtime.ts',
};

/** The subpath of an entry in `exports`; `index` is `.`. */
export const subpathOf = (entry: string): string => (entry === 'index' ? '.' : `./${entry}`);
