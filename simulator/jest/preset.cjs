/**
 * All that Jest needs to run mini-programs on the simulated phone: `preset: './path/to/simulator/jest/preset.cjs'`.
 * Install jest, jest-fixed-jsdom, @swc/core, @swc/jest, miniprogram-simulate and postcss-selector-parser.
 */
const { join } = require('node:path');

module.exports = {
  testEnvironment: require.resolve('jest-fixed-jsdom'),
  resolver: join(__dirname, 'resolver.cjs'),
  transform: { '^.+\\.(ts|mts|js|mjs)$': join(__dirname, 'transform.cjs') },
  // Packages with a mini-program's code are published as WeChat takes them, often as ES modules; so are parts of MSW.
  transformIgnorePatterns: ['/node_modules/(?!.*miniprogram|(?:rettime|until-async|@open-draft)/)'],
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json'],
};
