/** Runs the scripts of a mini-program as CommonJS modules. Each script runs once, in its own scope. */

import { isAbsent } from '../../../simulator/program/absent-names';
import { LANGUAGE } from '../../../simulator/program/language';
import { createProcessGlobal } from '../../../simulator/program/process-global';
import { assertShort } from '../../../simulator/program/require-chain';
import { assertRequest, notDefined } from '../../../simulator/program/require-errors';
import { routeNames } from '../../../simulator/program/wx-names';
import { type ProvidedGlobal, providedGlobals } from '../../vite/program/script-globals';
import type { Scripts } from '../../vite/program/types';

/** The globals that are the same for all scripts. `require`, `module` and `exports` differ for each. */
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
  /** Ends the process: removes the names that its scripts added to the global object. */
  end(): void;
}

interface Module {
  exports: unknown;
}

/**
 * Creates the script runner of one process.
 * @param entering called to run a script. It gets the script's path, because registrations in the script belong to it.
 * @param unit returns the path of the page or component whose script is running
 * @param report called with each message for the developer
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
    // Remove only names that occur in a script: other new names in the frame belong to the preview itself.
    sweeps: (name) => Object.values(scripts).some(({ run }) => run.toString().includes(name)),
    report,
  });
  const global = object as Record<string, unknown>;
  /** Files of the running scripts, the outermost first. */
  const waiting: string[] = [];

  const load = (path: string): unknown => {
    const known = modules.get(path);
    // For a module that is still running, return its exports so far, as Node does.
    if (known) return known.exports;
    const script = scripts[path];
    if (!script) throw new Error(`module "${path}" is not found`);
    assertShort(waiting, script.file);
    const module: Module = { exports: {} };
    modules.set(path, module);
    const require = (target: unknown): unknown => {
      assertRequest(target);
      const found = Object.hasOwn(script.requires, target) ? script.requires[target] : undefined;
      if (found === undefined) throw notDefined(target, `there is no such file, required by ${script.file}`);
      return load(found);
    };
    // `require.async` is for modules in sub-packages. The preview has already loaded all modules.
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
        // In a script without strict mode, `this` is `global`.
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

/** Stores the script that threw first. The scripts that require it rethrow the same error. */
function recordThrower(error: unknown, file: string): void {
  if (typeof error === 'object' && error !== null && !threw.has(error)) threw.set(error, file);
}

/** File of the script that threw this error while it was loaded; undefined for any other error. */
export const scriptThatThrew = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null ? threw.get(error) : undefined;

const LANGUAGE_NAMES = new Set<PropertyKey>(LANGUAGE);
const ROUTE_NAMES = Object.keys(routeNames());

/** Always throws, because only WeChat's servers have the plugins. */
function requirePlugin(name: unknown): never {
  throw new Error(`requirePlugin("${String(name)}"): plugins are not modelled`);
}
