/** Builds and serves the previews for the pictures: of the current files, and of a commit. */
import path from 'node:path';
import { buildPreview } from '../../vite/config';
import { serveBuilt } from '../../vite/static';
import { temporaryFolder } from '../temporary-folder';
import { buildCheckout, type Commit, withCheckout } from './checkout';

/** A preview that is served from a temporary folder. */
export interface Site {
  /** With a slash at the end. */
  readonly url: string;
  /** Stops the server and deletes the temporary folder. */
  close(): Promise<void>;
}

/**
 * Builds a preview and serves it. A built site looks the same as the development server's site, and it opens a phone
 * five times faster.
 * @param build builds the preview into a folder
 * @param origin text for the error message, e.g. `of 1a2b3c `
 */
async function startSite(build: (outDir: string) => Promise<void>, origin: string): Promise<Site> {
  const { path: outDir, remove } = await temporaryFolder('shots-site-');
  try {
    await build(outDir);
    const server = await serveBuilt(outDir, 0);
    return { url: server.url, close: () => server.close().then(remove) };
  } catch (error) {
    remove();
    throw new Error(`the preview ${origin}cannot be built: ${(error as Error).message}`);
  }
}

async function buildHere(root: string, outDir: string): Promise<void> {
  await buildPreview({ root, outDir, logLevel: 'silent' });
}

/**
 * The preview of the current files.
 * @param root the project's folder, or its mini-program's; absolute
 * @throws Error with the build's message, e.g. a mistake in the mini-program with its file and line
 */
export const siteOfFiles = (root: string): Promise<Site> =>
  startSite((outDir) => buildHere(root, outDir), '');

/**
 * Builds and serves the preview of a commit. For a commit of the preview's own repository, the commit's code builds the
 * preview, so that changes of the preview are visible. For a mini-program of another repository, the installed code
 * builds it.
 * @param report called with a message before a slow step
 * @throws Error with the message of git, npm or the build
 */
export function siteOfCommit(commit: Commit, report: (text: string) => void): Promise<Site> {
  const build = (outDir: string) =>
    withCheckout(commit, report, (checkout) =>
      commit.isPreviewItself
        ? buildCheckout(checkout, path.join(checkout, commit.below), outDir)
        : buildHere(path.join(checkout, commit.below), outDir),
    );
  return startSite(build, `of ${commit.id.slice(0, 12)} `);
}
