/** A mini-program on disk: app.json, the pages, and the paths of their files. */
import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pagesOf } from '../sources/app-pages';
import { fieldMistakes, jsonMessage, parseObject } from '../sources/json-file';
import { miniprogramFolder } from '../sources/project-folder';
import { isFile, textOf, withSlashes } from '../sources/text-file';
import type { AppConfig, ComponentConfig, Tab } from './config';

export interface Project {
  /** Absolute. */
  readonly root: string;
  readonly config: AppConfig;
  /** Routes of all pages, including sub-packages. */
  readonly pages: readonly string[];
  /** The tab bar, from left to right. */
  readonly tabs: readonly Tab[];
  isTab(route: string): boolean;
  /** The route of the page that opens first. */
  readonly entry: string;
  /** The path relative to the root, for messages. */
  nameOf(path: string): string;
  /** The JSON of the page or component at this absolute path without extension; `{}` if there is none. */
  configOf(path: string): ComponentConfig;
  /** The script of the page or component at this absolute path, with its extension. */
  scriptOf(path: string): string | undefined;
  /** Resolves `value` in the `usingComponents` of `from` to an absolute path without extension. */
  resolveComponent(value: string, from: string): string;
}

const SCRIPTS = ['.ts', '.js'];

/**
 * Reads a mini-program.
 * @param root The folder with `app.json`, or the project's folder with `project.config.json`: absolute, or relative to
 * `base`.
 * @param base Absolute. Default: the working directory.
 * @throws Error when `app.json` is missing or wrong.
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
      // A path into `miniprogram_npm` refers to the package, which may be installed elsewhere.
      const [, packaged] = /(?:^|\/)miniprogram_npm\/(.+)$/.exec(value) ?? [];
      const isUnit = (path: string) => isFile(`${path}.json`) || scriptOf(path) !== undefined;
      const own = value.startsWith('/')
        ? [join(folder, value)]
        : [join(dirname(from), value), join(folder, value)];
      const unitAmong = (paths: string[]) =>
        paths.flatMap((path) => [path, join(path, 'index')]).find(isUnit);
      // A function, so that a broken package.json causes no error if the component is found without packages.
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
 * Reads a JSON file and checks its fields.
 * @param name The file's name in messages.
 * @throws Error that names the file, and the place or the field.
 */
function readJson(path: string, name: string, kind: keyof typeof fieldMistakes): object {
  const read = parseObject(textOf(path) ?? '');
  if ('mistake' in read) throw new Error(jsonMessage(name, read.mistake));
  const [reason] = fieldMistakes[kind](read.value);
  if (reason !== undefined) throw new Error(jsonMessage(name, { reason }));
  return read.value;
}

/**
 * Checks the theme file only, because this stage shows no colours.
 * @throws Error when the file is missing or is not JSON.
 */
function checkTheme(folder: string, name: string): void {
  const text = textOf(join(folder, name));
  if (text === null) throw new Error(jsonMessage(name, { reason: 'this file does not exist' }));
  const read = parseObject(text);
  if ('mistake' in read) throw new Error(jsonMessage(name, read.mistake));
}

/**
 * Possible paths of a component in an npm package: in `miniprogram_npm` of this folder or a parent, up to the root; if
 * DevTools has not built it yet, in `node_modules`, in the folder that the package names as `miniprogram`.
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
      // Resolve pnpm's link, so that the package finds its own dependencies.
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

/** Applies `resolveAlias` of app.json: `"@/*": "/*"`. */
function withoutAlias(value: string, aliases: Readonly<Record<string, string>>): string {
  for (const [from, to] of Object.entries(aliases)) {
    const start = from.replace(/\*$/, '');
    if (value.startsWith(start)) return join('/', to.replace(/\*$/, ''), value.slice(start.length));
  }
  return value;
}
