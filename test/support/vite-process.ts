/**
 * A process of the workshop (workshop.ts) that builds previews, or serves them; not both: Vite's mode is the process's
 * NODE_ENV. Its first line on standard output is its HTTP address, and it ends with its standard input.
 *
 * `POST /build {"outDir", "root"}` answers when the site is written. `POST /serve {"root", "port", "editor", "untrusted"}` answers with lines of
 * JSON: `{"url"}`, then `{"said"}` for all that the server prints; it stops when the request is closed. A mistake is
 * status 500 with its text.
 */
import { Console } from 'node:console';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { buildPreview, startPreviewServer } from '../../preview/vite/config';

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

const caches = mkdtempSync(path.join(tmpdir(), 'preview-caches-'));
process.once('exit', () => rmSync(caches, { recursive: true, force: true }));

/** A server's packages, bundled: those that an earlier one has bundled are copied. */
function cacheFor(number: number): string {
  const own = path.join(caches, String(number));
  const filled = Array.from({ length: number }, (_, earlier) => path.join(caches, String(earlier)));
  const done = filled.find((cache) => existsSync(path.join(cache, 'deps/_metadata.json')));
  if (done !== undefined) cpSync(done, own, { recursive: true });
  return own;
}

/** A console that hands all that is printed to a function, as Vite's logger wants one. */
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

async function serve(told: Serve, request: IncomingMessage, response: ServerResponse) {
  const { root = PRODUCT, port = 0, editor, comparison, untrusted = false } = told;
  const send = (line: object) => response.write(`${JSON.stringify(line)}\n`);
  const { createLogger } = await import('vite');
  const server = await startPreviewServer({
    port,
    watch: 'miniprogram',
    untrusted,
    cacheDir: cacheFor(servers++),
    logger: createLogger('warn', {
      allowClearScreen: false,
      console: consoleTo((said) => send({ said })),
    }),
    root,
    ...(comparison ? { comparison: { folder: comparison, isNamed: true } } : {}),
  });
  // The package launch-editor looks there when it is asked; the process has no other server with an editor.
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

/** One build at a time: two cores are busy with one already. */
let queue: Promise<unknown> = Promise.resolve();

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const told = (await json(request)) as Build & Serve;
  if (request.url === '/serve') return serve(told, request, response);
  const turn = queue.then(() => build(told, response));
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
