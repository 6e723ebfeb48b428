/** Runs the mini-program's own code: through Jest where there is Jest, by a loader of our own elsewhere. */
import { createJestModules, worker } from './jest';
import type { Modules } from './modules';
import { createOwnModules } from './own';

export type { Modules } from './modules';

/** Makes the modules of the mini-program in `root`. */
export function createModules(root: string): Modules {
  const host = typeof jest === 'object' ? worker() : undefined;
  return host === undefined ? createOwnModules() : createJestModules(root, host);
}
