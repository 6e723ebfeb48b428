/** `npm run test:es5`: all laws and flows on the mini-program as DevTools compiles it for old phones. See test/es5/. */
import config, { es5 } from './jest.config.mjs';

export default {
  ...config,
  // Here each callback of a promise needs a timer, so the tests are slow.
  testTimeout: 120_000,
  projects: [
    { ...es5, testMatch: ['<rootDir>/test/laws/**/*.test.ts', '<rootDir>/test/flows/**/*.test.ts'] },
  ],
};
