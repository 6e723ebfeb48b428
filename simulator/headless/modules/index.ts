/** Runs the mini-program's own code: through Jest if it is the test runner, else with this project's own loader. */
import { createJestModules, worker } from './jest';
import type { Modules } from './modules';
import { createOwnModules } from './own';

export function createModules(root: string): Modules {
  const host = typeof jest === 'object' ? worker() : undefined;
  return host === undefined ? createOwnModules() : createJestModules(root, host);
}
