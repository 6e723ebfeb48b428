/**
 * The modules that one process of a mini-program has run, independent of how they are resolved and compiled. Each runs
 * once per process and sees the process's own values of `wx`, `console` and timers; names that phones lack are
 * undefined.
 */
import { dirname, relative } from 'node:path';
import { type AbsentNames, absentNamesIn } from '../../program/absent-names';
import { assertShort } from '../../program/require-chain';
import { SCOPE, type Scope } from '../globals';
import { rootOf } from './root.cjs';

/** A module's `require`. */
export interface Require {
  (request: string): unknown;
  async?(request: string): Promise<unknown>;
}

interface Module {
  exports: unknown;
  readonly id: string;
  readonly filename: string;
  readonly path: string;
}

/** A compiled module's function. */
type Body = (
  this: unknown,
  module: Module,
  exports: unknown,
  require: Require,
  dirname: string,
  filename: string,
  jestObject: unknown,
) => void;

/** A compiled module: see body.cjs. */
export interface Compiled {
  readonly code: string;
  /** The module's function with the sandbox's globals. */
  readonly plain: Body;
  /** Creates the module's function for one process, in which `names` have these `values`. */
  inScope(names: readonly string[], values: readonly unknown[], hasLive: boolean): Body;
}

export interface Registry {
  /** The module, if it has run or is running. */
  find(path: string): { readonly exports: unknown } | undefined;
  /** Runs a module. @returns its exports. @throws the module's exception; then the module can be run again. */
  run(path: string, compiled: Compiled, require: Require): unknown;
  /** Forgets all modules. @param given The values of the names in `SCOPE`; undefined: the sandbox's globals. */
  reset(given?: Scope): void;
}

/** File → the absent names that occur in it. */
const absentNames = new Map<string, AbsentNames>();

function absentIn(path: string, code: string): AbsentNames {
  const known = absentNames.get(path);
  if (known !== undefined) return known;
  const found = absentNamesIn(code);
  absentNames.set(path, found);
  return found;
}

/** The path from the root of the mini-program. */
const nameOf = (path: string): string => relative(rootOf(dirname(path)) ?? '', path);

/** Creates an empty registry. @param jestObject The value of `jest` in modules. */
export function createRegistry(jestObject?: unknown): Registry {
  let modules = new Map<string, Module>();
  let scope: Scope | undefined;
  /** The modules that are running now, the outermost first. */
  let waiting: string[] = [];

  /** An object whose properties read and write the process's global object under these names. */
  function liveNames(names: readonly string[], global: object): object {
    const live = Object.create(null) as object;
    for (const name of names) {
      Object.defineProperty(live, name, {
        get: () => Reflect.get(global, name),
        set: (value) => void Reflect.set(global, name, value),
      });
    }
    return live;
  }

  function bodyInScope(path: string, compiled: Compiled, given: Scope): Body {
    const { global } = given;
    const absent = absentIn(path, compiled.code);
    const names = [...SCOPE, ...absent.read];
    const values = [
      ...SCOPE.map((name) => given[name]),
      ...absent.read.map((name): unknown => Reflect.get(global, name)),
    ];
    const isLive = absent.set.length > 0;
    return compiled.inScope(names, isLive ? [...values, liveNames(absent.set, global)] : values, isLive);
  }

  return {
    find: (path) => modules.get(path),
    run(path, compiled, require) {
      const owner = modules;
      const chain = waiting;
      assertShort(chain, path, nameOf);
      const module: Module = { exports: {}, id: path, filename: path, path: dirname(path) };
      owner.set(path, module);
      chain.push(path);
      try {
        const body = scope === undefined ? compiled.plain : bodyInScope(path, compiled, scope);
        // `this` matters only in scripts without strict mode; in others the compiler replaces it with undefined.
        const self = scope?.global ?? globalThis;
        body.call(self, module, module.exports, require, module.path, path, jestObject);
      } catch (error) {
        owner.delete(path);
        throw error;
      } finally {
        chain.pop();
      }
      return module.exports;
    },
    reset(given) {
      modules = new Map();
      waiting = [];
      scope = given;
    },
  };
}
