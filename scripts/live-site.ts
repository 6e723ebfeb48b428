/**
 * The pages of the preview for `npm start`. They are bundled like those of the package: from separate modules, a phone
 * takes four times as long to load. After a change of their sources they are bundled again, and Vite reloads them.
 */
import { watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from '../preview/cli/temporary-folder';
import { bundleSite } from './package/site';

const ROOT = path.resolve(__dirname, '..');

/**
 * Bundles the pages once, into a folder in `node_modules/.cache`. `msw` is not bundled. The folder is deleted when the
 * process ends.
 * @returns the folder
 */
export async function bundledSite(): Promise<string> {
  const cache = path.join(ROOT, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const { path: folder } = await temporaryFolder('preview-site-', cache);
  await bundleSite(ROOT, folder);
  return folder;
}

/** Bundled pages that are updated after a change of their sources. */
interface LiveSite {
  readonly folder: string;
  /** Stops watching the sources. */
  close(): void;
}

/** Folders of the pages' sources. */
const SOURCES = ['preview', 'simulator', 'mock-server'];
/** Milliseconds to wait after a change: an editor writes a file in several steps, and a checkout writes many files. */
const TOGETHER = 50;

/**
 * Bundles the pages, and bundles them again after each change of their sources.
 * @param report called with the error of a later bundle; the pages then stay unchanged
 * @throws Error if the first bundle fails
 */
export async function liveSite(report: (message: string) => void): Promise<LiveSite> {
  const folder = await bundledSite();
  let timer: NodeJS.Timeout | undefined;
  /** Bundles run one after the other: an older one must not overwrite a newer one. */
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
