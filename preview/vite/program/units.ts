/**
 * Reads app.json, and finds the pages and components of a mini-program. They are in an order in which they can be
 * registered.
 */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { pagesOf } from '../../../simulator/sources/app-pages';
import { fieldMistakes } from '../../../simulator/sources/json-file';
import { appNameOf } from './app-name';
import { candidatesOf, insideRoot } from './candidates';
import { problemOf } from './problems';
import type { Sources } from './sources';
import { CUSTOM_TAB_BAR, type Json, type Manifest, type Unit } from './types';

const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** Path of the script of a unit; null: it does not exist. `.ts` takes precedence over `.js`, as in WeChat DevTools. */
export function scriptOf(sources: Sources, path: string): string | null {
  for (const ending of ['.ts', '.js']) if (sources.exists(path + ending)) return path + ending;
  return null;
}

/**
 * Whether a path is a page or component. A WXML file alone is not one, as on the headless stage, because it may only be
 * for includes.
 */
const isUnit = (sources: Sources, path: string): boolean =>
  sources.exists(`${path}.json`) || scriptOf(sources, path) !== null;

/** Path of `target`, an entry of `usingComponents` in the file `from`; null: the component does not exist. */
function resolveUnit(sources: Sources, from: string, target: string): string | null {
  return candidatesOf(sources, from, target).find((path) => isUnit(sources, path)) ?? null;
}

/** Class prefix of a component's style sheet. It is the same in every build, and different for every component. */
const scopeOf = (path: string): string =>
  `${posix.basename(path).replace(/[^\w-]/g, '-')}-${createHash('sha1').update(path).digest('hex').slice(0, 6)}`;

/**
 * Whether the component's classes are global, i.e. have no prefix. This function only reads the JSON. The script's
 * `options.styleIsolation` is read at run time (`engine/isolation.ts` of the phone).
 */
const isShared = (json: Json): boolean =>
  json.styleIsolation === 'shared' || json.styleIsolation === 'page-shared';

/**
 * Resolves `usingComponents`. A missing component becomes a problem and is left out. A missing component of a package
 * is only a warning, because a fresh clone often lacks packages that only other pages need.
 */
function usingOf(sources: Sources, file: string, json: Json, app: Json): Record<string, string> {
  const using: Record<string, string> = {};
  for (const [tag, target] of Object.entries(record(json.usingComponents))) {
    if (typeof target !== 'string') continue;
    if (/^plugin(-private)?:\/\//.test(target)) {
      sources.problems.push(problemOf('warning', file, `<${tag}>: plugins (${target}) are not modelled`));
      continue;
    }
    const path = resolveUnit(sources, file, target);
    if (path !== null) {
      using[tag] = path;
      continue;
    }
    const isPackage = !/^[./]/.test(target);
    const isExtendedLib = record(app.useExtendedLib).weui === true && target.startsWith('weui-miniprogram/');
    const hint = isExtendedLib
      ? ': WeChat includes it (useExtendedLib); here it must be installed: npm i -D weui-miniprogram'
      : isPackage
        ? ': install the package and build npm in WeChat DevTools'
        : '';
    const message = `<${tag}>: component "${target}" is not found${hint}`;
    sources.problems.push(problemOf(isPackage ? 'warning' : 'error', file, message));
  }
  return using;
}

/** Reads app.json, theme.json, and all pages and components that they use, directly or indirectly. */
export function readManifest(sources: Sources): Manifest {
  const app = sources.json('app.json', true);
  for (const reason of fieldMistakes.app(app)) sources.problems.push(problemOf('error', 'app.json', reason));
  const pages = pagesOf(app);
  // If app.json itself has a mistake, this was already reported.
  if (pages.length === 0 && sources.problems.length === 0)
    sources.problems.push(problemOf('error', 'app.json', '"pages" lists no page'));
  const global = usingOf(sources, 'app.json', app, app);
  const units: Record<string, Unit> = {};
  const visiting = new Set<string>();

  const visit = (path: string, kind: Unit['kind']): void => {
    if (visiting.has(path)) return;
    visiting.add(path);
    const own = sources.json(`${path}.json`);
    for (const reason of fieldMistakes.unit(own))
      sources.problems.push(problemOf('error', `${path}.json`, reason));
    const using = { ...global, ...usingOf(sources, `${path}.json`, own, app) };
    for (const target of Object.values(using)) visit(target, 'component');
    if (!sources.exists(`${path}.wxml`)) {
      sources.problems.push(problemOf('error', `${path}.wxml`, `this file of the ${kind} does not exist`));
    }
    if (scriptOf(sources, path) === null) {
      sources.problems.push(problemOf('error', `${path}.ts`, `the ${kind} has neither a .ts nor a .js file`));
    }
    // A page made with Component() may have "component" in its JSON. Remove it: its style sheet is a page's style
    // sheet.
    const { component: _, ...rest } = own;
    const json: Json =
      kind === 'page'
        ? { ...rest, usingComponents: using }
        : { ...own, component: true, usingComponents: using };
    units[path] = {
      path,
      kind,
      json,
      scope: kind === 'page' || isShared(json) ? '' : scopeOf(path),
      script: path,
    };
  };

  for (const target of Object.values(global)) visit(target, 'component');
  if (record(app.tabBar).custom === true && isUnit(sources, CUSTOM_TAB_BAR))
    visit(CUSTOM_TAB_BAR, 'component');
  for (const page of pages) visit(page, 'page');
  const themeFile = typeof app.themeLocation === 'string' ? insideRoot(app.themeLocation) : null;
  return {
    name: appNameOf(sources.root),
    app,
    theme: themeFile === null ? null : sources.json(themeFile, true),
    pages,
    units,
    appScript: scriptOf(sources, 'app') === null ? null : 'app',
  };
}
