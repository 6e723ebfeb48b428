/** Serves MSW's service worker at the root of the site, and copies it into the build. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { CLAIM_MESSAGE } from '../phone/requests/worker-link';

/**
 * File name of the worker. The file must be beside `phone.html`, because a worker only controls pages in its own
 * folder.
 */
const WORKER_FILE = 'mockServiceWorker.js';

/**
 * Runs before MSW's own listener, and skips requests for code, styles and fonts. No handler answers them, but MSW would
 * send a message to a page for each request. A sheet of sixty phones loads ten thousand modules from the development
 * server.
 */
const skipSiteFiles = `addEventListener('fetch', (event) => {
  if (['script', 'style', 'font'].includes(event.request.destination)) event.stopImmediatePropagation();
});
`;

/**
 * Keeps the worker registered, and takes control of the pages on `CLAIM_MESSAGE`. MSW's worker unregisters itself when
 * its last page closes. The next page would then register a worker that is ending: the worker would not control the
 * page, and the page's requests would reach the network.
 */
const keepRegistered = `self.registration.unregister = async () => false;
addEventListener('message', (event) => {
  if (event.data === '${CLAIM_MESSAGE}') event.waitUntil(self.clients.claim());
});
`;

/**
 * Fails the last requests of a closed page or a removed frame, because its handlers no longer answer. MSW would send
 * them to the network, where a real server may answer. They fail after two seconds, when the page no longer exists.
 * Earlier, the page's console would show an error for each request.
 */
const failLastRequests = `const left = new Set();
const failLater = () => new Promise((resolve) => setTimeout(resolve, 2000, Response.error()));
const hasLeft = async (id) => {
  // A request can overtake the message CLIENT_CLOSED. While the browser answers, the message arrives.
  const client = await self.clients.get(id);
  return left.has(id) || (activeClientIds.has(id) && !client);
};
addEventListener('message', ({ data, source }) => {
  if (data === 'CLIENT_CLOSED') left.add(source.id);
  if (data === 'MOCK_ACTIVATE') left.delete(source.id);
});
addEventListener('fetch', (event) => {
  // A navigation comes from the old page, but requests the next page: let it pass.
  if (event.request.mode === 'navigate' || !left.has(event.clientId)) return;
  event.stopImmediatePropagation();
  event.respondWith(failLater());
});
`;

/** The code with which MSW's worker sends a request to the network. */
const NETWORK_REQUEST = 'fetch(requestClone, { headers })';

/** The code of the worker. @throws Error if MSW's worker has changed */
function source(): string {
  const worker = readFileSync(createRequire(__filename).resolve('msw/mockServiceWorker.js'), 'utf8');
  const parts = worker.split(`return ${NETWORK_REQUEST}`);
  if (parts.length !== 2)
    throw new Error(`MSW's worker has changed: it does not contain "${NETWORK_REQUEST}" exactly once`);
  const unlessLeft = `return hasLeft(event.clientId).then((isLeft) => isLeft ? failLater() : ${NETWORK_REQUEST})`;
  return skipSiteFiles + keepRegistered + failLastRequests + parts.join(unlessLeft);
}

/** Creates the plugin. The worker's file is generated and never committed, so it always matches the installed MSW. */
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
