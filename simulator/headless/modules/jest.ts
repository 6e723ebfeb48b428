/**
 * The mini-program's modules in Jest. Each is compiled once per test file (`simulator/jest/transform.cjs`) and runs once per
 * process. Jest's registry would compile it for every process. It is used only to resolve requests.
 */
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { assertInside } from './inside-program';
import { refuseJson } from './json-module';
import type { Modules } from './modules';
import { insteadOfNode } from './node-names';
import { type Compiled, createRegistry, type Require } from './registry';
import { DOOR } from './settings';

/** Jest's data of a file: its `require`, and the paths of its requests so far ('': not found). */
interface Origin {
  readonly native: Require & { resolve(request: string): string };
  readonly paths: Map<string, string>;
}

/** What `simulator/jest/environment.cjs` puts into the sandbox. */
export interface Worker {
  /** Jest's `rootDir`. */
  readonly rootDir: string;
  readonly bodies: ReadonlyMap<string, Compiled>;
  readonly origins: Map<string, Origin>;
  readonly mocks: boolean;
  /** Is there anything in Jest's registry that the next process must not see? */
  stale: boolean;
  load: ((path: string, native: Origin['native']) => unknown) | undefined;
}

/** The door to Jest's worker; undefined in another test environment. */
export function worker(): Worker | undefined {
  const door = (globalThis as { [DOOR]?: Worker })[DOOR];
  return door?.bodies === undefined ? undefined : door;
}

function resolve({ native, paths }: Origin, request: string): string {
  let path = paths.get(request);
  if (path === undefined) {
    try {
      path = native.resolve(request);
    } catch {
      // Jest, asked for the module itself, says what is wrong.
      path = '';
    }
    paths.set(request, path);
  }
  return path;
}

/**
 * Makes the modules of the mini-program in `root`. A test that requires one of its files gets the module of the process
 * that runs.
 */
export function createJestModules(root: string, host: Worker): Modules {
  // Not the name of a real file: Jest would take that file for its own parent, and never come to the end of its ancestors.
  const ask = createRequire(join(root, '__stage__.js'));
  const registry = createRegistry(jest);

  /** While Jest loads a file for us, that file and what it needs are ours. */
  function through(native: Require, request: string): unknown {
    host.stale = true;
    const before = host.load;
    host.load = host.mocks ? undefined : load;
    try {
      return native(request);
    } finally {
      host.load = before;
    }
  }

  function requireOf(origin: Origin, folder: string): Require {
    return (request) => {
      const path =
        insteadOfNode(request, folder, (name) => origin.native.resolve(name)) ?? resolve(origin, request);
      refuseJson(request, path);
      if (path !== '') assertInside(request, folder, path);
      return host.origins.has(path)
        ? load(path)
        : through(origin.native, isBuiltin(request) ? path : request);
    };
  }

  function load(path: string, native?: Origin['native']): unknown {
    const known = registry.find(path);
    if (known !== undefined) return known.exports;
    if (native !== undefined) host.origins.set(path, { native, paths: new Map() });
    const compiled = host.bodies.get(path);
    const origin = host.origins.get(path);
    // Jest, asked for a module of ours that it has not met, comes back with its `require`.
    if (compiled === undefined || origin === undefined || host.mocks) return through(ask, path);
    return registry.run(path, compiled, requireOf(origin, dirname(path)));
  }

  return {
    run: (path) => void load(path),
    reset(scope) {
      registry.reset(scope);
      host.load = host.mocks ? undefined : load;
      if (host.stale || host.mocks) jest.resetModules();
      host.stale = false;
    },
    end() {
      if (host.load === load) host.load = undefined;
    },
  };
}
