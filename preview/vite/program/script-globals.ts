/**
 * What a script of a mini-program sees as globals. The first are given by the stage; the rest are a browser's,
 * which WeChat's logic layer does not have: they are `undefined` here too, so that code which leans on them fails
 * in the preview as it would on a phone.
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
] as const;

/** A name that the stage provides. */
export type ProvidedGlobal = (typeof providedGlobals)[number];

const absentGlobals = [
  'window',
  'document',
  'self',
  'frames',
  'parent',
  'top',
  'location',
  'history',
  'navigator',
  'screen',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'Worker',
  'alert',
  'confirm',
  'prompt',
  'requestAnimationFrame',
  'cancelAnimationFrame',
] as const;

/** Names of the parameters of every script, in order. */
export const scriptGlobals: readonly string[] = [...providedGlobals, ...absentGlobals];
