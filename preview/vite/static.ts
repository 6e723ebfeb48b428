/** Serves a built preview as a static host would. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PreviewError, portInUse } from './config';

/** A served static site. */
interface StaticSite {
  /** With a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder for this computer only.
 * @param outDir folder of the built preview, absolute
 * @param port TCP port on 127.0.0.1; 0 = a free one
 * @throws PreviewError when the port is in use, or the folder has no preview
 */
export async function serveBuilt(outDir: string, port: number): Promise<StaticSite> {
  if (!existsSync(path.join(outDir, 'index.html')))
    throw new PreviewError(`There is no preview in ${outDir}: build it first.`);
  const { preview } = await import('vite');
  const server = await preview({
    configFile: false,
    root: path.dirname(outDir),
    appType: 'mpa',
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port, strictPort: port !== 0 },
  }).catch((error: unknown) => {
    throw /in use/.test(String(error)) ? portInUse(port) : error;
  });
  const address = server.httpServer.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://127.0.0.1:${taken}/`, close: () => server.close() };
}
