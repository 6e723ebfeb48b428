/** What `vitest.config.ts` needs for mini-programs: `plugins: [miniprogram()]`. */
import { join } from 'node:path';
import { createPlugin, type MiniprogramPlugin } from '../simulator/vitest/plugin';

export type { MiniprogramPlugin };

/** Vitest's plugin for mini-programs: a DOM, and what `vi.mock` and imports of scripts need. */
export function miniprogram(): MiniprogramPlugin {
  return createPlugin({
    environment: join(__dirname, 'vitest-environment.mjs'),
    runtime: join(__dirname, 'vitest-runtime.mjs'),
    setup: join(__dirname, 'vitest-setup.mjs'),
  });
}

export default miniprogram;
