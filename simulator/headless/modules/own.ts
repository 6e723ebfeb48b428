/**
 * The mini-program's modules without Jest: in Vitest, and in Node without a runner, no module registry can be used.
 * Modules are resolved as in WeChat (resolve.cjs), compiled once (compile.ts), and run once per process. The same holds
 * for the packages that they use: on a phone those are part of the mini-program.
 */
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { compile } from './compile';
import { assertInside, missingModule } from './inside-program';
import { refuseJson } from './json-module';
import type { Modules } from './modules';
import { insteadOfNode } from './node-names';
import { createRegistry, type Registry, type Require } from './registry';
import { asFile, find } from './resolve.cjs';
import { mapStacks } from './source-maps';

/** File → the exports with which a test has replaced it. */
const substitutes = new Map<string, unknown>();
/** File → loads its replacement; a result of undefined removes the replacement. */
const loaders = new Map<string, () => Promise<unknown>>();

/** The modules that test files import while no process is running. */
const standalone = createRegistry();
let running: Registry | undefined;

/** Resolves a request. @throws Error that names the requesting file. */
function resolve(request: string, from: string): string {
  const folder = dirname(from);
  const found = request.startsWith('.')
    ? asFile(join(folder, request))
    : (find(request, folder) ?? (isAbsolute(request) ? asFile(request) : undefined));
  if (found !== undefined) return found;
  if (!request.startsWith('.') && !isAbsolute(request)) {
    try {
      return createRequire(from).resolve(request);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw missingModule(request, from);
}

function requireOf(from: string, registry: Registry): Require {
  const paths = new Map<string, string>();
  const require: Require = (request) => {
    let path = paths.get(request);
    if (path === undefined) {
      path =
        insteadOfNode(request, dirname(from), (name) => createRequire(from).resolve(name)) ??
        resolve(request, from);
      refuseJson(request, path);
      assertInside(request, dirname(from), path);
      paths.set(request, path);
    }
    return load(path, registry);
  };
  require.async = (request) => Promise.resolve().then(() => require(request));
  return require;
}

function load(path: string, registry: Registry): unknown {
  if (substitutes.has(path)) return substitutes.get(path);
  const known = registry.find(path);
  if (known !== undefined) return known.exports;
  return registry.run(path, compile(path), requireOf(path, registry));
}

/**
 * The exports of a mini-program's script for a test that imports it: those of the running process.
 * @param path Absolute.
 */
export function loadScript(path: string): unknown {
  mapStacks();
  return load(path, running ?? standalone);
}

/**
 * Replaces a module from the next process on.
 * @param loadIt Loads the replacement before each process. If it returns undefined, the module itself runs.
 */
export function substitute(path: string, loadIt: () => Promise<unknown>): void {
  loaders.set(path, loadIt);
}

export function createOwnModules(): Modules {
  mapStacks();
  const registry = createRegistry();
  return {
    run: (path) => void load(path, registry),
    async prepare() {
      for (const [path, loadIt] of loaders) {
        const exports = await loadIt();
        if (exports === undefined) substitutes.delete(path);
        else substitutes.set(path, exports);
      }
    },
    reset(scope) {
      registry.reset(scope);
      running = registry;
    },
    end() {
      if (running === registry) running = undefined;
    },
  };
}
