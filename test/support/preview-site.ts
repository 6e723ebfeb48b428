/** The preview as a static site on a free port, for browser tests. It is built once for each state of the sources. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface PreviewSite {
  /** With a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Builds the preview and serves it from another process: Vite is an ES module, which Jest's sandbox cannot load.
 * The process ends with ours, whatever happens.
 * @throws Error with what the build printed, when it fails
 */
export async function openPreviewSite(): Promise<PreviewSite> {
  const child = fork(path.join(__dirname, 'preview-site-process.ts'), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const url = await urlFrom(child);
  return {
    url,
    async close() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

function urlFrom(child: ChildProcess): Promise<string> {
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      printed += String(chunk);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The preview was not built (exit code ${code}):\n${printed}`)),
    );
  });
}
