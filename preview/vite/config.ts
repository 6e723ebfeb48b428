/** The preview's development server and its build, as functions: the gulpfile and the tests call them. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { InlineConfig, Logger, ViteDevServer } from 'vite';
import { CONFIG_NAMES, findConfig } from '../../simulator/config/find';
import { miniprogramFolder } from '../../simulator/project-folder';
import { isFile } from '../../simulator/text-file';
import { type ComparisonFolder, comparison } from './comparison-plugin';
import { completeConfig, phoneConfig, type ReadConfig, readOwnConfig, rootOfConfig } from './config-plugin';
import { doors } from './doors';
import { home, isPackaged, packageFolder, site } from './home';
import { miniprogram } from './miniprogram-plugin';
import { ownOrigin } from './own-origin';
import { serverGuard } from './server-guard';
import { sitePages } from './site-plugin';
import { isInside, isNoise, leadsOut } from './watched';
import { mockWorker } from './worker-plugin';

/** Where the preview listens by default: this computer alone. */
const LOCAL = '127.0.0.1';
/** Its port by default. */
export const DEFAULT_PREVIEW_PORT = 5173;

/** What server and build can be told. */
export interface PreviewOptions {
  /** The folder that holds the mini-program's app.json, or its project's folder, whose project.config.json names it (else `miniprogram`). */
  root: string;
  /** How much Vite says. Default `warn`: mistakes in the sources are printed, the rest is quiet. */
  logLevel?: 'silent' | 'error' | 'warn' | 'info';
  /** Where Vite prints. Default: the terminal. */
  logger?: Logger;
  /**
   * The mini-program is from elsewhere: its `phone.config.ts` does not run, and a development server gives its phone an origin
   * of its own.
   */
  untrusted?: boolean;
}

/** How the development server runs. */
export interface PreviewServerOptions extends PreviewOptions {
  /** TCP port; 0 takes a free one. Default 5173. */
  port?: number;
  /** Address to listen at. Default `127.0.0.1`: this computer alone. */
  host?: string;
  /** Where bundled packages are kept between runs. Servers that run at the same time need one each. */
  cacheDir?: string;
  /** Where the sheet finds a comparison. Default: nowhere. */
  comparison?: ComparisonFolder;
  /** Whose changes are seen: the mini-program's, its config's and the preview's own (default), or not the preview's own. */
  watch?: 'everything' | 'miniprogram';
}

/** A development server that is listening. */
export interface PreviewServer {
  /** With a slash at the end, e.g. `http://127.0.0.1:5173/`. */
  readonly url: string;
  readonly port: number;
  /** Opens the browser. */
  open(): void;
  close(): Promise<void>;
}

/** A mistake that a person can mend: the message is all there is to say, a stack trace would not help. */
export class PreviewError extends Error {
  override name = 'PreviewError';
}

function miniprogramIn(folder: string): string {
  try {
    return miniprogramFolder(folder);
  } catch (error) {
    throw new PreviewError((error as Error).message);
  }
}

/** A mini-program, and what its project's `phone.config.ts` says. */
export interface PreviewProject {
  /** The folder with app.json. */
  readonly root: string;
  /** `phone.config.ts`; undefined: there is none. */
  readonly file: string | undefined;
  readonly read: ReadConfig;
}

/**
 * Opens the project that is asked for. A config that names another mini-program than the one that is asked for does not
 * count.
 * @throws PreviewError when there is no mini-program, and for a mistake in the config: it names the field.
 */
export async function openProject(options: PreviewOptions): Promise<PreviewProject> {
  const asked = resolve(options.root);
  const found = options.untrusted ? undefined : findConfig(asked);
  try {
    const own = found === undefined ? undefined : await readOwnConfig(found);
    const named = found === undefined || own === undefined ? undefined : rootOfConfig(found, own.config);
    const isProgram = isFile(join(asked, 'app.json')) || isFile(join(asked, 'project.config.json'));
    const root = miniprogramIn(named !== undefined && !isProgram ? named : asked);
    if (!isFile(join(root, 'app.json')))
      throw new PreviewError(
        `no app.json in ${root}: not a mini-program. Name its folder with --root, or as \`root\` in phone.config.ts.`,
      );
    const isMeant = named === undefined || miniprogramIn(named) === root;
    return { root, file: isMeant ? found : undefined, read: completeConfig(isMeant ? own : undefined, root) };
  } catch (error) {
    throw new PreviewError((error as Error).message);
  }
}

/** `development` would write the absolute path of each source file into the site. */
const jsx = { runtime: 'automatic', importSource: 'preact', development: false } as const;

/** Packages that the site uses, bundled before the first visit: a late discovery would reload the page. */
const packages = [
  '@noble/ciphers/aes',
  '@noble/hashes/hmac',
  '@noble/hashes/legacy',
  '@noble/hashes/sha2',
  '@noble/hashes/utils',
  '@preact/signals',
  'glass-easel',
  'glass-easel-miniprogram-adapter',
  'miniprogram-simulate/src/api',
  'msw',
  'msw/browser',
  'preact',
  'preact/hooks',
  'preact/jsx-runtime',
  'valibot',
];

/**
 * Vite itself. Not a plain import: run as CommonJS by tsx, that becomes a `require` which rewrites Vite's own modules,
 * and its built-in plugins are then missing from a build.
 */
const vite = () => import('vite');

/** The folder of the project that a mini-program belongs to; this repository, for our own. */
const projectOf = (root: string): string => (isPackaged ? (packageFolder(root) ?? root) : home);

/** What is different where the site is TypeScript. */
const fromSources: InlineConfig = isPackaged
  ? {}
  : { oxc: { jsx }, resolve: { alias: { tldts: join(site, 'vite/public-suffix.ts') } } };

/** The pages of the site. */
const pages: readonly string[] = ['index.html', 'sheet.html', 'phone.html'].filter((page) =>
  existsSync(join(site, page)),
);

/**
 * The pages, and the scripts and styles that they name. The server gives these and what they import, and no other file of
 * the disk. Of the mini-program it gives what it has compiled, and pictures.
 */
const served = (): string[] => {
  const named = pages.flatMap((page) =>
    [...readFileSync(join(site, page), 'utf8').matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(
      ([, file = '']) => file,
    ),
  );
  return [...new Set([...pages, ...named])].map((file) => join(site, file));
};

/** What server and build have in common. */
function configOf(options: PreviewOptions, project: PreviewProject): InlineConfig {
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
    cacheDir: join(projectOf(root), 'node_modules/.cache', isPackaged ? 'miniprogram-phone' : 'preview'),
    ...fromSources,
    plugins: [
      serverGuard(),
      ownOrigin(options.untrusted ? root : undefined),
      miniprogram({ root }),
      phoneConfig(file, root, read, options.untrusted !== true),
      mockWorker(),
      sitePages(site),
      doors(root),
    ],
  };
}

/** Does a server with this host listen at every address of the computer? */
export const isEverywhere = (host: string | undefined): boolean => host === '0.0.0.0' || host === '::';

/** The port is taken. */
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
 * Starts the development server with live reload.
 * @throws PreviewError when the port is in use, or `root` holds no mini-program. Mistakes in the mini-program's
 * sources do not throw: they are shown in the phone and printed.
 */
export async function startPreviewServer(options: PreviewServerOptions): Promise<PreviewServer> {
  const wanted = options.port ?? DEFAULT_PREVIEW_PORT;
  if (options.untrusted && options.host !== undefined && options.host !== LOCAL)
    throw new PreviewError('--untrusted is for a browser on this computer: leave out --host');
  const project = await openProject(options);
  const { root } = project;
  const config = configOf(options, project);
  const { createServer } = await vite();
  const server = await createServer({
    ...config,
    plugins: [config.plugins, comparison(options.comparison, root)],
    ...(options.cacheDir === undefined ? {} : { cacheDir: options.cacheDir }),
    base: '/',
    input: served(),
    server: {
      host: options.host ?? LOCAL,
      port: wanted,
      strictPort: wanted !== 0,
      // Another page on this computer may read nothing here.
      cors: false,
      fs: { strict: true, allow: [] },
      watch: {
        ignored: [
          (file: string) => isNoise(file, root) || leadsOut(file, root),
          ...(options.watch === 'miniprogram'
            ? [(file: string) => !isInside(file, root) && !CONFIG_NAMES.includes(basename(file))]
            : []),
        ],
      },
      warmup: { clientFiles: [isPackaged ? 'phone/main.js' : 'phone/main.ts'] },
    },
    optimizeDeps: {
      entries: isPackaged ? [] : ['*.html'],
      include: isPackaged ? ['msw', 'msw/browser'] : packages,
      ...(isPackaged ? {} : { rolldownOptions: { transform: { jsx } } }),
    },
  });
  const port = await listen(server, wanted);
  return {
    port,
    url: `http://${isEverywhere(options.host) ? LOCAL : (options.host ?? LOCAL)}:${port}/`,
    open: () => server.openBrowser(),
    close: () => server.close(),
  };
}

/** How the build runs. */
export interface PreviewBuildOptions extends PreviewOptions {
  /** Where the site goes; emptied first. Default: `dist/preview` in the project's folder. */
  outDir?: string;
}

/**
 * Writes the preview as a static site that runs under any path of any host.
 * @throws Error with every mistake in the mini-program's sources, each with its file and line.
 */
export async function buildPreview(options: PreviewBuildOptions): Promise<{ outDir: string }> {
  const project = await openProject(options);
  const outDir = resolve(options.outDir ?? join(projectOf(project.root), 'dist/preview'));
  const { build } = await vite();
  await build({
    ...configOf(options, project),
    mode: 'production',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // The frame is one script: there is nothing that its reader could split.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: { input: pages.map((page) => join(site, page)) },
    },
  });
  return { outDir };
}
