/** Pictures of the mini-program: served by the development server, and copied into the build. */
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { projectOf } from '../../simulator/headless/modules/project.cjs';
import { isBelow, isReallyBelow } from '../../simulator/sources/inside';
import { isFile, withSlashes } from '../../simulator/sources/text-file';
import { ASSET_FOLDER } from './program/asset-folder';

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** The part of Rolldown's plugin context that this file needs. */
interface Emitter {
  emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string;
}

/** Whether `file` is a picture of the mini-program in `root`. A symbolic link to a file outside its project is not. */
function isPicture(root: string, file: string): boolean {
  if (!types[extname(file).toLowerCase()] || !isBelow(root, file)) return false;
  return isFile(file) && isReallyBelow(projectOf(root) ?? root, file);
}

/** Copies every picture below `root` into the build, under the same path. */
export function emitAssets(emitter: Emitter, root: string): void {
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (name.split(sep).includes('node_modules') || !isPicture(root, join(root, name))) continue;
    const fileName = `${ASSET_FOLDER}/${withSlashes(name)}`;
    emitter.emitFile({ type: 'asset', fileName, source: readFileSync(join(root, name)) });
  }
}

/**
 * Middleware that serves the pictures below `root`. For a missing picture it responds with 404; otherwise Vite would
 * send the shell's page.
 */
export function assetMiddleware(root: string) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const [path = ''] = (request.url ?? '/').split(/[?#]/, 1);
    const prefix = `/${ASSET_FOLDER}/`;
    if (!path.startsWith(prefix)) {
      next();
      return;
    }
    const file = join(root, decodeURIComponent(path.slice(prefix.length)));
    const type = types[extname(file).toLowerCase()];
    if (!type || !isPicture(root, file)) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', type);
    // Without this header, an SVG opened as a page would run its scripts in the origin of this server.
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox",
    );
    response.setHeader('cache-control', 'no-cache');
    createReadStream(file).pipe(response);
  };
}
