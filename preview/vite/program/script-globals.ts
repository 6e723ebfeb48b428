/** What a script of a mini-program sees as globals. */
import { absentNames } from '../../../simulator/absent-names';

/** Given by the stage: parameters of every script, in this order. */
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
  '__wxConfig',
  '__wxAppCode__',
  '__wxRoute',
  '__wxRouteBegin',
  '__wxAppCurrentFile__',
] as const;

/** A name that the stage provides. */
export type ProvidedGlobal = (typeof providedGlobals)[number];

/**
 * How free names of a browser are read in a script: as members of the process's `global`, where there are none unless a
 * polyfill has set them. A name that the script declares itself is not touched.
 */
export const absentGlobals: Readonly<Record<string, string>> = Object.fromEntries(
  absentNames.map((name) => [name, `globalThis.${name}`]),
);
