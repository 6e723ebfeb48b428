/**
 * Global names of browsers and Node that WeChat's logic layer lacks. On both stages a module reads `undefined` for
 * them, as on a phone, unless the mini-program has assigned the name itself: `globalThis.URL = …`.
 */
import { browserNames } from './browser-names';

/**
 * DevTools, browsers and Jest's sandbox define these names; phones do not
 * (miniprogram/dev/framework/runtime/js-support.html).
 */
export const absentNames: readonly string[] = [
  ...browserNames,
  'setImmediate',
  'clearImmediate',
  'process',
  'Buffer',
  'eval',
  // Each process has its own `Function`: dynamic-code.ts.
  'Function',
];
const ABSENT = new Set(absentNames);

export function isAbsent(name: PropertyKey): boolean {
  return typeof name === 'string' && ABSENT.has(name);
}

/** An identifier that is not a member: matches `name` in `...name`, but not in `x.name`. */
const WORD = /(?<![\w$])(?<!(?<!\.\.)\.\s*)[A-Za-z_$][\w$]*(?![\w$])/g;

/** The absent names that occur in a script. */
export interface AbsentNames {
  /** Names that the script only reads. Their values are fixed when the script starts. */
  readonly read: readonly string[];
  /**
   * Names that the script may assign, as polyfills do: `globalThis.URL = …`. Their values can change while the script
   * runs.
   */
  readonly set: readonly string[];
}

/**
 * Finds the absent names in a script.
 * @param code The script as it runs. Names that the script itself declares may be in the result; this does no harm.
 */
export function absentNamesIn(code: string): AbsentNames {
  const found = new Set<string>();
  for (const [word] of code.matchAll(WORD)) if (ABSENT.has(word)) found.add(word);
  // A script that mentions the global object may assign names on it, under any alias:
  // `Object.assign(globalThis, { URL })`, `root.URL = URL`.
  const maySet = /\bglobal(?:This)?\b/.test(code);
  return maySet ? { read: [], set: [...found] } : { read: [...found], set: [] };
}
