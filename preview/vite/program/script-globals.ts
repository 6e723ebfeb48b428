/** The globals of a mini-program's scripts. */
import { absentNames } from '../../../simulator/program/absent-names';

/** Names that the stage provides. They are the parameters of every script's function, in this order. */
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
 * Browser names that phones lack → the expression that replaces them in scripts: a member of the process's `global`.
 * The member is undefined unless a polyfill has set it. A name that the script itself declares is not replaced.
 */
export const absentGlobals: Readonly<Record<string, string>> = Object.fromEntries(
  absentNames.map((name) => [name, `globalThis.${name}`]),
);
