/** `npm run test:vitest`: runs the headless tests in Vitest, from the sources. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { createPlugin } from '../../simulator/vitest/plugin';

process.env.TZ = 'Asia/Shanghai';

const root = path.resolve(import.meta.dirname, '../..');
const of = (file: string) => path.join(root, 'simulator/vitest', file);

export default defineConfig({
  root,
  plugins: [
    createPlugin({ environment: of('environment.ts'), runtime: of('runtime.ts'), setup: of('setup.mjs') }),
  ],
  // A project's config imports the package by name; here the name points to the sources.
  resolve: { alias: { 'miniprogram-phone': path.join(root, 'package/index.ts') } },
  test: {
    globals: true,
    include: ['test/headless/**/*.test.ts'],
    // Vitest has no `jest.mock`, no `jest.requireActual`, and no spies on modules that `require` returns.
    exclude: ['test/headless/mocked-modules.test.ts'],
    testNamePattern: /^(?!.*\(Jest\))/,
    setupFiles: [path.join(import.meta.dirname, 'setup.ts'), path.join(root, 'test/setup/console-guard.ts')],
    snapshotSerializers: ['miniprogram-simulate/jest-snapshot-plugin'],
  },
});
