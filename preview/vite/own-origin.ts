/**
 * `--untrusted`: the phone gets a separate origin, the name `p….localhost` of the same server. The mini-program's
 * scripts cannot reach the shell then. Each mini-program has its own name, so that it cannot read another one's
 * storage.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'vite';

/** The only pages in the shell's origin. In any other page of it, the mini-program's code could run. */
const SHELL_PAGES = ['/', '/index.html'];

const NO_SHEET = 'The sheet is not available with --untrusted: it needs phones in its own origin.';

/** Whether the request opens a page. Without `Sec-Fetch-Mode` (old browsers), every request counts as one. */
const opensPage = ({ headers }: IncomingMessage): boolean =>
  headers['sec-fetch-mode'] === undefined || /navigate/.test(String(headers['sec-fetch-mode']));

/**
 * Makes the plugin, and the module `virtual:phone/host`.
 * @param root folder of an untrusted mini-program; undefined = it is trusted, and the phone uses the shell's origin
 */
export function ownOrigin(root: string | undefined): Plugin {
  const id = createHash('sha256')
    .update(root ?? '')
    .digest('hex')
    .slice(0, 12);
  let host = root === undefined ? '' : `p${id}.localhost`;
  return {
    name: 'own-origin',
    configResolved({ command }) {
      // A static host has no second name.
      if (command === 'build') host = '';
    },
    load: {
      filter: { id: /^\0virtual:phone\/host$/ },
      handler: () => `export default ${JSON.stringify(host)};`,
    },
    configureServer(server) {
      if (host === '') return;
      server.middlewares.use((request, response, next) => {
        const [name] = (request.headers.host ?? '').split(':', 1);
        const [path = ''] = (request.url ?? '').split(/[?#]/, 1);
        if (name === host || !opensPage(request) || SHELL_PAGES.includes(path)) return next();
        response.statusCode = 403;
        response.setHeader('content-type', 'text/plain; charset=utf-8');
        response.end(path.startsWith('/sheet') ? NO_SHEET : '');
      });
    },
  };
}
