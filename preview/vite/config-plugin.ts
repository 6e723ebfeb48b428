/**
 * `phone.config.ts` in the preview. The frame imports it as a module of the site; Node runs it for the list of scenes.
 * When it is saved, or app.json where it has no scenes, the pages of the site load again.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { InlineConfig, Plugin, ViteDevServer } from 'vite';
import { checkConfig } from '../../simulator/config/check';
import type { Config } from '../../simulator/config/types';
import { type ListedPage, type SceneList, sceneListOf, scenesOfPages } from '../scene-list';
import { commonJsConfig } from './common-js';
import { appNameOf } from './program/app-name';

/** What was read. */
export interface ReadConfig {
  /** The config's scenes, or one for each page. */
  readonly config: Config;
  readonly list: SceneList;
  /** Are the scenes those of app.json's pages? */
  readonly fromPages: boolean;
  /** Files whose change may change it, absolute. */
  readonly files: readonly string[];
}

/** Where `miniprogram-phone` is imported from inside the config: only its types and `defineConfig` count there. */
const API = '\0virtual:phone/api';
const api: Plugin = {
  name: 'phone-config-api',
  enforce: 'pre',
  resolveId: (id) => (id === 'miniprogram-phone' ? API : null),
  load: (id) =>
    id === API
      ? 'export const defineConfig = (config) => config;\nexport const launch = () => { throw new Error("launch() is for tests"); };'
      : null,
};

/** The titles of pages count only where nothing else names a scene: a broken file is reported by the compiler. */
function readObject(file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The pages of app.json, those of subpackages included; the entry page first. */
export function pagesOf(root: string): ListedPage[] {
  const app = readObject(join(root, 'app.json'));
  const packages = app.subPackages ?? app.subpackages;
  const inPackages = (Array.isArray(packages) ? packages : []).flatMap((one: unknown) => {
    const { root: folder, pages } = (typeof one === 'object' && one !== null ? one : {}) as Record<
      string,
      unknown
    >;
    return typeof folder === 'string'
      ? textsOf(pages).map((page) => join(folder, page).replaceAll('\\', '/'))
      : [];
  });
  const all = [...textsOf(app.pages), ...inPackages].map((page) => page.replace(/^\/+/, ''));
  const entry = typeof app.entryPagePath === 'string' ? app.entryPagePath.replace(/^\/+/, '') : all[0];
  const routes = all.toSorted((a, b) => Number(b === entry) - Number(a === entry));
  return routes.map((route) => {
    const title = readObject(join(root, `${route}.json`)).navigationBarTitleText;
    return { route, title: typeof title === 'string' ? title : '' };
  });
}

/** Runs the file. @returns what it exports, and the files that it imports. */
async function run(file: string): Promise<{ exported: unknown; files: string[] }> {
  const { runnerImport } = await import('vite');
  const inline: InlineConfig = {
    root: dirname(file),
    configFile: false,
    envDir: false,
    logLevel: 'silent',
    plugins: [api, commonJsConfig(file)],
  };
  const { NODE_ENV } = process.env;
  try {
    const { module, dependencies } = await runnerImport<{ default?: unknown }>(file, inline);
    return {
      exported: module.default ?? module,
      files: [file, ...dependencies.map((one) => resolve(dirname(file), one))],
    };
  } finally {
    // Vite sets it to `development` here. A build that follows would be one for development, with paths of this computer.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  }
}

/** A config as its file says it. */
export type OwnConfig = Pick<ReadConfig, 'config' | 'files'>;

/**
 * Runs and checks a config.
 * @param file `phone.config.ts`, absolute.
 * @throws Error that names file and field.
 */
export async function readOwnConfig(file: string): Promise<OwnConfig> {
  const name = basename(file);
  const { exported, files } = await run(file).catch((error: unknown) => {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  });
  return { config: checkConfig(exported, name), files };
}

/**
 * Adds what a mini-program says itself: its name, and a scene for each page where the config has none.
 * @param own Absent: there is no config.
 * @param root The folder with app.json.
 */
export function completeConfig(own: OwnConfig | undefined, root: string): ReadConfig {
  const { config, files } = own ?? { config: {}, files: [] };
  const whole = { ...config, scenes: config.scenes ?? scenesOfPages(pagesOf(root)) };
  return {
    config: whole,
    list: sceneListOf(whole, appNameOf(root)),
    fromPages: config.scenes === undefined,
    files,
  };
}

/** The mini-program's folder that a config names; undefined: it names none. */
export const rootOfConfig = (file: string, config: Config): string | undefined =>
  config.root === undefined ? undefined : resolve(dirname(file), config.root);

/** The module of the site that holds the config, as the frame imports it. */
function moduleOf(file: string | undefined, { config }: ReadConfig): string {
  if (file === undefined) return `export default ${JSON.stringify(config)};`;
  return [
    `import own from ${JSON.stringify(file)};`,
    // A config without scenes has those of the pages, which are plain data.
    `export default own.scenes ? own : { ...own, scenes: ${JSON.stringify(config.scenes)} };`,
  ].join('\n');
}

/** How long to wait for more files of the same save, ms. */
const TOGETHER = 30;

/**
 * Makes the plugin.
 * @param first What was read, so that a mistake ends the start.
 */
export function phoneConfig(file: string | undefined, root: string, first: ReadConfig): Plugin[] {
  let read = first;
  const codes = (): Readonly<Record<string, string>> => ({
    '\0virtual:phone/config': moduleOf(file, read),
    '\0virtual:phone/scenes': `export default ${JSON.stringify(read.list)};`,
  });

  async function refresh(server: ViteDevServer): Promise<void> {
    const before = JSON.stringify(codes());
    try {
      const next = completeConfig(file === undefined ? undefined : await readOwnConfig(file), root);
      // An app.json with a mistake lists no page: the scenes stay until it is mended.
      if (next.list.scenes.length === 0) return;
      read = next;
    } catch (error) {
      server.config.logger.error((error as Error).message, { timestamp: true });
      return;
    }
    const { client } = server.environments;
    for (const id of Object.keys(codes())) {
      const module = client.moduleGraph.getModuleById(id);
      if (module) client.moduleGraph.invalidateModule(module);
    }
    if (file !== undefined || JSON.stringify(codes()) !== before) client.hot.send({ type: 'full-reload' });
  }

  const plugin: Plugin = {
    name: 'phone-config',
    resolveId: { filter: { id: /^virtual:phone\// }, handler: (id) => `\0${id}` },
    load: { filter: { id: /^\0virtual:phone\/(config|scenes)$/ }, handler: (id) => codes()[id] ?? null },
    configureServer(server) {
      let timer: NodeJS.Timeout | undefined;
      if (file !== undefined) server.watcher.add(dirname(file));
      server.watcher.on('all', (_event, path) => {
        const changed = resolve(path);
        const counts =
          changed === file ||
          (read.files.includes(changed) && !changed.includes('/node_modules/')) ||
          (read.fromPages && changed === join(root, 'app.json'));
        if (!counts) return;
        clearTimeout(timer);
        timer = setTimeout(() => void refresh(server), TOGETHER);
      });
      server.httpServer?.once('close', () => clearTimeout(timer));
      server.middlewares.use((request, response, next) => {
        if ((request.url ?? '').split('?')[0] !== '/scenes.json') return next();
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.setHeader('cache-control', 'no-cache');
        response.end(sceneJson(read.list));
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'scenes.json', source: sceneJson(read.list) });
    },
  };
  return file === undefined ? [api, plugin] : [api, commonJsConfig(file), plugin];
}

/** `/scenes.json`: every scene, in the order of the list, for a loop that takes a picture of each. */
const sceneJson = ({ scenes }: SceneList): string => {
  const entries = scenes.map(({ id, title, description }) => ({
    id,
    title,
    description,
    // The phone alone, in that scene; relative to `scenes.json`.
    url: `phone.html?scene=${encodeURIComponent(id)}`,
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
};
