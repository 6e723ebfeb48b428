/**
 * Live reload: the effect of a saved file on a running phone, and mistakes in it. `npm run bench -- preview` measures
 * the speed.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { openPhone, type PhonePage } from '../support/phone-page';
import { printed, type Running, startPreview } from '../support/preview';

jest.setTimeout(180_000);

describeInBrowser('live reload', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'preview-app-'));
  // The output folder of uni-app and Taro. Other folders named `dist` are not watched.
  const root = path.join(folder, 'dist/build/mp-weixin');
  let server: Running;
  let browser: Browser;
  let context: BrowserContext;
  let phone: PhonePage;

  beforeAll(async () => {
    cpSync(path.join(__dirname, '../fixtures/preview-app'), root, { recursive: true });
    // Start the server first: when it fails, no browser stays open.
    server = await startPreview({ root });
    browser = await launchChromium();
    context = await browser.newContext();
    phone = await openPhone(context, `${server.url}phone.html?theme=dark&device=375`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Replaces a text in a file, like an editor's save. */
  function edit(file: string, from: string, to: string): void {
    const place = path.join(root, file);
    const text = readFileSync(place, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    writeFileSync(place, text.replace(from, to));
  }

  /** Saves, and waits until the condition is true in the page. */
  async function save(work: () => void, shown: () => boolean): Promise<void> {
    const watching = phone.page.waitForFunction(shown, undefined, { polling: 'raf' });
    work();
    await watching;
  }

  const count = async () => (await phone.data()).count;

  test('WXSS: new styles, same data', async () => {
    await phone.page.locator('#counter').click();
    await save(
      () => edit('pages/home/home.wxss', 'rgb(255, 0, 0)', 'rgb(1, 2, 3)'),
      () => getComputedStyle(document.querySelector('wx-page > .note') as Element).color === 'rgb(1, 2, 3)',
    );
    expect(await count()).toBe(1);
  });

  test('WXML: rendered again with the current data', async () => {
    await save(
      () => edit('pages/home/home.wxml', 'count {{count}}', 'counted {{count}}'),
      () => document.querySelector('#counter')?.textContent === 'counted 1',
    );
    // The rendered page still works.
    await phone.page.locator('#counter').click();
    expect(await phone.page.locator('#counter').textContent()).toBe('counted 2');
  });

  test('a changed template updates the page that imports it', async () => {
    await save(
      () => edit('templates/footer.wxml', 'included for', 'meant for'),
      () => document.querySelector('#footer')?.textContent === 'meant for World',
    );
    expect(await count()).toBe(2);
  });

  test('a component’s own template does not reload the page', async () => {
    await phone.page.evaluate(() => {
      document.querySelector('#counter')?.setAttribute('data-same', '');
    });
    await save(
      () => edit('components/card/card.wxml', '{{title}}', '{{title}}!'),
      () => document.querySelector('#card > wx-view')?.textContent === 'Card!',
    );
    expect(await phone.page.locator('#counter[data-same]').count()).toBe(1);
    expect(await phone.page.locator('#slotted').textContent()).toBe('slotted');
  });

  test('a mistake in WXML is shown in phone and terminal, and disappears when it is mended', async () => {
    await save(
      () => edit('pages/home/home.wxml', '<text id="greeting"', '<text id="greeting" hidden="{{a"\n'),
      () => document.querySelector('.problem-panel') !== null,
    );
    const panel = phone.page.locator('.problem-panel');
    expect(await panel.locator('h2').first().textContent()).toMatch(/^pages\/home\/home\.wxml:4:\d+$/);
    expect(await panel.locator('pre').first().textContent()).toContain('> 4 | <text id="greeting"');
    await printed(server, /error: pages\/home\/home\.wxml:4:\d+/);
    // The last working page is still there, under the panel.
    expect(await phone.page.locator('#counter').textContent()).toBe('counted 2');
    await save(
      () => edit('pages/home/home.wxml', ' hidden="{{a"\n', ''),
      () => document.querySelector('.problem-panel') === null,
    );
    expect(await count()).toBe(2);
  });

  test('a mistake is also shown after a new visit', async () => {
    edit('pages/home/home.wxss', '.title {', '.title { {');
    await phone.page.waitForSelector('.problem-panel');
    const other = await openPhone(context, `${server.url}phone.html`);
    expect(await other.page.locator('.problem-panel h2').first().textContent()).toMatch(
      /^pages\/home\/home\.wxss:/,
    );
    await other.close();
    edit('pages/home/home.wxss', '.title { {', '.title {');
    await phone.page.waitForSelector('.problem-panel', { state: 'detached' });
  });

  test('a mistake in another page is shown when that page opens', async () => {
    edit('pages/detail/detail.wxml', '</view>', '');
    await printed(server, /detail\.wxml:1:\d+ .*never closed/);
    await phone.page.waitForFunction(() =>
      window.previewPhone?.mistakes.some(({ file }) => file === 'pages/detail/detail.wxml'),
    );
    expect(await phone.page.locator('.problem-panel').count()).toBe(0);
    await phone.page.locator('#go').click();
    await phone.page.waitForSelector('.problem-panel');
    edit('pages/detail/detail.wxml', 'from {{from}}', 'from {{from}}</view>');
    await phone.page.waitForSelector('.problem-panel', { state: 'detached' });
    await phone.page.evaluate(() => window.previewPhone?.phone.wx.navigateBack());
    await phone.page.waitForSelector('#from', { state: 'detached' });
  });

  test('TypeScript: the scene restarts; theme and device stay', async () => {
    await save(
      () => edit('pages/home/home.ts', "name: 'World'", "name: 'TypeScript'"),
      () =>
        document.querySelector('#greeting')?.textContent === 'Hello, TypeScript' &&
        document.documentElement.hasAttribute('data-ready'),
    );
    expect(await count()).toBe(0);
    expect(await phone.page.evaluate(() => window.previewPhone?.settings.theme)).toBe('dark');
    await phone.page.locator('#counter').click();
    expect(await count()).toBe(1);
  });

  test('a mistake in TypeScript has its line; a missing module too', async () => {
    edit('pages/home/home.ts', "name: 'TypeScript'", 'name: ');
    await phone.page.waitForSelector('.problem-panel');
    expect(await phone.page.locator('.problem-panel h2').first().textContent()).toMatch(
      /^pages\/home\/home\.ts:\d+:\d+$/,
    );
    edit('pages/home/home.ts', 'name: ,', "name: 'World',");
    edit('pages/home/home.ts', '../../utils/counter', '../../utils/nothing');
    await phone.page.waitForFunction(() =>
      document
        .querySelector('.problem-panel')
        ?.textContent?.includes('module "../../utils/nothing" is not found'),
    );
    edit('pages/home/home.ts', '../../utils/nothing', '../../utils/counter');
    await phone.page.waitForSelector('.problem-panel', { state: 'detached' });
    expect(phone.errors).toEqual([]);
  });
});
