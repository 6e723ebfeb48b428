/** The editor opens a file of the mini-program when a person clicks on its place, and in no other way. */
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { type Running, startPreview } from '../support/preview';
import { openShell } from '../support/shell-page';
import { until } from '../support/until';

jest.setTimeout(120_000);

const repository = path.resolve(__dirname, '../..');

let folder: string;
let server: Running;
/** Of the page with the button, with a slash at the end. */
let door: string;
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
  door = await fetch(new URL('__preview/editor', server.url)).then((response) => response.text());
});
beforeEach(() => rmSync(opened(), { force: true }));
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends headers that `fetch` would not. */
async function ask(target: string, headers: Record<string, string>, method = 'POST', body = '') {
  const { port } = new URL(door);
  const sent = request({ hostname: '127.0.0.1', port, path: target, method, headers }).end(body);
  const [response] = await once(sent, 'response');
  response.resume();
  return response as { statusCode: number; headers: Record<string, string> };
}
const open = async (place: string, headers: Record<string, string>) =>
  (await ask('/open', headers, 'POST', place)).statusCode;
const own = () => ({ origin: door.slice(0, -1), 'sec-fetch-site': 'same-origin' });

test('a place of the mini-program', async () => {
  expect(await open('pages/user/user.wxml:12:3', own())).toBe(204);
  await until(() => existsSync(opened()));
  const [file, line, column] = readFileSync(opened(), 'utf8').split('\n');
  expect(file).toMatch(/miniprogram\/pages\/user\/user\.wxml$/);
  expect([line, column]).toEqual(['12', '3']);
});

test.each<[string, () => Record<string, string>]>([
  ['the preview, and so a script of the mini-program', () => ({ origin: server.url.slice(0, -1) })],
  ['another site', () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })],
  ['another port of this computer', () => ({ ...own(), 'sec-fetch-site': 'same-site' })],
  ['a sandboxed page', () => ({ origin: 'null' })],
  ['a program that says nothing', () => ({})],
  ['another name of this address', () => ({ ...own(), host: 'evil.example' })],
])('%s may not', async (_who, headers) => {
  expect(await open('pages/user/user.wxml:1:1', headers())).toBe(403);
  expect(existsSync(opened())).toBe(false);
});

test("Vite's own door is closed to all", async () => {
  const vite = new URL('__open-in-editor?file=miniprogram/app.ts', server.url);
  for (const site of ['same-origin', 'cross-site', 'none'])
    expect((await fetch(vite, { headers: { 'sec-fetch-site': site } })).status).toBe(403);
});

test('only the preview may show the button in a frame, and what it says is text', async () => {
  const { headers } = await ask('/?place=%3Cscript%3E', {}, 'GET');
  const { port } = new URL(server.url);
  expect(headers['content-security-policy']).toContain(
    `frame-ancestors http://127.0.0.1:${port} http://localhost:${port} http://[::1]:${port}`,
  );
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(await fetch(`${door}?place=%3Cscript%3E`).then((page) => page.text())).toContain(
    '>&lt;script&gt;</button>',
  );
  expect((await ask('/?place=a', { host: 'evil.example' }, 'GET')).statusCode).toBe(403);
  expect((await ask('/open', own(), 'GET')).statusCode).toBe(405);
});

test.each([
  ['../package.json:1'],
  ['/etc/passwd'],
  ['pages/user'],
  ['pages/user/none.wxml'],
  [''],
  ['a'.repeat(5000)],
  ['pages/user/user.wxml:1;touch x'],
])('%j is no file of the mini-program', async (place) => {
  expect(await open(place, own())).toBe(400);
});

describeInBrowser('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test("the person's click opens it; a script that has the phone's window cannot, nor read files", async () => {
    const shell = await openShell(browser, server.url, '?scene=member&device=375&lang=en', {});
    const { page } = shell;
    const frame = await shell.phone();
    await page.keyboard.press('i');
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowDown');
    const button = page.frameLocator('.source iframe').getByRole('button');
    await button.waitFor();

    const tried = await frame.evaluate(
      async ([editor, root]) => {
        const place = 'pages/user/user.wxml:1:1';
        const statusOf = (url: string, init?: RequestInit) =>
          fetch(url, init).then(
            ({ status }) => status,
            () => 'refused',
          );
        const shown = window.top?.document.querySelector<HTMLIFrameElement>('.source iframe');
        const mine = document.body.appendChild(document.createElement('iframe'));
        mine.src = `${editor}?place=${place}`;
        await new Promise((loaded) => mine.addEventListener('load', loaded));
        const results = {
          door: await statusOf(`${editor}open`, { method: 'POST', body: place, mode: 'no-cors' }),
          page: await statusOf(editor ?? ''),
          vite: await statusOf('/__open-in-editor?file=miniprogram/app.ts'),
          package: await statusOf(`/@fs${root}/package.json`),
          raw: await statusOf(`/@fs${root}/preview/vite/config.ts?raw`),
          above: await statusOf('/../package.json'),
          buttons: [shown, mine].map((one) => one?.contentDocument?.body ?? null),
        };
        mine.remove();
        return results;
      },
      [door, repository],
    );
    expect(tried).toEqual({
      door: 'refused',
      page: 'refused',
      vite: 403,
      package: 403,
      raw: 403,
      above: 404,
      buttons: [null, null],
    });
    expect(existsSync(opened())).toBe(false);

    await button.click();
    await until(() => existsSync(opened()));
    expect(readFileSync(opened(), 'utf8')).toMatch(/miniprogram\/pages\/user\/user\.wxml\n\d+\n\d+\n/);
    await page.frameLocator('.source iframe').getByText('Opened in the editor').waitFor();
    await shell.close();
  });
});
