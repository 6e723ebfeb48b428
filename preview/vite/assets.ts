/** Pictures of the mini-program: served beside the frame, and copied into the build. */
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { ASSET_FOLDER } from './program/asset-folder';

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** The part of Rolldown's plugin context that is needed here. */
interface Emitter {
  emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string;
}

/** Puts every picture below `root` into the build, under its own path. */
export function emitAssets(emitter: Emitter, root: string): void {
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!types[extname(name).toLowerCase()] || name.split(sep).includes('node_modules')) continue;
    const fileName = `${ASSET_FOLDER}/${name.split(sep).join('/')}`;
    emitter.emitFile({ type: 'asset', fileName, source: readFileSync(join(root, name)) });
  }
}

/** Serves the pictures below `root` to a development server. A picture that is not there is a 404, not the shell. */
export function assetMiddleware(root: string) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const prefix = `/${ASSET_FOLDER}/`;
    if (!pathname.startsWith(prefix)) {
      next();
      return;
    }
    const file = join(root, decodeURIComponent(pathname.slice(prefix.length)));
    const type = types[extname(file).toLowerCase()];
    const found = file.startsWith(root + sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!type || !found) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', type);
    response.setHeader('cache-control', 'no-cache');
    createReadStream(file).pipe(response);
  };
}
