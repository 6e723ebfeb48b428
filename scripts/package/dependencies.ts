/** Dependencies of the package. */

/** Dependencies that are installed with the package, in the versions of this repository. */
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

/** Peer dependencies, which the user's project installs. */
export const PEERS = { jest: '>=30', msw: '^2.15.0', 'playwright-core': '>=1.50', vitest: '>=4' };
/** Optional peers: a project needs one of the test runners, and playwright-core only for screenshots. */
export const OPTIONAL = ['jest', 'playwright-core', 'vitest'];
