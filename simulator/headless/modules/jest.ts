/**
 * The mini-program's modules in Jest. Each module is compiled once per test file (`simulator/jest/transform.cjs`) and
 * runs once per process. Jest's own registry is used only to resolve requests, because it would compile a module again
 * for every process.
 */
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { assertInside, missingModule } from './inside-program';
import { refuseJson } from './json-module';
import type { Modules } from './modules';
import { insteadOfNode } from './node-names';
import { type Compiled, createRegistry, type Require } from './registry';
import { SETTINGS_KEY } from './settings';

/** Jest's data of a file: its `require`, and the resolved paths of its requests so far ('': not found). */
interface Origin {
  readonly native: Require & { resolve(request: string): string };
  readonly paths: Map<string, string>;
}

/** The object that `simulator/jest/environment.cjs` puts into the sandbox. */
interface Worker {
  /** Jest's `rootDir`. */
  readonly rootDir: string;
  readonly bodies: ReadonlyMap<string, Compiled>;
  readonly origins: Map<string, Origin>;
  readonly mocks: boolean;
  /** Does Jest's registry contain a module that the next process must not see? */
  stale: boolean;
  load: ((path: string, native: Origin['native']) => unknown) | undefined;
}

/** The interface to Jest's worker; undefined in another test environment. */
export function worker(): Worker | undefined {
  const found = (globalThis as { [SETTINGS_KEY]?: Worker })[SETTINGS_KEY];
  return found?.bodies === undefined ? undefined : found;
}

function resolve({ native, paths }: Origin, request: string): string {
  let path = paths.get(request);
  if (path === undefined) {
    try {
      path = native.resolve(request);
    } catch {
      // The empty path lets Jest load the request, and Jest's error explains the problem.
      path = '';
    }
    paths.set(request, path);
  }
  return path;
}

/**
 * Creates the modules of the mini-program in `root`. A test that requires one of its files gets the module of the running
 * process.
 */
export function createJestModules(root: string, host: Worker): Modules {
  // A file name that does not exist: with a real one, Jest would treat that file as its own parent and search its
  // ancestors endlessly.
  const ask = createRequire(join(root, '__stage__.js'));
  const registry = createRegistry(jest);

  /** Lets Jest load a file. Meanwhile, this loader handles the requests of that file. */
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

  /** @param from The requiring script, absolute. */
  function requireOf(origin: Origin, from: string): Require {
    const folder = dirname(from);
    return (request) => {
      const path =
        insteadOfNode(request, folder, (name) => origin.native.resolve(name)) ?? resolve(origin, request);
      refuseJson(request, path);
      if (path !== '') assertInside(request, folder, path);
      if (host.origins.has(path)) return load(path);
      try {
        return through(origin.native, isBuiltin(request) ? path : request);
      } catch (error) {
        const { message } = (error ?? {}) as { message?: unknown };
        const isMissing = path === '' && String(message).startsWith(`Cannot find module '${request}'`);
        if (isMissing) throw missingModule(request, from);
        throw error;
      }
    };
  }

  function load(path: string, native?: Origin['native']): unknown {
    const known = registry.find(path);
    if (known !== undefined) return known.exports;
    if (native !== undefined) host.origins.set(path, { native, paths: new Map() });
    const compiled = host.bodies.get(path);
    const origin = host.origins.get(path);
    // Without compiled code or origin, Jest loads the module first, and then calls `load` with its `require`.
    if (compiled === undefined || origin === undefined || host.mocks) return through(ask, path);
    return registry.run(path, compiled, requireOf(origin, path));
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
