/**
 * The pages of the preview for `npm start`, bundled like those of the package: from single modules, a phone loads four
 * times as slowly. A change of their sources bundles them anew, and Vite reloads the pages.
 */
import { watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from '../preview/cli/temporary-folder';
import { bundleSite } from './package/site';

const ROOT = path.resolve(__dirname, '..');

/**
 * Bundles the pages once, into a folder of this repository: `msw` stays an import of their scripts. The folder is deleted
 * when the process ends.
 * @returns the folder
 */
export async function bundledSite(): Promise<string> {
  const cache = path.join(ROOT, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const { path: folder } = await temporaryFolder('preview-site-', cache);
  await bundleSite(ROOT, folder);
  return folder;
}

/** Pages that follow their sources. */
export interface LiveSite {
  readonly folder: string;
  /** Stops watching the sources. */
  close(): void;
}

/** Folders of the pages' sources. */
const SOURCES = ['preview', 'simulator', 'mock-server'];
/** An editor writes a file in several steps, and a checkout writes many files: they are bundled together. ms */
const TOGETHER = 50;

/**
 * Bundles the pages, and again after each change of their sources.
 * @param report called with the error of a later bundle: the pages stay as they were
 * @throws Error when the first bundle fails
 */
export async function liveSite(report: (message: string) => void): Promise<LiveSite> {
  const folder = await bundledSite();
  let timer: NodeJS.Timeout | undefined;
  /** One bundle at a time: an older one must not overwrite a newer one. */
  let queue = Promise.resolve();
  const bundle = () => {
    queue = queue.then(async () => {
      await bundleSite(ROOT, folder).catch(({ message }: Error) => report(message));
    });
  };
  const watchers = SOURCES.map((source) =>
    watch(path.join(ROOT, source), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(bundle, TOGETHER);
    }).on('error', ({ message }) => report(message)),
  );
  return {
    folder,
    close() {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
    },
  };
}
