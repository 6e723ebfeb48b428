/** Another project in the preview: with the scenes of its `phone.config.ts`, and without that file. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { openPhone, type PhonePage } from '../support/phone-page';
import { printed, type Running, startPreview } from '../support/preview';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(180_000);

const shop = path.join(__dirname, '../fixtures/shop');

/** Copies of the project: removed after each test. */
const folders: string[] = [];

/** Copies the project outside the repository, so that its imports are resolved as in another project. */
function copyOf(withConfig: boolean): string {
  const folder = temporaryFolder('小店 ');
  folders.push(folder);
  cpSync(shop, folder, { recursive: true });
  if (!withConfig) rmSync(path.join(folder, 'phone.config.ts'));
  return folder;
}

/** Headings and names in the shell's list of scenes. */
const listed = (page: Page) =>
  page.$$eval('.scenes h2, .scenes a b', (all) => all.map((element) => element.textContent));

describeInBrowser('another project', () => {
  let browser: Browser;
  let context: BrowserContext;
  let servers: Running[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    context = await browser.newContext({ locale: 'zh-CN' });
  });
  afterEach(async () => {
    await Promise.all(context.pages().map((page) => page.close()));
    for (const server of servers) await server.stop();
    servers = [];
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  afterAll(() => browser.close());

  async function serve(folder: string): Promise<Running> {
    const server = await startPreview({ root: folder });
    servers.push(server);
    return server;
  }
  const open = async (url: string, expects?: RegExp): Promise<PhonePage> =>
    openPhone(context, url, expects ? { expects } : {});

  test('its scenes: handlers, storage, steps, page, login, title', async () => {
    const { url } = await serve(shop);
    const shell = await context.newPage();
    await shell.goto(url);
    await shell.waitForSelector('.scenes a');
    expect(await listed(shell)).toEqual(['场景', '没有商品', '服务器故障', '购物车']);
    await eventually(async () => expect(await shell.title()).toBe('没有商品 · 小店'));

    const empty = await open(`${url}phone.html`);
    expect(await empty.data()).toEqual({ state: 'ready', list: [] });
    expect(empty.errors).toEqual([]);
    await empty.close();

    const down = await open(`${url}phone.html?scene=down`, /ERR_FAILED/);
    expect(await down.data()).toEqual({ state: 'failed', list: [] });
    // The scene's own handler has answered with an error, so no handler is missing.
    expect(await down.problems()).toEqual([]);
    await down.close();

    const cart = await open(`${url}phone.html?scene=cart`);
    expect(await cart.route()).toBe('pages/cart/cart');
    expect(await cart.data()).toEqual({ from: 'share', cart: [1], paid: '李雷' });
  });

  test('without phone.config.ts: a scene per page, no login scenes, and the missing handler', async () => {
    const { url } = await serve(copyOf(false));
    const shell = await context.newPage();
    await shell.goto(url);
    await shell.waitForSelector('.scenes a');
    expect(await listed(shell)).toEqual(['场景', 'pages/list/list', 'pages/cart/cart']);
    await shell.waitForSelector('iframe[src*="phone.html"]');
    expect(await shell.textContent('body')).not.toMatch(/登录/);

    const phone = await open(`${url}phone.html`, /ERR_FAILED|ERR_NAME|ERR_TUNNEL|ERR_PROXY|ERR_INTERNET/);
    expect(await phone.data()).toEqual({ state: 'failed', list: [] });
    expect(await phone.problems()).toEqual([
      "No handler matches GET https://api.shop.example/goods?page=1: the request was not sent. A handler for phone.config.ts:\n  http.get('https://api.shop.example/goods', () => HttpResponse.json({})),",
    ]);
    expect(await (await fetch(`${url}scenes.json`)).json()).toEqual([
      expect.objectContaining({ id: 'list', url: 'phone.html?scene=list' }),
      expect.objectContaining({ id: 'cart', url: 'phone.html?scene=cart' }),
    ]);
  });

  test('a saved config reloads the page; a mistake in it is shown until it is mended', async () => {
    const folder = copyOf(false);
    const config = path.join(folder, 'phone.config.mjs');
    const save = (text: string) =>
      writeFileSync(config, `export default {\n  scenes: { one: ${text} },\n};\n`);
    const server = await serve(folder);
    const shell = await context.newPage();
    const name = (text: string) => shell.locator('.scenes a b', { hasText: text }).first().waitFor();
    const panel = shell.frameLocator('iframe').locator('.problem-panel');
    await shell.goto(server.url);
    await name('pages/list/list');
    // A config that is created while the preview runs.
    save("{ title: '一' }");
    await name('一');
    save("{ title: '二' }");
    await name('二');

    // An unknown field is reported in phone, shell and terminal; the scenes stay.
    await shell.frameLocator('iframe').locator('html[data-ready]').waitFor({ state: 'attached' });
    save("{ titel: '三' }");
    await panel.getByText('scenes.one.titel is not a known field').waitFor();
    expect(await shell.locator('.mistakes summary code').textContent()).toBe('phone.config.mjs');
    await printed(server, 'phone.config.mjs: scenes.one.titel is not a known field');
    await name('二');

    // After a reload the page shows the mistake too. A syntax error is shown with its position and the lines around it.
    save("{ title: = '三' }");
    await panel.getByText('phone.config.mjs:2:27').waitFor();
    await shell.reload();
    await panel.getByText('phone.config.mjs:2:27').waitFor();
    expect(await panel.locator('pre').textContent()).toContain("> 2 |   scenes: { one: { title: = '三' } },");
    await name('二');

    save("{ title: '四' }");
    await name('四');
    await shell.frameLocator('iframe').locator('html[data-ready]').waitFor({ state: 'attached' });
    await panel.waitFor({ state: 'detached' });
  });

  test('a config of a CommonJS project', async () => {
    const folder = copyOf(false);
    const config = path.join(folder, 'phone.config.js');
    writeFileSync(
      config,
      "const { defineConfig } = require('miniprogram-phone');\nmodule.exports = defineConfig({ title: '小店', scenes: { one: { page: 'pages/cart/cart', storage: { cart: [1, 2] } } } });\n",
    );
    const { url } = await serve(folder);
    const phone = await open(`${url}phone.html`);
    expect(await phone.data()).toEqual({ from: '', cart: [1, 2], paid: '' });
    expect(phone.errors).toEqual([]);
  });

  test('a mistake at the start ends the preview, with file and field', async () => {
    const folder = copyOf(false);
    writeFileSync(path.join(folder, 'phone.config.mjs'), 'export default { scenes: { one: { era: 5 } } };\n');
    await expect(startPreview({ root: folder })).rejects.toThrow(
      'phone.config.mjs: scenes.one.era is not a known field',
    );
    writeFileSync(path.join(folder, 'phone.config.mjs'), 'export default {\n  scenes: {\n');
    await expect(startPreview({ root: folder })).rejects.toThrow('phone.config.mjs:');
  });
});
