/** The development server opens the editor for its own pages, for files of the mini-program, and for nothing else. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Running, startPreview } from '../support/preview';
import { until } from '../support/until';

jest.setTimeout(120_000);

let folder: string;
let server: Running;
const opened = () => path.join(folder, 'opened');

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'open-editor-'));
  const editor = path.join(folder, 'editor.sh');
  writeFileSync(
    editor,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${opened()}.draft'\nmv '${opened()}.draft' '${opened()}'\n`,
  );
  chmodSync(editor, 0o755);
  server = await startPreview({ editor });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (place: unknown, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
  fetch(new URL('__preview/open-editor', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ place }),
  }).then(({ status }) => status);

test('a place of the mini-program', async () => {
  expect(await ask('pages/user/user.wxml:12:3')).toBe(204);
  await until(() => existsSync(opened()));
  const [file, line, column] = readFileSync(opened(), 'utf8').split('\n');
  expect(file).toMatch(/miniprogram\/pages\/user\/user\.wxml$/);
  expect([line, column]).toEqual(['12', '3']);
});

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
  ['a page of another origin, in a browser that says no more', { origin: 'http://127.0.0.1:1' }],
  ['a program that says nothing', {}],
])('%s may not', async (_who, headers) => {
  rmSync(opened(), { force: true });
  expect(await ask('pages/user/user.wxml:1:1', headers)).toBe(403);
  // Vite has a door of its own for its error overlay.
  const vite = new URL('__open-in-editor?file=miniprogram/app.ts', server.url);
  expect((await fetch(vite, { headers })).status).toBe(403);
  expect(existsSync(opened())).toBe(false);
});

test.each([
  ['../package.json:1'],
  ['/etc/passwd'],
  ['pages/user'],
  ['pages/user/none.wxml'],
  [12],
  ['a'.repeat(5000)],
  ['pages/user/user.wxml:1;touch x'],
])('%j is no file of the mini-program', async (place) => {
  expect(await ask(place)).toBe(400);
});
