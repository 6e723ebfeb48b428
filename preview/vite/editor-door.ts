/**
 * Opens a source in the editor, when a person clicks on its place. The button is a page of an own origin, in a frame of
 * the shell: scripts of a mini-program run in the shell's origin, and can neither click it nor ask in its place.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { isBelow, isReallyBelow } from '../../simulator/inside';
import { isFile } from '../../simulator/text-file';
import { editorPage } from './editor-page';

/** How long an editor may take to say that it cannot start, ms. */
const PATIENCE = 500;
/** A body may have so many bytes: a path, a line and a column. */
const LONGEST = 2000;

/** A door that listens. */
export interface EditorDoor {
  /** Of its page, which takes `?place=` and `&lang=`. Known to all pages: it is no secret. */
  readonly url: string;
  close(): void;
}

/** The place of a file below `root`, as an editor takes it. undefined for anything else. */
function placeIn(root: string, place: string): string | undefined {
  const [, file, where] = /^([^:\0]+)((?::\d+){0,2})$/.exec(place) ?? [];
  if (file === undefined) return undefined;
  const full = normalize(join(root, file));
  return isBelow(root, full) && isFile(full) && isReallyBelow(root, full) ? `${full}${where}` : undefined;
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

/** The body; undefined when it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > LONGEST) return undefined;
  }
  return body;
}

/**
 * Does the door's own page ask? Pages of every origin can send requests to it, and a program would start then. Browsers
 * say where a request comes from, and pages cannot change that.
 */
const isOwnPage = ({ headers }: IncomingMessage, url: string): boolean =>
  headers.origin === url.slice(0, -1) && (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';

/**
 * Opens the door on a free port of this computer.
 * @param root the mini-program: no other file is opened
 * @param hosts those that may show the page in a frame, as a policy names them, e.g. `http://127.0.0.1:5173`
 */
export async function openEditorDoor(root: string, hosts: () => readonly string[]): Promise<EditorDoor> {
  let url = '';

  function show({ searchParams }: URL, response: ServerResponse): void {
    const nonce = randomBytes(16).toString('base64url');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; connect-src 'self'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; ` +
        `base-uri 'none'; form-action 'none'; frame-ancestors ${hosts().join(' ')}`,
    );
    const place = (searchParams.get('place') ?? '').slice(0, LONGEST);
    response.end(editorPage(place, searchParams.get('lang') === 'en' ? 'en' : 'zh', nonce));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', url);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    // Another name for this address is DNS rebinding.
    if (request.headers.host !== new URL(url).host) response.statusCode = 403;
    else if (asked.pathname === '/' && request.method === 'GET') return show(asked, response);
    else if (asked.pathname !== '/open') response.statusCode = 404;
    else if (request.method !== 'POST') response.statusCode = 405;
    else if (!isOwnPage(request, url)) response.statusCode = 403;
    else {
      const body = await bodyOf(request);
      const place = body === undefined ? undefined : placeIn(root, body);
      if (place === undefined) response.statusCode = 400;
      else response.statusCode = (await launch(place)) ? 204 : 500;
    }
    response.end();
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      response.statusCode = 400;
      response.end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
