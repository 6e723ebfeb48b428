/** The globals that every file of a mini-program sees. */

import type { WxNames } from '../program/wx-names';

export interface Globals extends WxNames {
  readonly wx: unknown;
  readonly App: unknown;
  readonly Page: unknown;
  readonly Component: unknown;
  readonly Behavior: unknown;
  readonly getApp: unknown;
  readonly getCurrentPages: unknown;
  readonly requirePlugin: unknown;
}

const world = globalThis as Record<string, unknown>;
let installed: { owner: object; before: Map<string, unknown> } | undefined;

/**
 * Names for which every module sees the values of its own process, even while the globals of another process are
 * installed.
 */
export const SCOPE = [
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'requirePlugin',
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'global',
  'globalThis',
] as const;

/** The values of the names in `SCOPE`. */
export type Scope = Readonly<Record<(typeof SCOPE)[number], unknown>> & { readonly global: object };

/** Installs the globals of `owner`; they replace those of another stage. */
export function installGlobals(owner: object, globals: Globals): void {
  const before =
    installed?.before ?? new Map(Object.keys(globals).map((name) => [name, world[name]] as const));
  installed = { owner, before };
  Object.assign(world, globals);
}

/** Changes some of the globals of `owner`, if they are installed. */
export function changeGlobals(owner: object, changes: Partial<Globals>): void {
  if (installed?.owner === owner) Object.assign(world, changes);
}

/** Removes the globals of `owner`, if they are still installed. */
export function removeGlobals(owner: object): void {
  if (installed?.owner !== owner) return;
  for (const [name, value] of installed.before) {
    if (value === undefined) delete world[name];
    else world[name] = value;
  }
  installed = undefined;
}
