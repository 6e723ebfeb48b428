/** `npm run test:package`: a separate run, because it installs from a registry. */
import { fileURLToPath } from 'node:url';

export default {
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/install/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/test/install/projects'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  testTimeout: 900_000,
  // Prints at the end which tests the machine could not run.
  reporters: ['default', '<rootDir>/test/setup/skipped.cjs'],
};
