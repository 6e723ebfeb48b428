/** Runs the scripts of a mini-program: each once, in its own scope, as CommonJS modules. */
import { type ProvidedGlobal, providedGlobals } from '../../vite/program/script-globals';
import type { Scripts } from '../../vite/program/types';

/** What scripts see as globals, without what belongs to one module. */
export type ScriptGlobals = Readonly<
  Record<
    Exclude<ProvidedGlobal, 'require' | 'requirePlugin' | 'module' | 'exports' | 'global' | 'globalThis'>,
    unknown
  >
>;

/** Runs scripts of one process. */
export interface ScriptRunner {
  /**
   * Runs a script unless it has run, and returns what it exports.
   * @throws whatever the script throws; Error when there is no such script.
   */
  require(path: string): unknown;
}

interface Module {
  exports: unknown;
}

/**
 * Makes the runner of one process.
 * @param entering called around the run of each script, with its path: registrations belong to it.
 */
export function scriptRunner(
  scripts: Scripts,
  globals: ScriptGlobals,
  entering: (path: string, run: () => void) => void,
): ScriptRunner {
  const modules = new Map<string, Module>();
  const global = globalObject(globals);

  const load = (path: string): unknown => {
    const known = modules.get(path);
    // A module that is still running gives what it has exported so far, as in Node.
    if (known) return known.exports;
    const script = scripts[path];
    if (!script) throw new Error(`module "${path}" is not found`);
    const module: Module = { exports: {} };
    modules.set(path, module);
    const require = (target: unknown): unknown => {
      const found = script.requires[String(target)];
      if (found === undefined)
        throw new Error(`module "${String(target)}" is not found, required by ${script.file}`);
      return load(found);
    };
    // For modules of sub-packages: here they are all at hand.
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
    entering(path, () => script.run(...providedGlobals.map((name) => values[name])));
    return module.exports;
  };
  return { require: load };
}

/** Names of the language itself that libraries look up in `global`. */
const language = (
  'Array ArrayBuffer BigInt Boolean DataView Date Error Float32Array Float64Array Function Int8Array Int16Array ' +
  'Int32Array Intl JSON Map Math Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String ' +
  'Symbol SyntaxError TypeError URIError Uint8Array Uint16Array Uint32Array WeakMap WeakSet isFinite isNaN parseFloat ' +
  'parseInt encodeURIComponent decodeURIComponent encodeURI decodeURI Uint8ClampedArray BigInt64Array BigUint64Array WeakRef ' +
  'AggregateError NaN Infinity'
).split(' ');

/** WeChat's `global`: an object of the process, with the language and WeChat in it, and nothing of a browser. */
function globalObject(globals: ScriptGlobals): Record<string, unknown> {
  const global: Record<string, unknown> = { ...globals };
  for (const name of language) global[name] = (globalThis as unknown as Record<string, unknown>)[name];
  global.global = global;
  global.globalThis = global;
  return global;
}

/** Plugins come from WeChat's servers. */
function requirePlugin(name: unknown): never {
  throw new Error(`requirePlugin("${String(name)}"): plugins are not modelled`);
}
