/** Serves MSW's service worker at the root of the site, and copies it into the build. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { CLAIM_MESSAGE } from '../phone/requests/worker-link';

/** File name of the worker. It must be beside `phone.html`: a worker only controls pages of its own folder. */
export const WORKER_FILE = 'mockServiceWorker.js';

/**
 * Runs before MSW's own listener. No handler answers requests for code, styles and fonts, but MSW would send a message
 * to a page for each: a sheet of sixty phones loads ten thousand modules from the development server.
 */
const letSitePass = `addEventListener('fetch', (event) => {
  if (['script', 'style', 'font'].includes(event.request.destination)) event.stopImmediatePropagation();
});
`;

/**
 * Keeps the worker registered, and takes control of the pages on `CLAIM_MESSAGE`. MSW's worker unregisters itself when
 * its last page closes. The next page would then register an ending worker, be uncontrolled, and send its requests to
 * the network.
 */
const stay = `self.registration.unregister = async () => false;
addEventListener('message', (event) => {
  if (event.data === '${CLAIM_MESSAGE}') event.waitUntil(self.clients.claim());
});
`;

/**
 * Fails the last requests of a page that is left, or of a removed frame: its handlers no longer answer. MSW would send
 * them to the network, where a real server may listen. They fail after two seconds, when the page is gone: the console
 * of a page that is still there would show an error for each.
 */
const failLeft = `const left = new Set();
const failLater = () => new Promise((resolve) => setTimeout(resolve, 2000, Response.error()));
const hasLeft = async (id) => left.has(id) || (activeClientIds.has(id) && !(await self.clients.get(id)));
addEventListener('message', ({ data, source }) => {
  if (data === 'CLIENT_CLOSED') left.add(source.id);
  if (data === 'MOCK_ACTIVATE') left.delete(source.id);
});
addEventListener('fetch', (event) => {
  // A page that navigates asks for the next one.
  if (event.request.mode === 'navigate' || !left.has(event.clientId)) return;
  event.stopImmediatePropagation();
  event.respondWith(failLater());
});
`;

/** How MSW's worker sends a request to the network. */
const TO_NETWORK = 'fetch(requestClone, { headers })';

/** @throws Error when MSW's worker has changed. */
function source(): string {
  const worker = readFileSync(createRequire(__filename).resolve('msw/mockServiceWorker.js'), 'utf8');
  const parts = worker.split(`return ${TO_NETWORK}`);
  if (parts.length !== 2) throw new Error(`MSW's worker has changed: it has no single "${TO_NETWORK}"`);
  const unlessLeft = `return hasLeft(event.clientId).then((isLeft) => isLeft ? failLater() : ${TO_NETWORK})`;
  return letSitePass + stay + failLeft + parts.join(unlessLeft);
}

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
