/**
 * Names of browsers and of Node that WeChat's logic layer does not have. A module that uses one finds it undefined, as on a
 * phone, unless the mini-program has set it itself: `globalThis.URL = …`. Both stages use it.
 */
import { browserNames } from './browser-names';

/** DevTools, browsers and Jest's sandbox have them; phones do not (miniprogram/dev/framework/runtime/js-support.html). */
export const absentNames: readonly string[] = [
  ...browserNames,
  'setImmediate',
  'clearImmediate',
  'process',
  'Buffer',
  'eval',
  // There is one, of the process's own: dynamic-code.ts.
  'Function',
];
const ABSENT = new Set(absentNames);

/** Is this a name that a phone does not have? */
export function isAbsent(name: PropertyKey): boolean {
  return typeof name === 'string' && ABSENT.has(name);
}

/** A word that is no member: not `x.name`, but `...name`. */
const WORD = /(?<![\w$])(?<!(?<!\.\.)\.\s*)[A-Za-z_$][\w$]*(?![\w$])/g;

/** Names that a script may mean and a phone does not have. */
export interface AbsentNames {
  /** Those that it only reads: as they are when it begins. */
  readonly read: readonly string[];
  /** Those that it also sets, as polyfills do: `globalThis.URL = …`. They change while it runs. */
  readonly set: readonly string[];
}

/**
 * Finds them.
 * @param code A script as it runs. A name that it declares itself may be among them, and does no harm.
 */
export function absentNamesIn(code: string): AbsentNames {
  const found = new Set<string>();
  for (const [word] of code.matchAll(WORD)) if (ABSENT.has(word)) found.add(word);
  // Whatever `global` is called there: `Object.assign(globalThis, { URL })`, `root.URL = URL`.
  const maySet = /\bglobal(?:This)?\b/.test(code);
  return maySet ? { read: [], set: [...found] } : { read: [...found], set: [] };
}
