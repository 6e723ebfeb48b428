/** The preview for tests: development server, static build, and a plain static host. */
import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { borrow } from './borrow';
import { eventually } from './eventually';

/** A running server. */
export interface Running {
  /** Address; it ends with a slash. */
  readonly url: string;
  /** All text on standard error so far. */
  readonly output: () => string;
  stop(): Promise<void>;
}

/**
 * Sends a request to a process of the workshop. vite-process.ts describes the responses.
 * @throws Error with the response's text for any status but 200.
 */
async function ask(tool: 'builder' | 'server', path: string, what: object): Promise<IncomingMessage> {
  const question = request(`${await borrow(tool)}${path}`, { method: 'POST', agent: false });
  question.end(JSON.stringify(what));
  const [answer] = (await once(question, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(await text(answer));
  return answer;
}

/**
 * Starts the development server on a free port.
 * @param options.root the mini-program; default: this repository's. `port`: a fixed port. `editor`: the program that
 * opens sources. `comparison`: the folder of a comparison, as if given on the command line.
 * @throws Error with the server's error text when it did not start.
 */
export async function startPreview(
  options: { root?: string; port?: number; editor?: string; comparison?: string; untrusted?: boolean } = {},
): Promise<Running> {
  const answer = await ask('server', 'serve', options);
  const lines = createInterface({ input: answer });
  let text = '';
  const url = await new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const message = JSON.parse(line) as { url?: string; output?: string };
      text += message.output ?? '';
      if (message.url) resolve(message.url);
    });
  });
  return {
    url,
    output: () => text,
    async stop() {
      lines.close();
      // Closing the request stops the server.
      answer.destroy();
    },
  };
}

/**
 * Resolves when the server has printed this. Printed text and messages to the page use different connections: printed
 * text can arrive later.
 */
export async function printed({ output }: Running, what: string | RegExp): Promise<void> {
  await eventually(() =>
    typeof what === 'string' ? expect(output()).toContain(what) : expect(output()).toMatch(what),
  );
}

/**
 * Writes the static preview.
 * @throws Error with the output of a failed build.
 */
export async function buildPreviewInto(outDir: string, root = ''): Promise<void> {
  await text(await ask('builder', 'build', { outDir, root }));
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves the files of a folder below `prefix` (e.g. `/some/where/`), like a plain static host. */
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
    // Cache forever, like a static host: names in assets/ contain a hash of the content.
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
