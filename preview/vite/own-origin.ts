/**
 * `--untrusted`: the phone gets an origin of its own, the name `p….localhost` of this very server, so that the scripts of
 * the mini-program reach nothing of the shell. Each mini-program has another name: none finds what another one has stored.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'vite';

/** All that may be a page in the shell's origin: any other one would be a place where the mini-program's code can run. */
const SHELL_PAGES = ['/', '/index.html'];

const NO_SHEET = 'The sheet takes its pictures of phones in its own origin: there is none with --untrusted.';

/** Is it the code of a page, or may it be? Browsers that do not say it get pages only. */
const opensPage = ({ headers }: IncomingMessage): boolean =>
  headers['sec-fetch-mode'] === undefined || /navigate/.test(String(headers['sec-fetch-mode']));

/**
 * Makes the plugin, and the module `virtual:phone/host`.
 * @param root The mini-program that is not trusted; undefined: it is, and the phone lives in the shell's origin.
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
      // A static host has no other name.
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
