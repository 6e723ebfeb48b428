/** The preview for tests: its development server, its static build, and a plain static host. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

const program = path.join(__dirname, 'preview-server.ts');
const repository = path.resolve(__dirname, '../..');

/** Something that listens. */
export interface Running {
  /** With a slash at the end. */
  readonly url: string;
  /** What it has printed on standard error so far. */
  readonly output: () => string;
  stop(): Promise<void>;
}

function start(args: readonly string[]): {
  child: ChildProcess;
  output: () => string;
  answer: Promise<unknown>;
} {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: repository,
    // Jest's own NODE_ENV would reach Vite and what it builds.
    env: { ...process.env, NODE_ENV: undefined, FORCE_COLOR: '0', NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const answer = new Promise<unknown>((resolve, reject) => {
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.startsWith('{')) resolve(JSON.parse(line));
        else errors += `${line}\n`;
      });
    }
    child.once('exit', (code) => reject(new Error(errors.trim() || `the preview ended with code ${code}`)));
  });
  return { child, output: () => errors, answer };
}

/**
 * Starts the development server on a free port.
 * @param root the mini-program; default: ours. `port`: another port than a free one.
 * @throws Error with what the server said when it could not start.
 */
export async function startPreview(options: { root?: string; port?: number } = {}): Promise<Running> {
  const { child, output, answer } = start(['serve', options.root ?? '', String(options.port ?? 0)]);
  const { url } = (await answer) as { url: string };
  return {
    url,
    output,
    async stop() {
      const exit = once(child, 'exit');
      child.stdin?.end();
      await exit;
    },
  };
}

/**
 * Writes the static preview.
 * @throws Error with what the build said when it failed.
 */
export async function buildPreviewInto(outDir: string, root = ''): Promise<void> {
  const { child, answer } = start(['build', outDir, root]);
  child.stdin?.end();
  await answer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves a folder below `prefix` (e.g. `/some/where/`), as the plainest of hosts does: files, and nothing else. */
export async function serveStatic(folder: string, prefix: string): Promise<Running> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.startsWith(prefix) ? decodeURIComponent(pathname.slice(prefix.length)) : '..';
    let file = path.join(folder, name);
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) file = path.join(file, 'index.html');
    if (name.includes('..') || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.statusCode = 404;
      response.end('not found');
      return;
    }
    response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream');
    // As a static host would: names in assets/ carry a hash of their content.
    const named = name.startsWith('assets/');
    response.setHeader('cache-control', named ? 'max-age=31536000, immutable' : 'no-cache');
    createReadStream(file).pipe(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    output: () => '',
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
