/**
 * What the development server refuses before anything else looks at a request. It listens on 127.0.0.1 only, but every page
 * of every site in the person's browser can send requests there. Vite itself refuses a foreign `Host` (DNS rebinding).
 */
import { realpathSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { isBelow } from '../../simulator/inside';

/** Asked by Vite's error overlay, with `?file=`. */
const VITE_EDITOR = '/__open-in-editor';

/** The path of a request; null when it is none, as in `//` or `/miniprogram/%`. */
function pathOf(url: string): string | null {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  if (!path.startsWith('/') || path.startsWith('//')) return null;
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}

/**
 * Does another site's page ask? It may open the preview, in a tab or in a frame as editors do, and nothing else: no script,
 * picture or form of it is answered. Browsers say where a request comes from, and pages cannot change that.
 */
function isForeign({ headers, method }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  const opens = headers['sec-fetch-mode'] === 'navigate' && method === 'GET';
  if (site === 'cross-site' || site === 'same-site') return !opens;
  // Older browsers say it of what is not a plain GET.
  const { origin, host } = headers;
  if (site !== undefined || origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** Vite's overlay may open the files that the server serves. */
function isServed(url: string, folders: readonly string[]): boolean {
  const file = new URLSearchParams(url.split('?')[1]).get('file');
  if (file === null) return false;
  try {
    const real = realpathSync(resolve(file.replace(/(?::\d+){1,2}$/, '')));
    return folders.some((folder) => isBelow(folder, real));
  } catch {
    return false;
  }
}

/**
 * Makes the plugin. It must be the first one.
 * @param folders absolute; Vite's overlay may open files below them in the editor
 */
export function serverGuard(folders: readonly string[]): Plugin {
  return {
    name: 'server-guard',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = request.url ?? '/';
        const path = pathOf(url);
        const status =
          path === null
            ? 404
            : isForeign(request) || (path === VITE_EDITOR && !isServed(url, folders))
              ? 403
              : undefined;
        response.setHeader('cross-origin-resource-policy', 'same-origin');
        if (status === undefined) return next();
        response.statusCode = status;
        response.end();
      });
    },
  };
}
