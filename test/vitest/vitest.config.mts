/** `npm run test:vitest`: the headless tests once more, in Vitest, from the sources. */
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
  // What a config of a project imports: here it is in the repository.
  resolve: { alias: { 'miniprogram-phone': path.join(root, 'package/index.ts') } },
  test: {
    globals: true,
    include: ['test/headless/**/*.test.ts'],
    // Functions of Jest itself: `jest.mock`, `jest.requireActual`, and spies on what `require` gives.
    exclude: ['test/headless/mocked-modules.test.ts'],
    testNamePattern: /^(?!.*\(Jest\))/,
    setupFiles: [path.join(import.meta.dirname, 'setup.ts'), path.join(root, 'test/setup/console-guard.ts')],
    snapshotSerializers: ['miniprogram-simulate/jest-snapshot-plugin'],
  },
});
