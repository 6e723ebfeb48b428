/**
 * `phone.config.ts` in the preview. The frame imports it as a module of the site. Node runs it to get the list of
 * scenes. When it changes, the site's pages are reloaded. If the config has no scenes, a change of app.json also
 * reloads them.
 */
import { basename, dirname, join, resolve } from 'node:path';
import type { InlineConfig, Plugin, ViteDevServer } from 'vite';
import { checkConfig } from '../../simulator/config/check';
import { CONFIG_NAMES, findConfig } from '../../simulator/config/find';
import type { Config } from '../../simulator/config/types';
import { projectOf } from '../../simulator/headless/modules/project.cjs';
import { pagesOf } from '../../simulator/sources/app-pages';
import { isReallyBelow } from '../../simulator/sources/inside';
import { parseObject } from '../../simulator/sources/json-file';
import { miniprogramFolder } from '../../simulator/sources/project-folder';
import { textOf } from '../../simulator/sources/text-file';
import { type ListedPage, type SceneList, sceneListOf, scenesOfPages } from '../scene-list';
import { commonJsConfig } from './common-js';
import { ConfigMistake, mistakeOf, mistakeOfFields } from './config-mistake';
import { packageFolder } from './home';
import { appNameOf } from './program/app-name';
import type { Problem } from './program/types';

/** Event of the development server to the frames: the mistakes in the config. The list is empty when they are fixed. */
const CONFIG_EVENT = 'phone:config-problems';

/** A config with its default values filled in. */
export interface ReadConfig {
  /** The config's scenes, or one for each page. */
  readonly config: Config;
  readonly list: SceneList;
  /** Whether the scenes were made from the pages of app.json. */
  readonly fromPages: boolean;
  /** Files that the config depends on, absolute paths. */
  readonly files: readonly string[];
}

/** Module that replaces `miniprogram-phone` inside the config. The config only needs `defineConfig` and types. */
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

/**
 * Reads a JSON file of the mini-program. The result is `{}` if the file is missing or invalid; the compiler reports
 * such a file.
 */
function readObject(project: string, file: string): Readonly<Record<string, unknown>> {
  const read = parseObject((isReallyBelow(project, file) ? textOf(file) : null) ?? '');
  return 'value' in read ? read.value : {};
}

/** The pages of a mini-program, with the titles of their navigation bars. The entry page is first. */
export function listPages(root: string): ListedPage[] {
  const project = projectOf(root) ?? root;
  const app = readObject(project, join(root, 'app.json'));
  const all = pagesOf(app);
  const entry = typeof app.entryPagePath === 'string' ? app.entryPagePath.replace(/^\/+/, '') : all[0];
  const routes = all.toSorted((a, b) => Number(b === entry) - Number(a === entry));
  return routes.map((route) => {
    const title = readObject(project, join(root, `${route}.json`)).navigationBarTitleText;
    return { route, title: typeof title === 'string' ? title : '' };
  });
}

/** Time limit for running a config, ms. A config may use `await`, e.g. to load fixtures. */
const TIME_LIMIT = 30_000;

/** Waits for a promise. @throws Error after the time limit */
async function inTime<T>(running: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const reason = `has not finished after ${TIME_LIMIT / 1000} s: it awaits a promise that does not settle`;
    timer = setTimeout(() => reject(new Error(reason)), TIME_LIMIT);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

/** Runs the config file. @returns its export, and the absolute paths of the file and of its imports */
async function run(file: string): Promise<{ exported: unknown; files: string[] }> {
  const { runnerImport } = await import('vite');
  const inline: InlineConfig = {
    root: dirname(file),
    configFile: false,
    envDir: false,
    logLevel: 'silent',
    plugins: [api, commonJsConfig(() => file)],
  };
  const { NODE_ENV } = process.env;
  try {
    const { module, dependencies } = await inTime(runnerImport<{ default?: unknown }>(file, inline));
    return {
      exported: 'default' in module ? module.default : module,
      files: [file, ...dependencies.map((one) => resolve(dirname(file), one))],
    };
  } finally {
    // Vite has set NODE_ENV to `development`. A later build in this process would then contain development code with
    // paths of this computer.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  }
}

/** A config as its file exports it. */
type OwnConfig = Pick<ReadConfig, 'config' | 'files'>;

/**
 * Runs and checks a config.
 * @param file absolute path of `phone.config.ts`
 * @throws ConfigMistake with file and field, or file and line
 */
export async function readOwnConfig(file: string): Promise<OwnConfig> {
  const { exported, files } = await run(file).catch((error: unknown) => {
    throw mistakeOf(error, file);
  });
  try {
    return { config: checkConfig(exported, basename(file)), files };
  } catch (error) {
    throw mistakeOfFields(error, file);
  }
}

/**
 * Fills in the missing values of a config: the mini-program's name, and a scene for each page if the config has no
 * scenes.
 * @param own absent: there is no config
 * @param root the folder with app.json
 */
export function completeConfig(own: OwnConfig | undefined, root: string): ReadConfig {
  const { config, files } = own ?? { config: {}, files: [] };
  const whole = { ...config, scenes: config.scenes ?? scenesOfPages(listPages(root)) };
  return {
    config: whole,
    list: sceneListOf(whole, appNameOf(root)),
    fromPages: config.scenes === undefined,
    files,
  };
}

/** The absolute path of the mini-program's folder, from the config's `root`. undefined: the config has no `root`. */
export const rootOfConfig = (file: string, config: Config): string | undefined =>
  config.root === undefined ? undefined : resolve(dirname(file), config.root);

/**
 * The module for a frame while the config has a mistake. It contains the scenes' names, and a handler that fails every
 * request, so that no request reaches the network.
 */
function moduleDuringMistake({ config, list }: ReadConfig): string {
  const scenes = Object.fromEntries(list.scenes.map(({ id }) => [id, {}]));
  return [
    "import { HttpResponse, http } from 'msw';",
    "const handlers = [http.all('*', () => HttpResponse.error())];",
    `export default { ...${JSON.stringify({ title: config.title, start: list.start, scenes })}, handlers };`,
  ].join('\n');
}

/** Code of the module `virtual:phone/config`, which the frame imports. */
function moduleOf(file: string | undefined, read: ReadConfig, hasMistake: boolean): string {
  const { config } = read;
  if (hasMistake) return moduleDuringMistake(read);
  if (file === undefined) return `export default ${JSON.stringify(config)};`;
  const own = `import own from ${JSON.stringify(file)};`;
  if (!read.fromPages) return `${own}\nexport default own;`;
  // Scenes made from pages can be written as JSON. A config's own scenes contain handlers, so the frame must import
  // them.
  return `${own}\nexport default own.scenes ? own : { ...own, scenes: ${JSON.stringify(config.scenes)} };`;
}

/** Delay before a refresh, ms: an editor may save several files at once. */
const REFRESH_DELAY = 30;

/** The folders that may contain a config: the mini-program's folder and the folders above it, up to the project's. */
function foldersOf(root: string): string[] {
  const end = packageFolder(root) ?? root;
  const folders = [root];
  for (let at = root; at !== end && at !== dirname(at); at = dirname(at)) folders.push(dirname(at));
  return folders;
}

/**
 * Creates the plugin.
 * @param found path of `phone.config.ts`. undefined: it does not exist yet; a config that is created later is used.
 * @param first the config. The caller reads it, because a mistake in it must prevent the start of the server.
 * @param mayRun whether a config that is created later may run; false for an untrusted mini-program
 */
export function phoneConfig(
  found: string | undefined,
  root: string,
  first: ReadConfig,
  mayRun = true,
): Plugin[] {
  let file = found;
  let read = first;
  let problems: readonly Problem[] = [];
  const codes = (): Readonly<Record<string, string>> => ({
    '\0virtual:phone/config': moduleOf(file, read, problems.length > 0),
    '\0virtual:phone/problems': `export default ${JSON.stringify(problems)};`,
    '\0virtual:phone/scenes': `export default ${JSON.stringify(read.list)};`,
  });
  const isPartOfConfig = (changed: string): boolean =>
    changed === file || (read.files.includes(changed) && !changed.includes('/node_modules/'));

  /**
   * Whether a config that was created later is for another mini-program.
   * @throws ConfigMistake if the folder in its `root` has an invalid project.config.json
   */
  const isForOtherProgram = (own: OwnConfig | undefined): boolean => {
    if (found !== undefined || file === undefined || own === undefined) return false;
    const named = rootOfConfig(file, own.config);
    try {
      return named !== undefined && miniprogramFolder(named) !== root;
    } catch (error) {
      throw mistakeOf(error, file);
    }
  };

  /** Invalidates the virtual modules, so that the next frame loads the new config. */
  function invalidateModules(server: ViteDevServer): void {
    const { moduleGraph } = server.environments.client;
    for (const id of Object.keys(codes())) {
      const module = moduleGraph.getModuleById(id);
      if (module) moduleGraph.invalidateModule(module);
    }
  }

  async function refresh(server: ViteDevServer): Promise<void> {
    const before = JSON.stringify(codes());
    const { hot } = server.environments.client;
    try {
      const own = file === undefined ? undefined : await readOwnConfig(file);
      if (isForOtherProgram(own)) {
        file = undefined;
        return;
      }
      const next = completeConfig(own, root);
      // An invalid app.json lists no page. Keep the old scenes until it is valid again.
      if (next.list.scenes.length === 0) return;
      read = next;
      problems = [];
    } catch (error) {
      if (!(error instanceof ConfigMistake)) throw error;
      problems = error.problems;
      server.config.logger.error(error.message, { timestamp: true });
      invalidateModules(server);
      hot.send(CONFIG_EVENT, problems);
      return;
    }
    invalidateModules(server);
    if (file !== undefined || JSON.stringify(codes()) !== before) hot.send({ type: 'full-reload' });
  }

  const plugin: Plugin = {
    name: 'phone-config',
    resolveId: { filter: { id: /^virtual:phone\// }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:phone\/(config|problems|scenes)$/ },
      handler: (id) => codes()[id] ?? null,
    },
    // Otherwise Vite would reload the pages before the config has been checked.
    hotUpdate: {
      order: 'pre',
      handler: ({ file: changed }) => (isPartOfConfig(resolve(changed)) ? [] : undefined),
    },
    configureServer(server) {
      let timer: NodeJS.Timeout | undefined;
      server.watcher.add(file === undefined ? foldersOf(root) : dirname(file));
      server.watcher.on('all', (_event, path) => {
        const changed = resolve(path);
        if (mayRun && file === undefined && CONFIG_NAMES.includes(basename(changed))) file = findConfig(root);
        const counts = isPartOfConfig(changed) || (read.fromPages && changed === join(root, 'app.json'));
        if (!counts) return;
        clearTimeout(timer);
        timer = setTimeout(() => void refresh(server), REFRESH_DELAY);
      });
      server.httpServer?.once('close', () => clearTimeout(timer));
      // A page misses events while it is loading, so send the mistakes when it connects.
      server.environments.client.hot.on('vite:client:connect', (_payload, client) =>
        client.send(CONFIG_EVENT, problems),
      );
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
  return [api, commonJsConfig(() => file), plugin];
}

/**
 * The content of `/scenes.json`: every scene, in the order of the list. Programs that take pictures of the scenes use
 * it.
 */
const sceneJson = ({ scenes }: SceneList): string => {
  const entries = scenes.map(({ id, title, description }) => ({
    id,
    title,
    description,
    // URL of the phone alone in this scene, relative to `scenes.json`.
    url: `phone.html?scene=${encodeURIComponent(id)}`,
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
};
