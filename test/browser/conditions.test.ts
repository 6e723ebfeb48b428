/** What a page looks like under conditions: WeChat's font size, long texts, the keyboard, a slow or broken network. */
import path from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import type { Running } from '../support/preview';
import { startSite } from '../support/preview-site';
import { openShell, type ShellPage } from '../support/shell-page';

const root = path.join(__dirname, '../fixtures/conditions');

const fontSize = (phone: Frame, selector: string) =>
  phone.$eval(selector, (element) => getComputedStyle(element).fontSize);

describeInBrowser('conditions', () => {
  let browser: Browser;
  let site: Running;
  let shell: ShellPage | undefined;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(root), launchChromium()]);
  });
  afterEach(async () => {
    expect(shell?.complaints ?? []).toEqual([]);
    await shell?.close();
    shell = undefined;
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  async function open(search: string): Promise<ShellPage> {
    shell = await openShell(browser, site.url, search);
    return shell;
  }

  test("the font size of WeChat's settings changes what asks for it, and nothing else", async () => {
    const { page, phone } = await open('?scene=font');
    const before = await phone();
    expect(await fontSize(before, '.follows')).toBe('17px');
    await page.getByLabel('字体大小').selectOption('5');
    await before.waitForSelector('html[data-ready] .said:text("23.8 px，1.40 倍")');
    const after = await phone();
    const sizes = ['.follows', '.inherits', '.fixed', 'wx-page'].map((one) => fontSize(after, one));
    expect(await Promise.all(sizes)).toEqual(['23.8px', '23.8px', '14px', '23.8px']);
    expect(await after.locator('h1').evaluate((one) => getComputedStyle(one).fontSize)).toBe('20px');
    expect(page.url()).toContain('font=5');

    // One document has one rem: it is that of the page on top.
    await after.click('wx-navigator');
    await after.waitForSelector('wx-input');
    expect(await fontSize(after, ':root')).toBe('16px');
  });
});
