/**
 * `phone.config.ts` in the preview. The frame imports it as a module of the site; Node runs it for the list of scenes.
 * When it is saved, or app.json where it has no scenes, the pages of the site load again.
 */
import { basename, dirname, join, resolve } from 'node:path';
import type { InlineConfig, Plugin, ViteDevServer } from 'vite';
import { pagesOf } from '../../simulator/app-pages';
import { checkConfig } from '../../simulator/config/check';
import { CONFIG_NAMES, findConfig } from '../../simulator/config/find';
import type { Config } from '../../simulator/config/types';
import { isReallyBelow } from '../../simulator/inside';
import { parseObject } from '../../simulator/json-file';
import { miniprogramFolder } from '../../simulator/project-folder';
import { textOf } from '../../simulator/text-file';
import { type ListedPage, type SceneList, sceneListOf, scenesOfPages } from '../scene-list';
import { commonJsConfig } from './common-js';
import { ConfigMistake, mistakeOf, mistakeOfFields } from './config-mistake';
import { packageFolder } from './home';
import { appNameOf } from './program/app-name';
import { projectFolder } from './program/project-setting';
import type { Problem } from './program/types';

/** Sent to the frames of a development server: the mistakes of the config, none when it is mended. */
export const CONFIG_EVENT = 'phone:config-problems';

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

/** A JSON file of the mini-program; `{}` when it is missing or broken, which the compiler reports. */
function readObject(project: string, file: string): Readonly<Record<string, unknown>> {
  const read = parseObject((isReallyBelow(project, file) ? textOf(file) : null) ?? '');
  return 'value' in read ? read.value : {};
}

/** The pages of a mini-program with the titles of their bars; the entry page first. */
export function listPages(root: string): ListedPage[] {
  const project = projectFolder(root) ?? root;
  const app = readObject(project, join(root, 'app.json'));
  const all = pagesOf(app);
  const entry = typeof app.entryPagePath === 'string' ? app.entryPagePath.replace(/^\/+/, '') : all[0];
  const routes = all.toSorted((a, b) => Number(b === entry) - Number(a === entry));
  return routes.map((route) => {
    const title = readObject(project, join(root, `${route}.json`)).navigationBarTitleText;
    return { route, title: typeof title === 'string' ? title : '' };
  });
}

/** A config may wait for something, such as a list of fixtures, for so long, ms. */
const PATIENCE = 30_000;

/** @throws Error when the config has not run to its end. */
async function inTime<T>(running: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const reason = `has not run to its end after ${PATIENCE / 1000} s: what it awaits does not come`;
    timer = setTimeout(() => reject(new Error(reason)), PATIENCE);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

/** Runs the file. @returns what it exports, and the files that it imports. */
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
    // Vite sets it to `development` here. A build that follows would be one for development, with paths of this computer.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  }
}

/** A config as its file says it. */
export type OwnConfig = Pick<ReadConfig, 'config' | 'files'>;

/**
 * Runs and checks a config.
 * @param file `phone.config.ts`, absolute.
 * @throws ConfigMistake that names file and field, or file and place.
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
 * Adds what a mini-program says itself: its name, and a scene for each page where the config has none.
 * @param own Absent: there is no config.
 * @param root The folder with app.json.
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

/** The mini-program's folder that a config names; undefined: it names none. */
export const rootOfConfig = (file: string, config: Config): string | undefined =>
  config.root === undefined ? undefined : resolve(dirname(file), config.root);

/**
 * What a frame gets that loads while the config has a mistake: the names of the scenes, and no request leaves the phone.
 */
function moduleInstead({ config, list }: ReadConfig): string {
  const scenes = Object.fromEntries(list.scenes.map(({ id }) => [id, {}]));
  return [
    "import { HttpResponse, http } from 'msw';",
    "const handlers = [http.all('*', () => HttpResponse.error())];",
    `export default { ...${JSON.stringify({ title: config.title, start: list.start, scenes })}, handlers };`,
  ].join('\n');
}

/** The module of the site that holds the config, as the frame imports it. */
function moduleOf(file: string | undefined, read: ReadConfig, hasMistake: boolean): string {
  const { config } = read;
  if (hasMistake) return moduleInstead(read);
  if (file === undefined) return `export default ${JSON.stringify(config)};`;
  const own = `import own from ${JSON.stringify(file)};`;
  if (!read.fromPages) return `${own}\nexport default own;`;
  // The scenes of the pages are plain data. Those of a config are not: MSW's handlers hold the folder they were made in.
  return `${own}\nexport default own.scenes ? own : { ...own, scenes: ${JSON.stringify(config.scenes)} };`;
}

/** How long to wait for more files of the same save, ms. */
const TOGETHER = 30;

/** The folders in which a config would be found: from the mini-program's upwards to the project's. */
function foldersOf(root: string): string[] {
  const end = packageFolder(root) ?? root;
  const folders = [root];
  for (let at = root; at !== end && at !== dirname(at); at = dirname(at)) folders.push(dirname(at));
  return folders;
}

/**
 * Makes the plugin.
 * @param found `phone.config.ts`; undefined: there is none, so one that is written later counts.
 * @param first What was read, so that a mistake ends the start.
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

  /** Was a config found that names another mini-program? */
  const isOfAnother = (own: OwnConfig | undefined): boolean => {
    if (found !== undefined || file === undefined || own === undefined) return false;
    const named = rootOfConfig(file, own.config);
    return named !== undefined && miniprogramFolder(named) !== root;
  };

  /** What has just been loaded from disk is loaded anew by the next frame. */
  function forget(server: ViteDevServer): void {
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
      if (isOfAnother(own)) {
        file = undefined;
        return;
      }
      const next = completeConfig(own, root);
      // An app.json with a mistake lists no page: the scenes stay until it is mended.
      if (next.list.scenes.length === 0) return;
      read = next;
      problems = [];
    } catch (error) {
      if (!(error instanceof ConfigMistake)) throw error;
      problems = error.problems;
      server.config.logger.error(error.message, { timestamp: true });
      forget(server);
      hot.send(CONFIG_EVENT, problems);
      return;
    }
    forget(server);
    if (file !== undefined || JSON.stringify(codes()) !== before) hot.send({ type: 'full-reload' });
  }

  const plugin: Plugin = {
    name: 'phone-config',
    resolveId: { filter: { id: /^virtual:phone\// }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:phone\/(config|problems|scenes)$/ },
      handler: (id) => codes()[id] ?? null,
    },
    // Vite by itself would load the pages again before the config has been looked at.
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
        timer = setTimeout(() => void refresh(server), TOGETHER);
      });
      server.httpServer?.once('close', () => clearTimeout(timer));
      // A page that connects may have missed what was told while it loaded.
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
