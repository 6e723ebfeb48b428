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
  test: {
    globals: true,
    include: ['test/headless/**/*.test.ts'],
    setupFiles: [path.join(import.meta.dirname, 'setup.ts'), path.join(root, 'test/setup/console-guard.ts')],
    snapshotSerializers: ['miniprogram-simulate/jest-snapshot-plugin'],
  },
});
