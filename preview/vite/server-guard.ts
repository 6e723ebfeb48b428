/**
 * What the development server refuses before anything else looks at a request. It listens on 127.0.0.1 only, but every page
 * of every site in the person's browser can send requests there. Vite itself refuses a foreign `Host` (DNS rebinding).
 */
import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'vite';

/** Vite's own door to the editor, for every page of the server. This one has another: editor-door.ts. */
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

/** Makes the plugin. It must be the first one. */
export function serverGuard(): Plugin {
  return {
    name: 'server-guard',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = pathOf(request.url ?? '/');
        const status = path === null ? 404 : isForeign(request) || path === VITE_EDITOR ? 403 : undefined;
        response.setHeader('cross-origin-resource-policy', 'same-origin');
        if (status === undefined) return next();
        response.statusCode = status;
        response.end();
      });
    },
  };
}
