/** Opens a source in the editor, when the shell asks for it. */
import { statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Plugin } from 'vite';

/** Where the shell asks. */
const PATH = '/__preview/open-editor';
/** Vite's own, which its error overlay asks. */
const VITE_PATH = '/__open-in-editor';

/** How long an editor may take to say that it cannot start, ms. */
const PATIENCE = 500;
/** A body may have so many characters: a path, a line and a column. */
const LONGEST = 2000;

/**
 * Does the request come from a page of this server? Other sites can send requests to it, too, and a program would start
 * then. Browsers say where a request comes from, and pages cannot change that.
 */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  // A browser that does not say it gives the origin of a POST.
  const { origin, host } = headers;
  return origin !== undefined && host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/** The place of a file below `root`, as an editor takes it. undefined for anything else. */
function placeIn(root: string, body: string): string | undefined {
  let place: unknown;
  try {
    ({ place } = JSON.parse(body) as { place?: unknown });
  } catch {
    return undefined;
  }
  const [, file, where] = (typeof place === 'string' && /^([^:\0]+)((?::\d+){0,2})$/.exec(place)) || [];
  if (file === undefined) return undefined;
  const full = normalize(join(root, file));
  const found = full.startsWith(root + sep) && statSync(full, { throwIfNoEntry: false })?.isFile();
  return found ? `${full}${where}` : undefined;
}

/** @returns whether an editor was started */
async function launch(place: string): Promise<boolean> {
  const { default: launchEditor } = await import('launch-editor');
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), PATIENCE);
    launchEditor(place, undefined, () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

/**
 * Makes the plugin.
 * @param root the mini-program: no other file is opened
 */
export function openEditor(root: string): Plugin {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request.setEncoding('utf8'));
    const place = body.length <= LONGEST ? placeIn(root, body) : undefined;
    if (place === undefined) response.statusCode = 400;
    else response.statusCode = (await launch(place)) ? 204 : 500;
    response.end();
  }
  return {
    name: 'open-editor',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (pathname !== PATH && pathname !== VITE_PATH) return next();
        if (!isOwnPage(request)) {
          response.statusCode = 403;
          response.end();
        } else if (pathname === VITE_PATH) next();
        else if (request.method !== 'POST') {
          response.statusCode = 405;
          response.end();
        } else answer(request, response).catch(next);
      });
    },
  };
}
