/** The same page in both engines: each scene shows in the browser what the headless run recorded of it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { scenarios } from '../../mock-server/scenarios';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { openPhone } from '../support/phone-page';
import { openPreviewSite, type PreviewSite } from '../support/preview-site';

jest.setTimeout(90_000);

/** Recorded by test/flows/scenarios.test.ts. */
const headless = require('../flows/__snapshots__/scenarios.test.ts.snap') as Record<string, string>;

const wordsOf = (text: string) => text.replace(/^\s*"|"\s*$/g, '').replace(/\s+/g, '');

/** What a person reads on the page; what stands in fields is not text in either engine. */
const visibleText = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('#stage') ?? document.body, 4);
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent && !parent.closest('wx-input, wx-textarea, style') && parent.checkVisibility()) {
        text += node.textContent;
      }
    }
    return text;
  });

describeInBrowser('the same page in both engines', () => {
  let site: PreviewSite;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    [site, browser] = await Promise.all([openPreviewSite(), launchChromium()]);
    context = await browser.newContext({ reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test.each(scenarios.map((scenario) => [scenario.id, scenario.endsIn.isLogin] as const))(
    '%s',
    async (id, isLogin) => {
      // Chromium reports every 4xx and 5xx answer by itself.
      const view = { expects: /Failed to load resource/ };
      const phone = await openPhone(context, `${site.url}phone.html?scene=${id}`, view);
      const recorded = headless[`${id} 1`];
      expect(recorded).toBeDefined();
      expect(wordsOf(await visibleText(phone.page))).toBe(wordsOf(recorded ?? ''));
      expect((await phone.data()).isLogin).toBe(isLogin);
      expect(phone.errors).toEqual([]);
      await phone.close();
    },
  );
});
