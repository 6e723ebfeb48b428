/** Runs the mini-program's own code: Jest's `require` and registry where there is Jest, Node's elsewhere. */
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { createJestModules, type Modules, worker } from './jest-modules';

export type { Modules } from './jest-modules';

/** Makes the modules of the mini-program in `root`. */
export function createModules(root: string): Modules {
  const host = typeof jest === 'object' ? worker() : undefined;
  if (host !== undefined) return createJestModules(root, host);
  // Not the name of a real file: Jest would take that file for its own parent, and never come to the end of its ancestors.
  const load = createRequire(join(root, '__stage__.js'));
  return {
    run(path) {
      load(path);
    },
    reset() {
      if (typeof jest === 'object') {
        jest.resetModules();
        return;
      }
      for (const path of Object.keys(load.cache)) {
        if (path.startsWith(root + sep)) delete load.cache[path];
      }
    },
  };
}
