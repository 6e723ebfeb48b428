/**
 * All that Jest needs to run mini-programs on the simulated phone: `preset: './path/to/simulator/jest/preset.cjs'`.
 * Install jest, jest-fixed-jsdom, @swc/core, @swc/jest, miniprogram-simulate and postcss-selector-parser.
 */
const { join } = require('node:path');
const { OUTSIDE } = require('./outside.cjs');

module.exports = {
  testEnvironment: join(__dirname, 'environment.cjs'),
  resolver: join(__dirname, 'resolver.cjs'),
  transform: { '^.+\\.(ts|mts|js|mjs)$': join(__dirname, 'transform.cjs') },
  // Packages with a mini-program's code are published as WeChat takes them, often as ES modules.
  // Where packages lie in each other (pnpm), the innermost counts.
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!.*miniprogram|(?:${OUTSIDE})/)`],
  // The first test of a file loads all that it needs: on a busy laptop that takes longer than Jest's 5 s.
  testTimeout: 30_000,
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json'],
};
