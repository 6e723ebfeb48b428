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
 * Builds a preview and serves it. A built site draws the same as the development server, and opens a phone in a fifth
 * of the time.
 * @param build builds the preview into a folder
 * @param whose inserted into the error message, e.g. `of 1a2b3c `
 */
async function startSite(build: (outDir: string) => Promise<void>, whose: string): Promise<Site> {
  const { path: outDir, remove } = await temporaryFolder('shots-site-');
  try {
    await build(outDir);
    const server = await serveBuilt(outDir, 0);
    return { url: server.url, close: () => server.close().then(remove) };
  } catch (error) {
    remove();
    throw new Error(`the preview ${whose}cannot be built: ${(error as Error).message}`);
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
 * The preview of a commit. A commit of the preview's own repository is built with the commit's code, so that changes of
 * the preview show, too. A mini-program of another repository is built with the installed code.
 * @param report called before a step that takes long
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
