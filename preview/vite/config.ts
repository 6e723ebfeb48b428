/** The preview's development server and its build, as functions for the commands and the tests. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { InlineConfig, Logger, ViteDevServer } from 'vite';
import { findConfig } from '../../simulator/config/find';
import { miniprogramFolder } from '../../simulator/sources/project-folder';
import { isFile } from '../../simulator/sources/text-file';
import { actionServers } from './action-servers';
import { type ComparisonFolder, comparison } from './comparison-plugin';
import { ConfigMistake } from './config-mistake';
import { completeConfig, phoneConfig, type ReadConfig, readOwnConfig, rootOfConfig } from './config-plugin';
import { home, isPackaged, site as ownSite, packageFolder } from './home';
import { miniprogram } from './miniprogram-plugin';
import { noMaps } from './no-maps';
import { ownOrigin } from './own-origin';
import { serverGuard } from './server-guard';
import { sitePages } from './site-plugin';
import { isIgnored, isInside, isLinkOutside } from './watched';
import { mockWorker } from './worker-plugin';

/** Default address of the server: only this computer reaches it. */
const LOCAL = '127.0.0.1';
/** Default TCP port of the server. */
export const DEFAULT_PREVIEW_PORT = 5173;

/** Options of server and build. */
export interface PreviewOptions {
  /**
   * The folder with the mini-program's app.json. It can also be the project's folder; then the project.config.json
   * names the mini-program's folder (default `miniprogram`).
   */
  root: string;
  /** Vite's log level. Default `warn`: only mistakes in the sources are printed. */
  logLevel?: 'silent' | 'error' | 'warn' | 'info';
  /** Vite's logger. Default: the terminal. */
  logger?: Logger;
  /**
   * For a mini-program that the user does not trust: its `phone.config.ts` does not run, and the development server
   * gives its phone a separate origin.
   */
  untrusted?: boolean;
}

/** Options of `startPreviewServer`. */
export interface PreviewServerOptions extends PreviewOptions {
  /** TCP port; 0 = a free one. Default 5173. */
  port?: number;
  /** The address on which the server listens. Default `127.0.0.1`: only this computer can reach it. */
  host?: string;
  /** Cache folder for bundled packages. Servers that run at the same time need different folders. */
  cacheDir?: string;
  /** Folder of the sheet's comparison. Default: there is none. */
  comparison?: ComparisonFolder;
  /**
   * Folder of the pages with their bundled scripts. Default: the folder of the installed package. This repository must
   * bundle the pages itself: scripts/live-site.ts.
   */
  site?: string;
}

/** A listening development server. */
export interface PreviewServer {
  /** With a slash at the end, e.g. `http://127.0.0.1:5173/`. */
  readonly url: string;
  readonly port: number;
  /** Opens the browser. */
  open(): void;
  close(): Promise<void>;
}

/** A mistake that the user can fix. The program prints the message without a stack. */
export class PreviewError extends Error {
  override name = 'PreviewError';
}

function miniprogramIn(folder: string): string {
  try {
    return miniprogramFolder(folder);
  } catch (error) {
    throw new PreviewError((error as Error).message, { cause: error });
  }
}

/** A mini-program with the config of its project. */
interface PreviewProject {
  /** The folder with app.json. */
  readonly root: string;
  /** Absolute path of `phone.config.ts`; undefined = there is none. */
  readonly file: string | undefined;
  readonly read: ReadConfig;
}

/**
 * Opens a project. A config is ignored if its `root` is another mini-program.
 * @throws PreviewError when there is no mini-program, or for a mistake in the config, with the field
 */
export async function openProject(options: PreviewOptions): Promise<PreviewProject> {
  const folder = resolve(options.root);
  const found = options.untrusted ? undefined : findConfig(folder);
  try {
    const own = found === undefined ? undefined : await readOwnConfig(found);
    const named = found === undefined || own === undefined ? undefined : rootOfConfig(found, own.config);
    const isProgram = isFile(join(folder, 'app.json')) || isFile(join(folder, 'project.config.json'));
    const root = miniprogramIn(named !== undefined && !isProgram ? named : folder);
    if (!isFile(join(root, 'app.json')))
      throw new PreviewError(
        `no app.json in ${root}: not a mini-program. Name its folder with --root, or as \`root\` in phone.config.ts.`,
      );
    const isForRoot = named === undefined || miniprogramIn(named) === root;
    return {
      root,
      file: isForRoot ? found : undefined,
      read: completeConfig(isForRoot ? own : undefined, root),
    };
  } catch (error) {
    if (error instanceof ConfigMistake) throw new PreviewError(error.message, { cause: error });
    throw error;
  }
}

/** `development: true` would write the absolute path of each source file into the site. */
const jsx = { runtime: 'automatic', importSource: 'preact', development: false } as const;

/** Packages that Vite bundles before the first visit. If Vite finds a package later, it reloads the page. */
const packages = [
  'msw',
  'msw/browser',
  // The phone.config.ts of this repository imports the mock, which imports these packages.
  ...(isPackaged
    ? []
    : [
        '@noble/ciphers/aes',
        '@noble/hashes/hmac',
        '@noble/hashes/legacy',
        '@noble/hashes/sha2',
        '@noble/hashes/utils',
        'valibot',
      ]),
];

/**
 * Loads Vite with a dynamic import. With a static import, tsx (as CommonJS) would `require` Vite and rewrite its
 * modules, and a build would then lack Vite's built-in plugins.
 */
const vite = () => import('vite');

/**
 * The folder for caches and output: the npm package that contains the mini-program. In this repository: the repository.
 */
const homeOf = (root: string): string => (isPackaged ? (packageFolder(root) ?? root) : home);

/** Build settings for a site of TypeScript sources. The site of the installed package is already bundled. */
const fromSources: InlineConfig = isPackaged
  ? {}
  : { oxc: { jsx }, resolve: { alias: { tldts: join(ownSite, 'vite/public-suffix.ts') } } };

/** The HTML pages of a site. */
const pagesIn = (site: string): string[] =>
  ['index.html', 'sheet.html', 'phone.html'].filter((page) => existsSync(join(site, page)));

/**
 * The files that the server serves: the pages, the scripts and styles in their HTML, and their imports. It serves no
 * other file of the disk. From the mini-program it serves the compiled code and the pictures.
 */
const served = (site: string): string[] => {
  const pages = pagesIn(site);
  const named = pages.flatMap((page) =>
    [...readFileSync(join(site, page), 'utf8').matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(
      ([, file = '']) => file,
    ),
  );
  return [...new Set([...pages, ...named])].map((file) => join(site, file));
};

/** Vite's settings for both server and build. */
function configOf(options: PreviewOptions, project: PreviewProject, site: string): InlineConfig {
  const { root, file, read } = project;
  return {
    configFile: false,
    envDir: false,
    root: site,
    base: './',
    publicDir: false,
    appType: 'mpa',
    clearScreen: false,
    logLevel: options.logLevel ?? 'warn',
    ...(options.logger ? { customLogger: options.logger } : {}),
    cacheDir: join(homeOf(root), 'node_modules/.cache', isPackaged ? 'miniprogram-phone' : 'preview'),
    plugins: [
      serverGuard(),
      ownOrigin(options.untrusted ? root : undefined),
      miniprogram({ root }),
      phoneConfig(file, root, read, options.untrusted !== true),
      mockWorker(),
      sitePages(site),
      noMaps(site),
      actionServers(root),
    ],
  };
}

/** Whether a server with this host listens at every address of the computer. */
export const isEverywhere = (host: string | undefined): boolean => host === '0.0.0.0' || host === '::';

/** The error for a port that another program uses. */
export const portInUse = (port: number): PreviewError =>
  new PreviewError(`port ${port} is in use: choose another one with --port`);

async function listen(server: ViteDevServer, port: number): Promise<number> {
  try {
    await server.listen();
  } catch (error) {
    await server.close();
    if (/already in use|EADDRINUSE/i.test(String(error))) {
      throw portInUse(port);
    }
    throw error;
  }
  const address = server.httpServer?.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/**
 * Starts the development server with live reload. Mistakes in the mini-program's sources do not throw: they are
 * displayed in the phone and printed.
 * @throws PreviewError when the port is in use, when `root` has no mini-program, or for a mistake in the config
 */
export async function startPreviewServer(options: PreviewServerOptions): Promise<PreviewServer> {
  const chosenPort = options.port ?? DEFAULT_PREVIEW_PORT;
  if (options.untrusted && options.host !== undefined && options.host !== LOCAL)
    throw new PreviewError('--untrusted is for a browser on this computer: leave out --host');
  const project = await openProject(options);
  const { root } = project;
  const site = options.site ?? ownSite;
  if (!existsSync(join(site, 'phone/main.js'))) throw new Error(`the scripts of ${site} are not bundled`);
  const config = configOf(options, project, site);
  const isSite = (file: string) => options.site !== undefined && isInside(resolve(file), options.site);
  const { createServer } = await vite();
  const server = await createServer({
    ...config,
    plugins: [config.plugins, comparison(options.comparison, root)],
    ...(options.cacheDir === undefined ? {} : { cacheDir: options.cacheDir }),
    base: '/',
    input: served(site),
    server: {
      host: options.host ?? LOCAL,
      port: chosenPort,
      strictPort: chosenPort !== 0,
      // Pages of other origins must not read from this server.
      cors: false,
      fs: { strict: true, allow: [] },
      watch: {
        ignored: [(file: string) => !isSite(file) && (isIgnored(file, root) || isLinkOutside(file, root))],
      },
      warmup: { clientFiles: ['phone/main.js'] },
    },
    optimizeDeps: { entries: [], include: packages },
  });
  const port = await listen(server, chosenPort);
  return {
    port,
    url: `http://${isEverywhere(options.host) ? LOCAL : (options.host ?? LOCAL)}:${port}/`,
    open: () => server.openBrowser(),
    close: () => server.close(),
  };
}

/** Options of `buildPreview`. */
export interface PreviewBuildOptions extends PreviewOptions {
  /** Output folder; emptied first. Default: `dist/preview` in the project's folder. */
  outDir?: string;
}

/**
 * Writes the preview as a static site that runs under any path of any host.
 * @throws Error with every mistake in the mini-program's sources, each with its file and line.
 */
export async function buildPreview(options: PreviewBuildOptions): Promise<{ outDir: string }> {
  const project = await openProject(options);
  const outDir = resolve(options.outDir ?? join(homeOf(project.root), 'dist/preview'));
  const { build } = await vite();
  await build({
    ...configOf(options, project, ownSite),
    ...fromSources,
    mode: 'production',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // Do not warn about the large script: the user of the preview cannot split it.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: { input: pagesIn(ownSite).map((page) => join(ownSite, page)) },
    },
  });
  return { outDir };
}
