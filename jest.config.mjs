/** Two projects in one run: everything that needs a DOM (the simulated phone), and everything that does not. */
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
  // What a config of a project imports: here it is in the repository.
  moduleNameMapper: { '^miniprogram-phone$': '<rootDir>/package/index.ts' },
  // marked, pixelmatch, and MSW's dependencies, that are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(rettime|until-async|@open-draft|pixelmatch|marked)/)'],
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json'],
  // Packages made of the sources here: Jest would find their modules by name.
  modulePathIgnorePatterns: [
    '<rootDir>/dist/npm',
    '<rootDir>/dist/package',
    '<rootDir>/test/install/projects',
  ],
  setupFilesAfterEnv: ['<rootDir>/test/setup/console-guard.ts'],
};

/** The mini-program as DevTools compiles it for old phones: some laws and flows here, all with `npm run test:es5`. */
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
  // What this machine could not run is said at the end.
  reporters: ['default', '<rootDir>/test/setup/skipped.cjs'],
  // Jest keeps one core for itself; on two, that would leave the browser tests to run one after the other.
  maxWorkers: '100%',
  // Jest takes it from here only, not from a project.
  testTimeout: phone.testTimeout,
  projects: [
    {
      ...shared,
      displayName: 'phone',
      // A DOM, Node's fetch, and libraries that are loaded once a worker: see simulator/README.md.
      testEnvironment: phone.testEnvironment,
      // How WeChat finds modules, and `require.async`: see simulator/README.md.
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
      // One Chromium and one Vite for all of them: test/support/workshop.ts.
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
