/**
 * `--untrusted`: a script that reaches the surrounding `window` finds nothing, and the shell's origin serves only the
 * shell.
 */
import { once } from 'node:events';
import { request } from 'node:http';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { type Running, startPreview } from '../support/preview';
import { type ProgramFolder, programFolder } from '../support/program-folder';

jest.setTimeout(120_000);

const repository = path.resolve(__dirname, '../..');

/** The script reaches the window through the engine's own objects. */
const SCRIPT = `Page({
  data: { n: 0, said: '' },
  add() { this.setData({ n: this.data.n + 1 }); },
  async onReady() {
    const found = [];
    const note = async (name, run) => {
      try { found.push(name + ': ' + (await run())); } catch (error) { found.push(name + ': ' + error.name); }
    };
    const win = this._$.$$.ownerDocument.defaultView;
    const shell = 'http://127.0.0.1:' + win.location.port + '/';
    await note('window', () => win === win.window);
    await note('document of the shell', () => { win.top.document.title = 'reached'; });
    await note('its storage', () => win.parent.localStorage.length);
    await note('its frame', () => win.frameElement);
    await note('its files', () => win.fetch(shell + 'scenes.json'));
    await note('the repository', async () => (await win.fetch('/@fs${repository}/package.json')).status);
    for (const file of ['phone.html', 'phone', 'miniprogram/a.svg']) {
      const frame = win.document.createElement('iframe');
      frame.src = shell + file;
      await new Promise((loaded) => { frame.onload = loaded; win.document.body.append(frame); });
      await note(file + ' in its origin', () => frame.contentWindow.document.title);
      frame.remove();
    }
    this.setData({ said: found.join('; ') });
  },
});`;

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>top.document.title = "reached"</script></svg>';

let server: Running;
let program: ProgramFolder;
beforeAll(async () => {
  program = programFolder({
    'app.json': '{"pages": ["p/p", "q/q"]}',
    'p/p.wxml':
      '<view class="add" bind:tap="add">n{{n}}</view><view class="said">{{said}}</view><image src="/a.svg"/>',
    'p/p.js': SCRIPT,
    'q/q.wxml': '<view>second page</view>',
    'q/q.js': 'Page({})',
    'a.svg': SVG,
    // If this config ran, the preview would not start.
    'phone.config.mjs': 'throw new Error("it ran");',
  });
  server = await startPreview({ root: program.root, untrusted: true });
});
afterAll(async () => {
  await server.stop();
  program.remove();
});

describeInBrowser('an untrusted mini-program', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    await page.goto(`${server.url}?zoom=100`);
  });
  afterAll(() => browser?.close());

  const phone = (): Frame => page.frames().find((frame) => frame.url().includes('/phone.html')) as Frame;
  const ready = async (): Promise<Frame> => {
    await page.waitForFunction(() => document.querySelector('iframe')?.src.includes('.localhost:'));
    await page.frameLocator('iframe').locator('html[data-ready]').waitFor();
    return phone();
  };

  test('runs, and cannot reach the shell', async () => {
    const frame = await ready();
    const said = frame.locator('wx-view', { hasText: 'phone in its origin' });
    await said.waitFor();
    expect((await said.innerText()).split('; ')).toEqual([
      'window: true',
      'document of the shell: SecurityError',
      'its storage: SecurityError',
      'its frame: null',
      'its files: TypeError',
      'the repository: 403',
      ...['phone.html', 'phone', 'miniprogram/a.svg'].map((file) => `${file} in its origin: SecurityError`),
    ]);
    expect(await page.title()).not.toBe('reached');
    await frame.locator('wx-view', { hasText: 'n0' }).click();
    await frame.locator('wx-view', { hasText: 'n1' }).waitFor();
  });

  test('scene, theme and restart work; the panels show why they are empty', async () => {
    await page.goto(`${server.url}?scene=q&theme=dark&lang=en`);
    const frame = await ready();
    await frame.locator('wx-view', { hasText: 'second page' }).waitFor();
    expect(await frame.locator('html').getAttribute('data-device-theme')).toBe('dark');
    expect(await page.locator('.panel').innerText()).toContain('The panels cannot read the phone');
    // The overlay needs no access to the phone.
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Choose a picture' }).waitFor();
    expect(await page.locator('.panel').innerText()).toContain('The panels cannot read the phone');
    await page.getByRole('button', { name: 'Restart' }).click();
    await ready();
    await page
      .getByRole('radio', { name: 'Light' })
      .or(page.getByRole('button', { name: 'Light' }))
      .first()
      .click();
    await page.frameLocator('iframe').locator('html[data-device-theme="light"][data-ready]').waitFor();
  });
});

test("the shell's origin serves only the shell", async () => {
  const { port } = new URL(server.url);
  const status = async (target: string, headers: Readonly<Record<string, string>>) => {
    const sent = request({ hostname: '127.0.0.1', port, path: target, headers }).end();
    const [response] = await once(sent, 'response');
    response.resume();
    return response.statusCode;
  };
  const opens = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
  expect(await status('/?scene=q', opens)).toBe(200);
  for (const target of [
    '/phone.html',
    '/phone',
    '/PHONE.html',
    '/./phone.html',
    '/index.html/../phone.html',
    '/%70hone.html',
    '/miniprogram/a.svg',
    '/sheet',
    '/sheet.html',
    '/@id/__x00__virtual:miniprogram/scripts',
  ]) {
    for (const headers of [opens, {}, { ...opens, host: `localhost:${port}` }])
      expect([target, await status(target, headers)]).toEqual([target, 403]);
  }
  expect(await status('/scenes.json', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' })).toBe(
    200,
  );
});
