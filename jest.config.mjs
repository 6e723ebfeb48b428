/** The Jest projects: phone, es5 and stages need a DOM; browser needs Chromium; node needs neither. */
import { availableParallelism } from 'node:os';
import phone from './simulator/jest/preset.cjs';

process.env.TZ = 'Asia/Shanghai';

const transform = {
  '^.+\\.(ts|mts|js|mjs)$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    },
  ],
};

const shared = {
  transform,
  // The module that a project's phone.config.ts imports: in this repository it is a source file.
  moduleNameMapper: { '^miniprogram-phone$': '<rootDir>/package/index.ts' },
  // Packages that are published as ES modules only: marked, pixelmatch, and dependencies of MSW.
  transformIgnorePatterns: ['/node_modules/(?!(rettime|until-async|@open-draft|pixelmatch|marked)/)'],
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json'],
  // Packages that this repository builds: otherwise Jest would find their modules by name.
  modulePathIgnorePatterns: [
    '<rootDir>/dist/npm',
    '<rootDir>/dist/package',
    '<rootDir>/test/install/projects',
  ],
  setupFilesAfterEnv: ['<rootDir>/test/setup/console-guard.ts'],
};

/**
 * The mini-program as DevTools compiles it for old phones: here with some of the laws and flows, with `npm run
 * test:es5` with all.
 */
export const es5 = {
  ...shared,
  displayName: 'es5',
  testEnvironment: phone.testEnvironment,
  resolver: phone.resolver,
  transform: { '^.+\\.(ts|mts|js|mjs)$': '<rootDir>/test/es5/transform.cjs' },
  transformIgnorePatterns: phone.transformIgnorePatterns,
  setupFiles: ['<rootDir>/test/es5/promise.cjs'],
  testMatch: [
    '<rootDir>/test/es5/**/*.test.ts',
    '<rootDir>/test/laws/slow-check.test.ts',
    '<rootDir>/test/laws/replaced-tap.test.ts',
    '<rootDir>/test/flows/get-user-profile.test.ts',
  ],
  snapshotSerializers: ['miniprogram-simulate/jest-snapshot-plugin'],
};

export default {
  // At the end, it lists the tests that this machine could not run.
  reporters: ['default', '<rootDir>/test/setup/skipped.cjs'],
  // Browser tests often wait for Chromium: with one worker more than cores, two cores need 151 s instead of 174 s.
  maxWorkers: availableParallelism() + 1,
  // Jest reads this option only here, not in a project.
  testTimeout: phone.testTimeout,
  projects: [
    {
      ...shared,
      displayName: 'phone',
      // A DOM, Node's fetch, and libraries that each worker loads only once: see simulator/README.md.
      testEnvironment: phone.testEnvironment,
      // Module resolution as in WeChat, and `require.async`: see simulator/README.md.
      resolver: phone.resolver,
      transform: phone.transform,
      transformIgnorePatterns: phone.transformIgnorePatterns,
      testMatch: [
        '<rootDir>/test/flows/**/*.test.ts',
        '<rootDir>/test/laws/**/*.test.ts',
        '<rootDir>/test/conformance/**/*.test.ts',
        '<rootDir>/test/headless/**/*.test.ts',
        '<rootDir>/test/histories/**/*.test.ts',
        '<rootDir>/test/package/**/*.test.ts',
        '<rootDir>/test/faults/**/*.test.ts',
      ],
      snapshotSerializers: ['miniprogram-simulate/jest-snapshot-plugin'],
    },
    es5,
    {
      ...shared,
      displayName: 'stages',
      // One suite for both stages: test/stages/README.md.
      testEnvironment: phone.testEnvironment,
      resolver: phone.resolver,
      transform: phone.transform,
      transformIgnorePatterns: phone.transformIgnorePatterns,
      moduleNameMapper: {
        '^miniprogram-phone$': '<rootDir>/package/index.ts',
        '\\.css$': '<rootDir>/test/stages/support/no-style.cjs',
        '^esbuild$': '<rootDir>/test/stages/support/esbuild.cjs',
        '^glass-easel-template-compiler$': '<rootDir>/test/stages/support/template-compiler.cjs',
      },
      testMatch: ['<rootDir>/test/stages/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'browser',
      // One Chromium and one Vite process for all browser tests: test/support/workshop.ts.
      globalSetup: '<rootDir>/test/setup/open-workshop.ts',
      globalTeardown: '<rootDir>/test/setup/close-workshop.ts',
      testEnvironment: '<rootDir>/test/setup/browser-environment.cjs',
      moduleNameMapper: {
        ...shared.moduleNameMapper,
        '^playwright-core$': '<rootDir>/test/setup/playwright.cjs',
      },
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/test/mock-server/**/*.test.ts',
        '<rootDir>/test/load/**/*.test.ts',
        '<rootDir>/test/simulator/**/*.test.ts',
        '<rootDir>/test/project/**/*.test.ts',
        '<rootDir>/test/judge/**/*.test.ts',
        '<rootDir>/test/sources/**/*.test.ts',
      ],
    },
  ],
};
