/**
 * `--untrusted`: the phone gets a separate origin, with the host name `p….localhost` of the same server. Then the
 * mini-program's scripts cannot access the shell. Each mini-program has its own host name, so that it cannot read the
 * storage of another one.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'vite';

/** The only pages that the shell's origin serves. Other pages could run the mini-program's code there. */
const SHELL_PAGES = ['/', '/index.html'];

const NO_SHEET = 'The sheet is not available with --untrusted: it needs phones in its own origin.';

/**
 * Whether the request opens a page. Old browsers send no `Sec-Fetch-Mode`; all their requests count as opening a page.
 */
const opensPage = ({ headers }: IncomingMessage): boolean =>
  headers['sec-fetch-mode'] === undefined || /navigate/.test(String(headers['sec-fetch-mode']));

/**
 * Creates the plugin, which provides the module `virtual:phone/host`.
 * @param root folder of an untrusted mini-program. undefined: it is trusted, and the phone uses the shell's origin.
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
      // A static site has only one host name.
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
