/** Runs the mini-program's own code: Jest's `require` and registry where there is Jest, Node's elsewhere. */
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import type { Scope } from './globals';
import { createJestModules, worker } from './jest-modules';

export interface Modules {
  /** Runs a file, unless it has run since the last `reset`. `path` is absolute. */
  run(path: string): void;
  /**
   * From now on every file runs afresh: a new process.
   * @param scope What its modules see under these names. Modules that run in another way see the sandbox's globals.
   */
  reset(scope: Scope): void;
  /** The last process has ended, and no other will begin. */
  end?(): void;
}

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
