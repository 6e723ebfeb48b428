/** Runs the scripts of a mini-program: each once, in its own scope, as CommonJS modules. */

import { isAbsent } from '../../../simulator/absent-names';
import { LANGUAGE } from '../../../simulator/language';
import { createProcessGlobal } from '../../../simulator/process-global';
import { assertShort } from '../../../simulator/require-chain';
import { routeNames } from '../../../simulator/wx-names';
import { type ProvidedGlobal, providedGlobals } from '../../vite/program/script-globals';
import type { Scripts } from '../../vite/program/types';

/** The globals of all scripts, without those of a single module. */
export type ScriptGlobals = Readonly<
  Record<
    Exclude<
      ProvidedGlobal,
      'require' | 'requirePlugin' | 'module' | 'exports' | 'global' | 'globalThis' | RouteName
    >,
    unknown
  >
>;

type RouteName = keyof ReturnType<typeof routeNames>;

/** Runs scripts of one process. */
export interface ScriptRunner {
  /**
   * Runs a script unless it has run, and returns what it exports.
   * @throws the script's error; Error when there is no such script.
   */
  require(path: string): unknown;
  /** Ends the process: removes what its scripts wrote to the global object. */
  end(): void;
}

interface Module {
  exports: unknown;
}

/**
 * Makes the runner of one process.
 * @param entering runs each script; gets its path, because registrations belong to it.
 * @param unit gives the path of the page or component whose script runs.
 * @param report called with each message for the developer.
 */
export function scriptRunner(
  scripts: Scripts,
  globals: ScriptGlobals,
  entering: (path: string, run: () => void) => void,
  unit: () => string,
  report: (message: string) => void,
): ScriptRunner {
  const modules = new Map<string, Module>();
  const { object, end } = createProcessGlobal(globals, {
    isVisible: (key) => (LANGUAGE_NAMES.has(key) && !isAbsent(key)) || ROUTE_NAMES.includes(String(key)),
    // Only names that occur in a script: other new names in the frame belong to the preview itself.
    sweeps: (name) => Object.values(scripts).some(({ run }) => run.toString().includes(name)),
    report,
  });
  const global = object as Record<string, unknown>;
  /** Files of the scripts that are being run, the outermost first. */
  const waiting: string[] = [];

  const load = (path: string): unknown => {
    const known = modules.get(path);
    // A module that is still running gives what it has exported so far, as in Node.
    if (known) return known.exports;
    const script = scripts[path];
    if (!script) throw new Error(`module "${path}" is not found`);
    assertShort(waiting, script.file);
    const module: Module = { exports: {} };
    modules.set(path, module);
    const require = (target: unknown): unknown => {
      const name = String(target);
      const found = Object.hasOwn(script.requires, name) ? script.requires[name] : undefined;
      if (found === undefined) throw new Error(`module "${name}" is not found, required by ${script.file}`);
      return load(found);
    };
    // `require.async` is for modules of sub-packages. In the preview all modules are loaded.
    const async = (target: unknown): Promise<unknown> => Promise.resolve().then(() => require(target));
    Object.assign(require, { async });
    const values: Record<string, unknown> = {
      ...globals,
      global,
      globalThis: global,
      require,
      requirePlugin,
      module,
      exports: module.exports,
    };
    entering(path, () => {
      const route = routeNames(unit() || undefined);
      Object.assign(global, route);
      Object.assign(values, route);
      const provided = providedGlobals.map((name) => values[name]);
      waiting.push(script.file);
      try {
        // `global` is `this` in a script without strict mode.
        script.run.apply(global, provided);
      } catch (error) {
        recordThrower(error, script.file);
        throw error;
      } finally {
        waiting.pop();
      }
    });
    return module.exports;
  };

  return { require: load, end };
}

/** Error → file of the script that threw it while the script was loaded. */
const threw = new WeakMap<object, string>();

/** Stores the innermost script: the scripts that require it rethrow the same error. */
function recordThrower(error: unknown, file: string): void {
  if (typeof error === 'object' && error !== null && !threw.has(error)) threw.set(error, file);
}

/** File of the script that threw this error while it was loaded; undefined for any other error. */
export const scriptThatThrew = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null ? threw.get(error) : undefined;

const LANGUAGE_NAMES = new Set<PropertyKey>(LANGUAGE);
const ROUTE_NAMES = Object.keys(routeNames());

/** Always throws: plugins come from WeChat's servers. */
function requirePlugin(name: unknown): never {
  throw new Error(`requirePlugin("${String(name)}"): plugins are not modelled`);
}
