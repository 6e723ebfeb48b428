/**
 * A process of the workshop (workshop.ts) that either builds previews or serves them. It cannot do both, because Vite's
 * mode is the process's NODE_ENV. The first line on standard output is its HTTP address. It exits when its standard
 * input closes.
 *
 * `POST /build {"outDir", "root"}` responds when the site is written.
 * `POST /serve {"root", "port", "editor", "comparison", "untrusted"}` responds with lines of JSON: `{"url"}`, then
 * `{"output"}` for all that the server prints. Closing the request stops the server.
 * An error is status 500 with the error text.
 */
import { Console } from 'node:console';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Writable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { buildPreview, startPreviewServer } from '../../preview/vite/config';
import { bundledSite } from '../../scripts/live-site';
import { temporaryFolder } from './temporary-folder';

interface Build {
  outDir: string;
  root?: string;
}

interface Serve {
  root?: string;
  port?: number;
  editor?: string;
  comparison?: string;
  untrusted?: boolean;
}

/** This repository's own mini-program. */
const PRODUCT = path.resolve(__dirname, '../../miniprogram');

const caches = temporaryFolder('preview-caches-');
process.once('exit', () => rmSync(caches, { recursive: true, force: true }));

/** Creates a server's cache of bundled packages: a copy of an earlier server's cache, if one exists. */
function cacheFor(number: number): string {
  const own = path.join(caches, String(number));
  const filled = Array.from({ length: number }, (_, earlier) => path.join(caches, String(earlier)));
  const done = filled.find((cache) => existsSync(path.join(cache, 'deps/_metadata.json')));
  if (done !== undefined) cpSync(done, own, { recursive: true });
  return own;
}

/** A console that passes all output to a function. Vite's logger needs a console. */
function consoleTo(say: (text: string) => void): Console {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      say(String(chunk));
      done();
    },
  });
  return new Console({ stdout: stream, stderr: stream, colorMode: false });
}

let servers = 0;

let bundled: Promise<string> | undefined;

/** Folder of the preview's pages, bundled once for all servers. */
function siteFolder(): Promise<string> {
  bundled ??= bundledSite();
  return bundled;
}

async function serve(order: Serve, request: IncomingMessage, response: ServerResponse) {
  const { root = PRODUCT, port = 0, editor, comparison, untrusted = false } = order;
  const send = (line: object) => response.write(`${JSON.stringify(line)}\n`);
  const { createLogger } = await import('vite');
  const server = await startPreviewServer({
    port,
    site: await siteFolder(),
    untrusted,
    cacheDir: cacheFor(servers++),
    logger: createLogger('warn', {
      allowClearScreen: false,
      console: consoleTo((output) => send({ output })),
    }),
    root,
    ...(comparison ? { comparison: { folder: comparison, isNamed: true } } : {}),
  });
  // The package launch-editor reads this variable. This process serves only one preview with an editor.
  if (editor) process.env.LAUNCH_EDITOR = editor;
  request.socket.once('close', () => {
    if (editor) delete process.env.LAUNCH_EDITOR;
    void server.close();
  });
  send({ url: server.url });
}

async function build({ outDir, root = PRODUCT }: Build, response: ServerResponse) {
  await buildPreview({ outDir, logLevel: 'silent', root });
  response.end();
}

/** One build at a time: one build already uses two cores. */
let queue: Promise<unknown> = Promise.resolve();

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const order = (await json(request)) as Build & Serve;
  if (request.url === '/serve') return serve(order, request, response);
  const turn = queue.then(() => build(order, response));
  queue = turn.catch(() => undefined);
  return turn;
}

const http = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    if (!response.headersSent) response.statusCode = 500;
    response.end(error instanceof Error ? error.message : String(error));
  });
});
http.listen(0, '127.0.0.1', () => {
  const { port } = http.address() as AddressInfo;
  process.stdout.write(`http://127.0.0.1:${port}/\n`);
});
process.stdin.resume().once('end', () => process.exit(0));
