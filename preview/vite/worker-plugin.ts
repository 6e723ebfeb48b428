/** MSW's service worker, from its package: served at the root of the site, copied into the build. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { CLAIM_MESSAGE } from '../phone/requests/worker-link';

/** Its file name, beside `phone.html`: a worker rules over its own folder only. */
export const WORKER_FILE = 'mockServiceWorker.js';

/**
 * Goes before MSW's own listener. Code and styles are the site's, no handler answers them; but MSW would ask one of the
 * pages about each of them, and a sheet of sixty phones loads ten thousand modules from the development server.
 */
const letSitePass = `addEventListener('fetch', (event) => {
  if (['script', 'style', 'font'].includes(event.request.destination)) event.stopImmediatePropagation();
});
`;

/**
 * MSW's worker unregisters itself when its last page goes. The page that opens next then registers a worker that is about
 * to end, is not controlled by it, and sends its requests to the network: so the worker stays, and a page can ask for it.
 */
const stay = `self.registration.unregister = async () => false;
addEventListener('message', (event) => {
  if (event.data === '${CLAIM_MESSAGE}') event.waitUntil(self.clients.claim());
});
`;

const source = (): string =>
  letSitePass + stay + readFileSync(createRequire(__filename).resolve('msw/mockServiceWorker.js'), 'utf8');

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
