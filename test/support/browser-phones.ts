/** One built preview of a mini-program and one browser for all phones of a `describe` block. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from './chromium';
import { openPhone, type PhonePage, type PhoneView } from './phone-page';
import type { Running } from './preview';
import { startSite } from './preview-site';

/** What the tests of the block share. */
export interface BrowserPhones {
  /**
   * Opens a phone at this query of `phone.html`; it is closed after the test, which fails for an error of its console.
   * @param own options of a browser context of its own, such as a touch screen; absent: the one that all share
   */
  open(query: string, view?: PhoneView, own?: BrowserContextOptions): Promise<PhonePage>;
}

/**
 * Call it at the top of a `describe` block.
 * @param root folder of the mini-program, or what makes it
 */
export function usePhones(root: string | (() => string)): BrowserPhones {
  let site: Running | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let opened: PhonePage[] = [];

  beforeAll(async () => {
    // One after the other: when the build fails, no browser is left behind.
    site = await startSite(typeof root === 'string' ? root : root());
    browser = await launchChromium();
    context = await browser.newContext();
  });
  afterEach(async () => {
    const errors = opened.flatMap((phone) => phone.errors);
    await Promise.all(opened.map((phone) => phone.close()));
    opened = [];
    expect(errors).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  return {
    async open(query, view, own) {
      if (!browser || !context || !site) throw new Error('only inside a test');
      const where = own ? await browser.newContext(own) : context;
      const phone = await openPhone(where, `${site.url}phone.html?${query}`, view);
      opened.push(phone);
      return phone;
    },
  };
}
