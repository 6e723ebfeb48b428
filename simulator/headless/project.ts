/** A mini-program on disk: app.json, pages, and where their files are. */
import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pagesOf } from '../app-pages';
import { fieldMistakes, jsonMessage, parseObject } from '../json-file';
import { miniprogramFolder } from '../project-folder';
import { isFile, textOf, withSlashes } from '../text-file';
import type { AppConfig, ComponentConfig, Tab } from './config';

export interface Project {
  /** Absolute. */
  readonly root: string;
  readonly config: AppConfig;
  /** Routes of all pages, those of sub-packages included. */
  readonly pages: readonly string[];
  /** The tab bar, left to right. */
  readonly tabs: readonly Tab[];
  isTab(route: string): boolean;
  /** The page that opens first. */
  readonly entry: string;
  /** Path relative to the root, for messages. */
  nameOf(path: string): string;
  /** JSON of the page or component at this absolute path without extension; `{}` where there is none. */
  configOf(path: string): ComponentConfig;
  /** The script of the page or component at this absolute path, with its extension. */
  scriptOf(path: string): string | undefined;
  /** The absolute path, without extension, that `value` in the `usingComponents` of `from` means. */
  resolveComponent(value: string, from: string): string;
}

const SCRIPTS = ['.ts', '.js'];

/**
 * Reads a mini-program.
 * @param root Its folder, the one with `app.json`, or the folder of its project, the one with `project.config.json`:
 * absolute, or relative to `base`.
 * @param base Absolute. Default: the working directory.
 * @throws Error when there is no usable `app.json`.
 */
export function openProject(root: string, base = ''): Project {
  const folder = miniprogramFolder(resolve(base, root));
  const nameOf = (path: string) => withSlashes(relative(folder, path));
  const appJson = join(folder, 'app.json');
  if (!isFile(appJson)) throw new Error(`${folder} is not a mini-program: it has no app.json.`);
  const config = readJson(appJson, 'app.json', 'app') as AppConfig;
  const pages = pagesOf(config);
  const [first] = pages;
  if (first === undefined) throw new Error('app.json: "pages" lists no page');
  if (config.themeLocation !== undefined) checkTheme(folder, config.themeLocation);
  const tabs = config.tabBar?.list ?? [];
  const scriptOf = (path: string) => SCRIPTS.map((extension) => path + extension).find(isFile);

  return {
    root: folder,
    config,
    pages,
    tabs,
    isTab: (route) => tabs.some(({ pagePath }) => pagePath === route),
    entry: config.entryPagePath ?? first,
    nameOf,
    configOf(path) {
      const json = `${path}.json`;
      return isFile(json) ? (readJson(json, nameOf(json), 'unit') as ComponentConfig) : {};
    },
    scriptOf,
    resolveComponent(given, from) {
      const value = withoutAlias(given, config.resolveAlias ?? {});
      // A path into `miniprogram_npm` means the package, wherever that is.
      const [, packaged] = /(?:^|\/)miniprogram_npm\/(.+)$/.exec(value) ?? [];
      const isUnit = (path: string) => isFile(`${path}.json`) || scriptOf(path) !== undefined;
      const own = value.startsWith('/')
        ? [join(folder, value)]
        : [join(dirname(from), value), join(folder, value)];
      const unitAmong = (paths: string[]) =>
        paths.flatMap((path) => [path, join(path, 'index')]).find(isUnit);
      // A broken package.json is no matter where the component does not come from a package.
      const packages = () => [
        ...(value.startsWith('/') ? [] : inPackages(value, dirname(from), folder)),
        ...(packaged === undefined
          ? []
          : [...inNodeModules(packaged, dirname(from)), ...inNodeModules(packaged, folder)]),
      ];
      return unitAmong(own) ?? unitAmong(packages()) ?? (own[0] as string);
    },
  };
}

/**
 * Reads a JSON file and looks through the fields of its kind.
 * @param name Its name in messages.
 * @throws Error that names file and place, or file and field.
 */
function readJson(path: string, name: string, kind: keyof typeof fieldMistakes): object {
  const read = parseObject(textOf(path) ?? '');
  if ('mistake' in read) throw new Error(jsonMessage(name, read.mistake));
  const [reason] = fieldMistakes[kind](read.value);
  if (reason !== undefined) throw new Error(jsonMessage(name, { reason }));
  return read.value;
}

/** @throws Error when the file of the colours is missing, or no JSON. There is no screen here that they are shown on. */
function checkTheme(folder: string, name: string): void {
  const text = textOf(join(folder, name));
  if (text === null) throw new Error(jsonMessage(name, { reason: 'this file does not exist' }));
  const read = parseObject(text);
  if ('mistake' in read) throw new Error(jsonMessage(name, read.mistake));
}

/**
 * Where a component of an npm package may lie: in `miniprogram_npm`, in this folder or in one above it, up to the root;
 * where DevTools has not built that yet, in `node_modules`, in the folder that the package names as `miniprogram`.
 */
function inPackages(name: string, from: string, root: string): string[] {
  const built: string[] = [];
  for (let folder = from; ; folder = dirname(folder)) {
    built.push(join(folder, 'miniprogram_npm', name));
    if (folder === root || folder === dirname(folder)) break;
  }
  return [...built, ...inNodeModules(name, from), ...inNodeModules(name, root)];
}

function inNodeModules(name: string, from: string): string[] {
  const [, packageName = name, rest = ''] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(name) ?? [];
  for (let folder = from; ; folder = dirname(folder)) {
    const link = join(folder, 'node_modules', packageName);
    if (isFile(join(link, 'package.json'))) {
      // pnpm's link is followed, so that the package finds what it depends on itself.
      const found = realpathSync(link);
      const file = join(found, 'package.json');
      const { miniprogram = 'miniprogram_dist' } = readJson(
        file,
        `node_modules/${packageName}/package.json`,
        'package',
      ) as {
        miniprogram?: string;
      };
      return [join(found, miniprogram, rest)];
    }
    if (folder === dirname(folder)) return [];
  }
}

/** `resolveAlias` of app.json: `"@/*": "/*"`. */
function withoutAlias(value: string, aliases: Readonly<Record<string, string>>): string {
  for (const [from, to] of Object.entries(aliases)) {
    const start = from.replace(/\*$/, '');
    if (value.startsWith(start)) return join('/', to.replace(/\*$/, ''), value.slice(start.length));
  }
  return value;
}
