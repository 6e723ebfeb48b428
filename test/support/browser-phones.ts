/** One built preview of a mini-program and one browser context for all tests of a `describe` block. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from './chromium';
import { openPhone, type PhonePage, type PhoneView } from './phone-page';
import type { Running } from './preview';
import { startSite } from './preview-site';

/** The shared phones of the block. */
interface BrowserPhones {
  /**
   * Opens a phone at this query of `phone.html` and closes it after the test. The test fails if the phone's console has
   * an error.
   * @param own options of a separate browser context, e.g. a touch screen; default: the shared context
   */
  open(query: string, view?: PhoneView, own?: BrowserContextOptions): Promise<PhonePage>;
}

/**
 * Registers the hooks. Call it at the top of a `describe` block.
 * @param root folder of the mini-program, or a function that creates it and returns its path
 */
export function usePhones(root: string | (() => string)): BrowserPhones {
  let site: Running | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let opened: PhonePage[] = [];

  beforeAll(async () => {
    // Build first: when the build fails, no browser stays open.
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
