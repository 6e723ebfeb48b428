/** A mini-program on disk: app.json, pages, and where their files are. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { HostConfig } from '../types';

/** What the stage reads of `app.json`. */
export interface AppConfig extends HostConfig {
  readonly pages: readonly string[];
  readonly subPackages?: readonly SubPackage[];
  readonly subpackages?: readonly SubPackage[];
  readonly tabBar?: { readonly list?: readonly { readonly pagePath: string }[] };
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly entryPagePath?: string;
}

interface SubPackage {
  readonly root: string;
  readonly pages: readonly string[];
}

/** What the stage reads of a page's or a component's JSON. */
export interface ComponentConfig {
  readonly component?: boolean;
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly enablePullDownRefresh?: boolean;
}

export interface Project {
  /** Absolute. */
  readonly root: string;
  readonly config: AppConfig;
  /** Routes of all pages, those of sub-packages included. */
  readonly pages: readonly string[];
  readonly tabs: readonly string[];
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
 * @param root Its folder, the one with `app.json`: absolute, or relative to the working directory.
 * @throws Error when there is no usable `app.json`.
 */
export function openProject(root: string): Project {
  const folder = resolve(root);
  const nameOf = (path: string) => relative(folder, path).replaceAll('\\', '/');
  const readJson = (path: string): unknown => {
    try {
      return JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new Error(`${nameOf(path)} is not valid JSON: ${error instanceof Error ? error.message : error}`);
    }
  };
  const appJson = join(folder, 'app.json');
  if (!existsSync(appJson)) throw new Error(`${folder} is no mini-program: it has no app.json.`);
  const config = readJson(appJson) as AppConfig;
  const packages = config.subPackages ?? config.subpackages ?? [];
  const pages = [
    ...(config.pages ?? []),
    ...packages.flatMap((one) => one.pages.map((page) => join(one.root, page).replaceAll('\\', '/'))),
  ];
  const [first] = pages;
  if (first === undefined) throw new Error('app.json lists no pages.');
  const scriptOf = (path: string) => SCRIPTS.map((extension) => path + extension).find(existsSync);

  return {
    root: folder,
    config,
    pages,
    tabs: (config.tabBar?.list ?? []).map((tab) => tab.pagePath),
    entry: config.entryPagePath ?? first,
    nameOf,
    configOf(path) {
      const json = `${path}.json`;
      return existsSync(json) ? (readJson(json) as ComponentConfig) : {};
    },
    scriptOf,
    resolveComponent(value, from) {
      const isFile = (path: string) => existsSync(`${path}.json`) || scriptOf(path) !== undefined;
      const candidates = value.startsWith('/')
        ? [join(folder, value)]
        : [join(dirname(from), value), join(folder, value), join(folder, 'miniprogram_npm', value)];
      const withIndex = candidates.flatMap((path) => [path, join(path, 'index')]);
      return withIndex.find(isFile) ?? (candidates[0] as string);
    },
  };
}
