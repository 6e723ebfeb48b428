/** The other process of `preview-site.ts`: builds the preview, serves it, says where, and ends with its parent. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPreview } from '../../preview/vite/config';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Reads a file of the site; null when it is none, or lies outside. */
function read(folder: string, urlPath: string): Buffer | null {
  const file = path.join(
    folder,
    decodeURIComponent(urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath),
  );
  if (!file.startsWith(folder + path.sep)) return null;
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'preview-site-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.once('disconnect', () => process.exit(0));
  await buildPreview({ outDir: folder, logLevel: 'error' });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = read(folder, pathname);
    response.writeHead(body ? 200 : 404, {
      'content-type': types[path.extname(pathname) || '.html'] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    });
    response.end(body ?? 'not found');
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
