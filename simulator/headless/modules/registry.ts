/**
 * The modules of one mini-program that have run since its process began, whatever compiles and finds them. Each runs once
 * a process and sees the process's own names: `wx`, `console`, timers; names that a phone does not have are undefined.
 */
import { dirname, relative } from 'node:path';
import { type AbsentNames, absentNamesIn } from '../../absent-names';
import { assertShort } from '../../require-chain';
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
export type Body = (
  this: unknown,
  module: Module,
  exports: unknown,
  require: Require,
  dirname: string,
  filename: string,
  jestObject: unknown,
) => void;

/** A module that has been compiled: see body.cjs. */
export interface Compiled {
  readonly code: string;
  /** Its body with the sandbox's own names. */
  readonly plain: Body;
  /** Makes its body for one process: it sees these values under the names. */
  inScope(names: readonly string[], values: readonly unknown[], hasLive: boolean): Body;
}

export interface Registry {
  /** The exports of a module that has run or is running; undefined: neither. */
  find(path: string): { readonly exports: unknown } | undefined;
  /** Runs a module. @returns its exports. @throws what it throws; it can be run again then. */
  run(path: string, compiled: Compiled, require: Require): unknown;
  /** Nothing has run any more. @param given what modules see; undefined: the sandbox's names. */
  reset(given?: Scope): void;
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

/** From the root of its mini-program. */
const nameOf = (path: string): string => relative(rootOf(dirname(path)) ?? '', path);

/** Makes an empty one. @param jestObject What modules find under the name `jest`. */
export function createRegistry(jestObject?: unknown): Registry {
  let modules = new Map<string, Module>();
  let scope: Scope | undefined;
  /** Modules that are being run, the outermost first. */
  let waiting: string[] = [];

  /** An object whose properties are what the process's global object has under these names. */
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
        // `this` counts in a script that is not strict; in the others the compiler writes undefined for it.
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
