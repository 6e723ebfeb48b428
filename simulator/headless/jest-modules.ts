/**
 * The mini-program's modules in Jest. Each is compiled once a test file (`simulator/jest/transform.cjs`) and run once a
 * process. Jest's registry would compile it for every process; it is asked only for what it alone knows.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type AbsentNames, absentNamesIn } from '../absent-names';
import { SCOPE, type Scope } from './globals';

/** Runs the mini-program's own files. */
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

type Require = (request: string) => unknown;

interface Module {
  readonly exports: unknown;
  readonly id: string;
  readonly filename: string;
  readonly path: string;
}

/** A compiled module. */
type Body = (
  this: unknown,
  module: Module,
  exports: unknown,
  require: Require,
  dirname: string,
  filename: string,
  jestObject: unknown,
) => void;

/** A module that has been compiled. */
interface Compiled {
  readonly code: string;
  /** Makes its body for one process: it sees these values under the names. */
  inScope(names: readonly string[], values: readonly unknown[], hasLive: boolean): Body;
}

/** What Jest knows of a file: its `require`, and where its requests led so far (to nothing: ''). */
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

/** The door to the worker; undefined in another test environment. */
export function worker(): Worker | undefined {
  return (globalThis as { [key: symbol]: Worker | undefined })[Symbol.for('miniprogram.worker')];
}

/** By file: which names it may mean that a phone does not have. */
const absentNames = new Map<string, AbsentNames>();

function absentIn(path: string, code: string): AbsentNames {
  const known = absentNames.get(path);
  if (known !== undefined) return known;
  const found = absentNamesIn(code);
  absentNames.set(path, found);
  return found;
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
  let running = new Map<string, Module>();
  let scope: readonly unknown[] = [];
  let global: object = globalThis;
  /** What the process itself has set under a name that a phone does not have. */
  let own = (_name: string): unknown => undefined;
  let put = (_name: string, _value: unknown): void => {};

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

  function requireOf(origin: Origin): Require {
    return (request) => {
      const path = resolve(origin, request);
      return host.origins.has(path) ? load(path) : through(origin.native, request);
    };
  }

  /** An object whose properties are what the process's global object has under these names. */
  function liveNames(names: readonly string[]): object {
    const live = Object.create(null) as object;
    for (const name of names)
      Object.defineProperty(live, name, { get: () => own(name), set: (value) => put(name, value) });
    return live;
  }

  function load(path: string, native?: Origin['native']): unknown {
    const known = running.get(path);
    if (known !== undefined) return known.exports;
    if (native !== undefined) host.origins.set(path, { native, paths: new Map() });
    const compiled = host.bodies.get(path);
    const origin = host.origins.get(path);
    // Jest, asked for a module of ours that it has not met, comes back with its `require`.
    if (compiled === undefined || origin === undefined || host.mocks) return through(ask, path);
    const module = { exports: {}, id: path, filename: path, path: dirname(path) };
    running.set(path, module);
    try {
      const absent = absentIn(path, compiled.code);
      const names = [...SCOPE, ...absent.read];
      const values = [...scope, ...absent.read.map(own)];
      const isLive = absent.set.length > 0;
      const body = compiled.inScope(names, isLive ? [...values, liveNames(absent.set)] : values, isLive);
      // `this` counts in a script that is not strict; in the others the compiler writes undefined for it.
      body.call(global, module, module.exports, requireOf(origin), module.path, path, jest);
    } catch (error) {
      running.delete(path);
      throw error;
    }
    return module.exports;
  }

  return {
    run: (path) => void load(path),
    reset(given: Scope) {
      running = new Map();
      scope = SCOPE.map((name) => given[name]);
      global = given.global;
      own = (name) => Reflect.get(given.global, name);
      put = (name, value) => void Reflect.set(given.global, name, value);
      host.load = host.mocks ? undefined : load;
      if (host.stale || host.mocks) jest.resetModules();
      host.stale = false;
    },
    end() {
      if (host.load === load) host.load = undefined;
    },
  };
}
