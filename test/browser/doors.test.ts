/** Only a user's click opens a file in the editor or renders a picture. */

import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { drawPicture } from '../../preview/cli/shots/draw';
import { deviceById } from '../../preview/devices';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { type Running, startPreview } from '../support/preview';
import { answerOnce, openShell } from '../support/shell-page';

jest.setTimeout(120_000);

const repository = path.resolve(__dirname, '../..');

let folder: string;
let server: Running;
/** Address of the pages with the buttons; it ends with a slash. */
let door: string;
let pictures: string;
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
  [door, pictures] = (await Promise.all(
    ['editor', 'picture'].map((name) =>
      fetch(new URL(`__preview/${name}`, server.url)).then((response) => response.text()),
    ),
  )) as [string, string];
});
beforeEach(() => rmSync(opened(), { force: true }));
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends a request with headers that `fetch` does not allow. */
async function ask(target: string, headers: Record<string, string>, method = 'POST', body = '', at = door) {
  const { port } = new URL(at);
  const sent = request({ hostname: '127.0.0.1', port, path: target, method, headers }).end(body);
  const [response] = await once(sent, 'response');
  response.resume();
  return response as { statusCode: number; headers: Record<string, string> };
}
const open = async (place: string, headers: Record<string, string>) =>
  (await ask('/open', headers, 'POST', place)).statusCode;
const own = () => ({ origin: door.slice(0, -1), 'sec-fetch-site': 'same-origin' });

test('a position in the mini-program opens in the editor', async () => {
  expect(await open('pages/user/user.wxml:12:3', own())).toBe(204);
  await eventually(() => expect(existsSync(opened())).toBe(true));
  const [file, line, column] = readFileSync(opened(), 'utf8').split('\n');
  expect(file).toMatch(/miniprogram\/pages\/user\/user\.wxml$/);
  expect([line, column]).toEqual(['12', '3']);
});

test.each<[string, () => Record<string, string>]>([
  ['the preview, and so a script of the mini-program', () => ({ origin: server.url.slice(0, -1) })],
  ['another site', () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })],
  ['another port of this computer', () => ({ ...own(), 'sec-fetch-site': 'same-site' })],
  ['a sandboxed page', () => ({ origin: 'null' })],
  ['a program that sends no such headers', () => ({})],
  ['another host name of this address', () => ({ ...own(), host: 'evil.example' })],
])('%s is refused', async (_who, headers) => {
  expect(await open('pages/user/user.wxml:1:1', headers())).toBe(403);
  expect(existsSync(opened())).toBe(false);
});

test("Vite's own editor URL is closed", async () => {
  const vite = new URL('__open-in-editor?file=miniprogram/app.ts', server.url);
  for (const site of ['same-origin', 'cross-site', 'none'])
    expect((await fetch(vite, { headers: { 'sec-fetch-site': site } })).status).toBe(403);
});

test('only the preview may embed the button, and its label is text', async () => {
  const { headers } = await ask('/?place=%3Cscript%3E', {}, 'GET');
  const { port } = new URL(server.url);
  expect(headers['content-security-policy']).toContain(
    `frame-ancestors http://127.0.0.1:${port} http://localhost:${port}`,
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
])('%j is not a file of the mini-program', async (place) => {
  expect(await open(place, own())).toBe(400);
});

test.each([
  ['nothing', ''],
  [
    'a text that is not a document',
    JSON.stringify({ device: '375', theme: 'light', scale: 1, frame: false }),
  ],
  [
    'a device that is not in the list',
    JSON.stringify({ html: '', device: '1', theme: 'light', scale: 1, frame: false }),
  ],
  [
    'a scale that is too large',
    JSON.stringify({ html: '', device: '375', theme: 'light', scale: 9, frame: false }),
  ],
])('no picture is rendered of %s', async (_what, body) => {
  const headers = { origin: pictures.slice(0, -1), 'sec-fetch-site': 'same-origin' };
  expect((await ask('/picture', headers, 'POST', body, pictures)).statusCode).toBe(400);
  const foreign = { origin: server.url.slice(0, -1), 'sec-fetch-site': 'same-site' };
  expect((await ask('/picture', foreign, 'POST', body, pictures)).statusCode).toBe(403);
});

describeInBrowser('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test("the user's click opens the file; a script with the phone's window cannot, and cannot read files", async () => {
    const shell = await openShell(browser, server.url, '?scene=member&device=375&lang=en');
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
    await eventually(() => expect(existsSync(opened())).toBe(true));
    expect(readFileSync(opened(), 'utf8')).toMatch(/miniprogram\/pages\/user\/user\.wxml\n\d+\n\d+\n/);
    await page.frameLocator('.source iframe').getByText('Opened in the editor').waitFor();
    await shell.close();
  });

  test('the current phone is exported exactly; a script can neither request nor receive it', async () => {
    const shell = await openShell(browser, server.url, '?scene=member&device=375&panel=log&lang=en');
    const { page } = shell;
    const frame = await shell.phone();
    // The server fails once: the panel requests the address again when it opens again.
    const failed = await answerOnce(page, '/__preview/picture', '', 500);
    await page.getByRole('tab', { name: 'Picture' }).click();
    await failed();
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.locator('.panel.log').waitFor();
    await page.getByRole('tab', { name: 'Picture' }).click();
    const edit = () =>
      window.previewPhone?.live.pages()[0]?.set(['nickName'], '<script>现在的名字').ok ?? false;
    expect(await frame.evaluate(edit)).toBe(true);
    const button = page.frameLocator('.export iframe').getByRole('button', { name: 'Export PNG' });
    await button.waitFor();

    const asked: string[] = [];
    page.on('request', (request) => request.url() === `${pictures}picture` && asked.push(request.method()));
    const received = await frame.evaluate(
      ([address]) =>
        new Promise((resolve) => {
          const messages: unknown[] = [];
          window.addEventListener('message', ({ data }) => messages.push(data));
          window.top?.postMessage('picture-wanted', '*');
          // A script can reach the shell's window through the engine's objects, so try to act as the shell.
          const shell = window.top as unknown as { eval(code: string): void };
          shell.eval(
            "document.querySelector('.export iframe').contentWindow.postMessage({ html: '', name: 'x' }, '*')",
          );
          fetch(`${address}picture`, { method: 'POST', mode: 'no-cors', body: '{}' }).then(
            () => resolve('answered'),
            () => resolve(messages),
          );
        }),
      [pictures],
    );
    expect(received).toEqual([]);
    await page.getByRole('radio', { name: '1×' }).check();
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe('member-375-light.png');
    // Two requests: the refused one of the script, and the one of the click.
    await eventually(() => expect(asked).toEqual(['POST', 'POST']));
    const file = path.join(folder, 'exported.png');
    await download.saveAs(file);
    const exported = PNG.sync.read(readFileSync(file));

    const alone = await shell.context.newPage();
    await alone.setViewportSize({ width: 375, height: 812 });
    await alone.goto(`${server.url}phone.html?scene=member&device=375`);
    await alone.waitForSelector('html[data-ready]', { state: 'attached' });
    const { default: pixelmatch } = await import('pixelmatch');
    const differences = async () => {
      const { data, width, height } = PNG.sync.read(await alone.screenshot());
      expect([exported.width, exported.height]).toEqual([width, height]);
      return pixelmatch(exported.data, data, undefined, width, height, { threshold: 0.1 });
    };
    expect(await differences()).toBeGreaterThan(100);
    await alone.evaluate(edit);
    await eventually(async () => expect(await differences()).toBeLessThan(20));
    await alone.close();
    await shell.close();
  });

  test('an exported dialog has its backdrop, and no focus ring', async () => {
    const style = 'dialog { inset: auto 0 0; margin: 0; width: 100%; border: 0; background: #ffffff }';
    const html = `<!doctype html><style>${style} ::backdrop { background: #000000 }</style><dialog open>1</dialog>`;
    const drawing = { html, device: deviceById('320'), theme: 'light', scale: 1, frame: false } as const;
    const { data, width, height } = PNG.sync.read(await drawPicture(drawing));
    const red = (x: number, y: number) => data[4 * (y * width + x)];
    expect([red(1, 1), red(0, height - 1)]).toEqual([0, 255]);
  });
});
