/** What the package needs of others. */

/** What is installed with it. Versions are those that this repository is tested with. */
export const DEPENDENCIES = [
  '@noble/ciphers',
  '@noble/hashes',
  '@swc/core',
  '@swc/jest',
  'esbuild',
  'glass-easel-template-compiler',
  'jest-environment-jsdom',
  'jest-fixed-jsdom',
  'jsdom',
  'launch-editor',
  'pixelmatch',
  'pngjs',
  'postcss',
  'postcss-selector-parser',
  'uqr',
  'valibot',
  'vite',
];

/** Brought along by the project that uses it. */
export const PEERS = { jest: '>=30', msw: '^2.15.0', 'playwright-core': '>=1.50', vitest: '>=4' };
/** Peers that a project may do without: playwright-core is for pictures only. */
export const OPTIONAL = ['jest', 'playwright-core', 'vitest'];
