/** The development server refuses other sites and invalid paths. */
import { once } from 'node:events';
import { request } from 'node:http';
import path from 'node:path';
import { type Running, startPreview } from '../support/preview';

jest.setTimeout(120_000);

const repository = path.resolve(__dirname, '../..');

let server: Running;
beforeAll(async () => {
  server = await startPreview();
});
afterAll(() => server.stop());

interface Answer {
  status: number;
  headers: Readonly<Record<string, unknown>>;
  body: string;
}

/** Sends the path unchanged (`fetch` would normalise it), with headers that pages cannot set. */
async function ask(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  const sent = request({ hostname, port, path: url, headers, method }).end();
  const upgraded = once(sent, 'upgrade').then(([response]) => response.destroy());
  const answered = once(sent, 'response').then(async ([response]) => {
    let body = '';
    for await (const chunk of response.setEncoding('utf8')) body += chunk;
    return { status: response.statusCode, headers: response.headers, body };
  });
  return Promise.race([answered, upgraded.then(() => ({ status: 101, headers: {}, body: '' }))]);
}
const statusOf = async (...args: Parameters<typeof ask>): Promise<number> => (await ask(...args)).status;

const OWN = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
const FOREIGN = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };

test.each([
  '/miniprogram/%',
  '/miniprogram/%ff.png',
  '//',
  '//evil.example/x',
  '/%',
  '/miniprogram/a%00.png',
  '/@fs/%',
])('an invalid path is a 404: %s', async (url) => {
  expect(await statusOf(url)).toBe(404);
  expect(await statusOf('/')).toBe(200);
});

test('a foreign host (DNS rebinding) gets no content', async () => {
  for (const host of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example']) {
    for (const url of ['/', '/phone/main.ts', '/miniprogram/a.png', '/scenes.json', '/mockServiceWorker.js'])
      expect([host, url, await statusOf(url, { host })]).toEqual([host, url, 403]);
  }
});

test('another site may link to the preview, but not read or embed it', async () => {
  const opened = {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  };
  expect(await statusOf('/', opened)).toBe(200);
  expect(await statusOf('/', opened, 'POST')).toBe(403);
  for (const url of [
    '/',
    '/phone/main.ts',
    '/scenes.json',
    '/miniprogram/none.png',
    '/__open-in-editor?file=x',
  ]) {
    for (const site of ['cross-site', 'same-site'])
      expect([url, await statusOf(url, { ...FOREIGN, 'sec-fetch-site': site })]).toEqual([url, 403]);
    expect([url, await statusOf(url, { origin: 'http://127.0.0.1:1' })]).toEqual([url, 403]);
  }
  const { headers } = await ask('/', OWN);
  expect(headers['access-control-allow-origin']).toBeUndefined();
  expect(headers['cross-origin-resource-policy']).toBe('same-origin');
});

test('the live-reload socket accepts only its own pages', async () => {
  const socket = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-protocol': 'vite-hmr',
  };
  expect(await statusOf('/', { ...socket, origin: 'https://evil.example' })).not.toBe(101);
  expect(await statusOf('/?token=guessed', { ...socket, origin: 'https://evil.example' })).not.toBe(101);
});

test('files that the preview does not import are not served', async () => {
  expect(await statusOf('/phone/main.js', OWN)).toBe(200);
  for (const file of [
    'package.json',
    'biome.json',
    'test/support/preview.ts',
    'README.md',
    'docs/login.md',
    'gulpfile.mjs',
    // Code of the preview that no page imports.
    'preview/vite/config.ts',
    'simulator/headless.ts',
    'mock-server/http.ts',
    // The mini-program is only served compiled.
    'miniprogram/app.ts',
    'miniprogram/app.json',
  ]) {
    for (const end of ['', '?raw', '?url', '?import', '?raw&import', '?inline'])
      expect([file, end, await statusOf(`/@fs${repository}/${file}${end}`, OWN)]).toEqual([file, end, 403]);
  }
  expect(await statusOf('/@fs/etc/passwd?raw', OWN)).toBe(403);
  expect(await statusOf('/../package.json', OWN)).not.toBe(200);
});
