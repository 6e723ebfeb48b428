/** The complete Jest configuration for mini-programs on the simulated phone: `preset: 'miniprogram-phone'`. */
const { join } = require('node:path');
const { OUTSIDE } = require('./outside.cjs');

module.exports = {
  testEnvironment: join(__dirname, 'environment.cjs'),
  resolver: join(__dirname, 'resolver.cjs'),
  transform: { '^.+\\.(ts|mts|js|mjs)$': join(__dirname, 'transform.cjs') },
  // Transform packages with a mini-program's code: they are often published as ES modules.
  // For nested packages (pnpm), only the innermost package in the path counts.
  transformIgnorePatterns: [
    `/node_modules/(?!.*/node_modules/)(?:miniprogram-phone/|(?!.*miniprogram|(?:${OUTSIDE})/))`,
  ],
  // The first test of a file also loads all modules: on a busy computer this takes longer than Jest's default of 5 s.
  testTimeout: 30_000,
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json'],
};
