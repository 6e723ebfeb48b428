/** The entry `./vitest`: the Vitest plugin for mini-programs, `plugins: [miniprogram()]`. */
import { join } from 'node:path';
import { createPlugin, type MiniprogramPlugin } from '../simulator/vitest/plugin';

export type { MiniprogramPlugin };

/** Makes the Vitest plugin. It provides a DOM, and supports `vi.mock` and imports of the mini-program's scripts. */
export function miniprogram(): MiniprogramPlugin {
  return createPlugin({
    environment: join(__dirname, 'vitest-environment.mjs'),
    runtime: join(__dirname, 'vitest-runtime.mjs'),
    setup: join(__dirname, 'vitest-setup.mjs'),
  });
}

export default miniprogram;
