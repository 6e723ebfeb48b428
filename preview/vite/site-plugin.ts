/** Adds `/sheet` as a short address of the sheet. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The index page of the folder `sheet/` on a static site. It redirects to the sheet, with query and hash. */
const sheetRedirect = `<!doctype html>
<meta charset="utf-8">
<title>sheet</title>
<script>location.replace('../sheet.html' + location.search + location.hash);</script>
`;

/** Creates the plugin; `site` is Vite's root. */
export function sitePages(site: string): Plugin {
  const hasSheet = () => existsSync(join(site, 'sheet.html'));
  return {
    name: 'site-pages',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const [path = '', query] = (request.url ?? '').split('?');
        if ((path === '/sheet' || path === '/sheet/') && hasSheet()) {
          request.url = `/sheet.html${query === undefined ? '' : `?${query}`}`;
        }
        next();
      });
    },
    generateBundle() {
      if (hasSheet()) this.emitFile({ type: 'asset', fileName: 'sheet/index.html', source: sheetRedirect });
    },
  };
}
