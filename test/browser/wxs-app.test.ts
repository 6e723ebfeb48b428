/** A mini-program whose WXML leans on WXS: the same in test/headless/wxs-app.test.ts. */
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { openPhone } from '../support/phone-page';
import type { Running } from '../support/preview';
import { startSite } from '../support/preview-site';
import { FAILURES, HANDLED, TEXTS } from '../support/wxs-app';

jest.setTimeout(30_000);

describeInBrowser('WXS in the preview', () => {
  let server: Running;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    server = await startSite(path.join(__dirname, '../fixtures/apps/wxs'));
    browser = await launchChromium();
    context = await browser.newContext();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('what WXS makes of data', async () => {
    const phone = await openPhone(context, `${server.url}phone.html?page=pages/values/values`);
    const text = async (id: string) => [id, (await phone.page.locator(`#${id}`).textContent())?.trim()];
    expect(Object.fromEntries(await Promise.all(Object.keys(TEXTS).map(text)))).toEqual(TEXTS);
    expect(await phone.page.locator('#class').getAttribute('class')).toBe('x y z');
    expect((await phone.data()).list).toEqual(['a', 'b']);
    expect((await phone.problems()).map((message) => message.split(' (')[0])).toEqual(FAILURES);
    expect(phone.errors).toEqual([]);
    await phone.close();
  });

  test('handlers and observers', async () => {
    const phone = await openPhone(context, `${server.url}phone.html?page=pages/handlers/handlers`);
    const told = async (count: number) => {
      await phone.page.waitForFunction(
        (least) => ((window.previewPhone?.pages().at(-1)?.data.told ?? []) as unknown[]).length >= least,
        count,
      );
      return phone.data();
    };
    await phone.page.locator('#stop').click();
    await phone.page.locator('#stop').click();
    expect(await told(3)).toMatchObject({ told: HANDLED.slice(0, 3), outer: 0 });
    await phone.page.locator('#go').click();
    expect(await told(4)).toMatchObject({ told: HANDLED.slice(0, 4), outer: 1 });
    await phone.page.locator('#change').click();
    expect((await told(5)).told).toEqual(HANDLED.slice(0, 5));
    const stop = phone.page.locator('#stop');
    expect((await stop.getAttribute('class'))?.split(' ').sort()).toEqual(['first', 'hit', 'item', 'more']);
    expect(await stop.getAttribute('style')).toMatch(/top: 2px.*color: rgb\(1, 2, 3\)/);
    await phone.page.locator('#later').click();
    await told(7);
    await phone.page.locator('#frame').click();
    expect((await told(8)).told).toEqual(HANDLED);
    expect(phone.errors).toEqual([]);
    await phone.close();
  });
});
