/**
 * Refuses requests of other sites. The development server listens only on 127.0.0.1, but every page in the user's
 * browser can send requests to it. Vite itself refuses a wrong `Host` (DNS rebinding).
 */
import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'vite';

/**
 * Vite's own path that opens the editor. It is refused, because any page of the server could use it. editor-server.ts
 * opens the editor instead.
 */
const VITE_EDITOR = '/__open-in-editor';

/** The path of a request. null: it is invalid, such as `//` or `/miniprogram/%`. */
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
 * Whether a page of another site sent the request. Such a page may only open the preview, in a tab or in a frame
 * (editors use a frame). Requests of its scripts, pictures and forms are refused. Browsers set these headers, and pages
 * cannot change them.
 */
function isForeign({ headers, method }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  const opens = headers['sec-fetch-mode'] === 'navigate' && method === 'GET';
  if (site === 'cross-site' || site === 'same-site') return !opens;
  // Older browsers only send `Origin`, and omit it for a plain GET.
  const { origin, host } = headers;
  if (site !== undefined || origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** Creates the plugin. It must be the first plugin, so that it runs before all other middleware. */
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
