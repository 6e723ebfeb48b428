/** What a script of a mini-program sees as globals. */
import { browserNames } from './browser-names';

/**
 * Given by the stage. Those of a browser are `undefined`, as WeChat's logic layer does not have them: code that leans
 * on them fails in the preview as it would on a phone.
 */
export const providedGlobals = [
  'require',
  'requirePlugin',
  'module',
  'exports',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'console',
  'global',
  'globalThis',
] as const;

/** A name that the stage provides. */
export type ProvidedGlobal = (typeof providedGlobals)[number];

/** Names of the parameters of a script, in order: what is provided, and the browser's names that occur in its code. */
export function scriptGlobals(code: string): readonly string[] {
  const words = new Set(code.match(/[A-Za-z_$][\w$]*/g));
  return [...providedGlobals, ...browserNames.filter((name) => words.has(name))];
}
