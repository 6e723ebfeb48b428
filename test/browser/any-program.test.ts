/**
 * Another project's mini-program, given as its project's folder: the same steps as in test/headless/tea-house.test.ts,
 * by mouse.
 */
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { openPhone } from '../support/phone-page';
import type { Running } from '../support/preview';
import { startSite } from '../support/preview-site';
import { openShell } from '../support/shell-page';

jest.setTimeout(180_000);

describeInBrowser('a typical mini-program', () => {
  let server: Running;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    server = await startSite(path.join(__dirname, '../fixtures/apps/tea-house'));
    browser = await launchChromium();
    context = await browser.newContext();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('the user chooses tea, orders and pays', async () => {
    const phone = await openPhone(context, `${server.url}phone.html`);
    const { page } = phone;
    /** Elements of the top page. Classes of a component have a prefix in the DOM, as in WeChat. */
    const at = (name: string) =>
      page.locator(
        `.wx-window:not([hidden]) [class~="${name}"], .wx-window:not([hidden]) [class*="--${name}"]`,
      );
    expect(await phone.route()).toBe('pages/menu/menu');
    expect(await at('price').allTextContents()).toEqual(['¥18.00', '¥22.50']);
    await at('more').first().click();
    await at('more').first().click();
    await at('more').last().click();
    expect(await at('count').allTextContents()).toEqual(['2', '1']);
    expect((await at('tab').allTextContents()).map((text) => text.trim())).toEqual(['茶单', '购物车(3)']);
    await at('row-green').waitFor();

    await at('tab').last().click();
    await at('sum').waitFor();
    expect(await at('sum').textContent()).toBe('合计 ¥58.50');
    await page.locator('.wx-window:not([hidden]) input').fill('少糖');
    expect(await at('note').textContent()).toBe('少糖');
    await page.getByText('下单').click();

    await at('order').waitFor();
    expect(await phone.route()).toBe('orders/list/list');
    expect(await at('order').textContent()).toBe('少糖 5850');
    await page.getByText('付款').click();
    await page.waitForFunction(() => window.previewPhone?.pages().length === 1);
    expect(await at('note').textContent()).toBe('已付 1');
    // Equal buttons in a list are recorded by their index; tea-house.test.ts plays these steps.
    expect(
      await page.evaluate(() =>
        window.previewPhone?.recording.steps.map((step) => (step.kind === 'tap' ? step.on : step.kind)),
      ),
    ).toEqual([
      { text: '＋', nth: 0 },
      { text: '＋', nth: 0 },
      { text: '＋', nth: 1 },
      { text: '购物车(3)' },
      'type',
      { text: '下单' },
      { text: '付款' },
    ]);
    expect(phone.errors).toEqual([]);
    expect(await phone.problems()).toEqual([]);
    await phone.close();
  });

  test('a URL opens any page with a query', async () => {
    const page = encodeURIComponent('orders/list/list?n=1');
    const phone = await openPhone(context, `${server.url}phone.html?page=${page}`);
    expect(await phone.route()).toBe('orders/list/list');
    expect(phone.errors).toEqual([]);
    await phone.close();
  });

  test('the shell can choose the first page, and the URL contains it', async () => {
    const shell = await openShell(browser, server.url, '?lang=en');
    await shell.phone();
    const chooser = shell.page.getByLabel('Page');
    await eventually(async () =>
      expect(await chooser.locator('option').allTextContents()).toEqual([
        'pages/menu/menu',
        'pages/cart/cart',
        'orders/list/list',
      ]),
    );
    await chooser.selectOption('orders/list/list');
    await eventually(() => expect(new URL(shell.page.url()).search).toBe('?page=orders/list/list&lang=en'));
    await shell.page.waitForFunction(
      () => window.frames[0]?.previewPhone?.pages()[0]?.route === 'orders/list/list',
    );
    await shell.page.goBack();
    await shell.page.waitForFunction(
      () => window.frames[0]?.previewPhone?.pages()[0]?.route === 'pages/menu/menu',
    );
    expect(shell.complaints).toEqual([]);
  });
});
