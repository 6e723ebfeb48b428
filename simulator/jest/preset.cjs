/** All that Jest needs to run mini-programs on the simulated phone: `preset: 'miniprogram-phone'`. */
const { join } = require('node:path');
const { OUTSIDE } = require('./outside.cjs');

module.exports = {
  testEnvironment: join(__dirname, 'environment.cjs'),
  resolver: join(__dirname, 'resolver.cjs'),
  transform: { '^.+\\.(ts|mts|js|mjs)$': join(__dirname, 'transform.cjs') },
  // Packages with a mini-program's code are published as WeChat takes them, often as ES modules.
  // Where packages lie in each other (pnpm), the innermost counts.
  transformIgnorePatterns: [
    `/node_modules/(?!.*/node_modules/)(?:miniprogram-phone/|(?!.*miniprogram|(?:${OUTSIDE})/))`,
  ],
  // The first test of a file loads all that it needs: on a busy laptop that takes longer than Jest's 5 s.
  testTimeout: 30_000,
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json'],
};
