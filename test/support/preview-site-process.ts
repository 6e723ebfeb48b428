/** The other process of `preview-site.ts`: builds the preview, serves it, says where, and ends with its parent. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPreview } from '../../preview/vite/config';

const root = path.resolve(__dirname, '../..');
const PREFIX = 'preview-site-';
const DAY = 24 * 60 * 60 * 1000;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Changes whenever a source of the site does. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const folder of ['preview', 'miniprogram', 'simulator', 'mock-server']) {
    const files = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const name = path.join(file.parentPath, file.name);
      const { mtimeMs, size } = statSync(name);
      hash.update(`${name} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Sites of yesterday's sources. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > DAY) rmSync(folder, { recursive: true, force: true });
  }
}

/** The folder of the built site. Several test files want the same one: whoever comes first builds it. */
async function built(): Promise<string> {
  sweep();
  const folder = path.join(tmpdir(), `${PREFIX}${fingerprint()}`);
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(path.join(tmpdir(), `${PREFIX}draft-`));
  await buildPreview({ outDir: draft, logLevel: 'error' });
  try {
    renameSync(draft, folder);
  } catch {
    // Another process was faster; its site is the same.
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

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
  process.once('disconnect', () => process.exit(0));
  const folder = await built();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = read(folder, pathname);
    response.writeHead(body ? 200 : 404, {
      'content-type': types[path.extname(pathname) || '.html'] ?? 'application/octet-stream',
      // As a static host would: names in assets/ carry a hash of their content.
      'cache-control': pathname.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
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
