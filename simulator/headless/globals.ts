/** The names that every file of a mini-program finds in its world. */

import type { WxNames } from '../wx-names';

/** What is put in place. */
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
let inForce: { owner: object; before: Map<string, unknown> } | undefined;

/** Names under which every module finds the process's own, even where another process is in force. */
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

/** A value for each of them. */
export type Scope = Readonly<Record<(typeof SCOPE)[number], unknown>> & { readonly global: object };

/** Puts the globals of `owner` in force; those of another stage end. */
export function installGlobals(owner: object, globals: Globals): void {
  const before = inForce?.before ?? new Map(Object.keys(globals).map((name) => [name, world[name]] as const));
  inForce = { owner, before };
  Object.assign(world, globals);
}

/** Changes some of the globals of `owner`, if they are in force. */
export function changeGlobals(owner: object, changes: Partial<Globals>): void {
  if (inForce?.owner === owner) Object.assign(world, changes);
}

/** Takes the globals away again, if those of `owner` are still the ones in force. */
export function removeGlobals(owner: object): void {
  if (inForce?.owner !== owner) return;
  for (const [name, value] of inForce.before) {
    if (value === undefined) delete world[name];
    else world[name] = value;
  }
  inForce = undefined;
}
