/** MSW's service worker, straight from its package: served at the root of the site, copied into the build. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** Its file name, beside `phone.html`: a worker rules over its own folder only. */
export const WORKER_FILE = 'mockServiceWorker.js';

const source = (): string =>
  readFileSync(createRequire(__filename).resolve('msw/mockServiceWorker.js'), 'utf8');

/** Makes the plugin. The file is never committed, so it cannot fall behind the installed MSW. */
export function mockWorker(): Plugin {
  return {
    name: 'mock-worker',
    configureServer(server) {
      server.middlewares.use(`/${WORKER_FILE}`, (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.setHeader('cache-control', 'no-cache');
        response.end(source());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: WORKER_FILE, source: source() });
    },
  };
}
