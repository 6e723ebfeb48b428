/** What the site has besides its pages: `/scenes.json` for scripts, and `/sheet` as a short address. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { scenarios } from '../../mock-server/scenarios';

/** One line of `/scenes.json`. */
export interface SceneEntry {
  id: string;
  title: { zh: string; en: string };
  description: { zh: string; en: string };
  /** The phone alone, in that scene; relative to `scenes.json`. */
  url: string;
}

/** Every scene, in the order of the list: for a loop that takes a picture of each. */
export const sceneList = (): SceneEntry[] =>
  scenarios.map(({ id, title, description }) => ({
    id,
    title,
    description,
    url: `phone.html?scene=${encodeURIComponent(id)}`,
  }));

const sceneJson = (): string => `${JSON.stringify(sceneList(), null, 2)}\n`;

/** A static host serves a folder's index: this one leads on to the page, query and all. */
const sheetRedirect = `<!doctype html>
<meta charset="utf-8">
<title>sheet</title>
<script>location.replace('../sheet.html' + location.search + location.hash);</script>
`;

/** Makes the plugin; `site` is Vite's root. */
export function sitePages(site: string): Plugin {
  const hasSheet = () => existsSync(join(site, 'sheet.html'));
  return {
    name: 'site-pages',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path = '', query] = (request.url ?? '').split('?');
        if (path === '/scenes.json') {
          response.setHeader('content-type', 'application/json; charset=utf-8');
          response.setHeader('cache-control', 'no-cache');
          response.end(sceneJson());
          return;
        }
        if ((path === '/sheet' || path === '/sheet/') && hasSheet()) {
          request.url = `/sheet.html${query === undefined ? '' : `?${query}`}`;
        }
        next();
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'scenes.json', source: sceneJson() });
      if (hasSheet()) this.emitFile({ type: 'asset', fileName: 'sheet/index.html', source: sheetRedirect });
    },
  };
}
