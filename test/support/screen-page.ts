/** A phone alone in a browser. The test calls its `wx` as a page would. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { BrowserSite } from './browser-site';

/** `answers` collects the results. */
declare global {
  interface Window {
    answers: unknown[];
  }
}

interface ScreenPage {
  readonly page: Page;
  /** Calls a wx API inside a user's tap. Does not wait for the result. */
  call(api: string, args?: object): Promise<void>;
  /** Presses a `chooseAvatar` button. Its events are added to the answers. */
  chooseAvatar(): Promise<void>;
  /** Presses a button with this `open-type`. Its events are added to the answers. */
  press(openType: string): Promise<void>;
  /** The `count`th result of all calls so far: of `success`, `fail` or a button's event. */
  answer(count?: number): Promise<unknown>;
  /** All open dialogs, or the dialog of this name. */
  dialog(name?: string): Locator;
  /** True if the page can be neither tapped nor reached by keyboard. */
  isPageInert(): Promise<boolean>;
}

const viewport = { width: 375, height: 812 };

/** Opens a logged-in user's phone with every API and without a privacy contract. */
export async function openScreen(site: BrowserSite, options?: BrowserContextOptions): Promise<ScreenPage> {
  const query = 'scene=member&era=profile&sdk=2.32.3';
  const { page } = await site.open(`phone.html?${query}`, { viewport, ...options });
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  await page.evaluate(() => {
    window.answers = [];
  });
  const press = (pressed: string) =>
    page.evaluate((openType) => {
      const phone = window.previewPhone?.phone;
      const emit = (event: string, detail: object) => void window.answers.push({ event, ...detail });
      phone?.tap(() => phone.press({ openType, attributes: {}, emit }));
    }, pressed);
  return {
    page,
    call: (api, args = {}) =>
      page.evaluate(
        ([name, given]) => {
          const phone = window.previewPhone?.phone;
          const wx = phone?.wx as unknown as Record<string, (given: object) => unknown>;
          const record = (result: unknown) => window.answers.push(result);
          phone?.tap(() => void wx[name]?.({ ...given, success: record, fail: record }));
        },
        [api, args] as const,
      ),
    chooseAvatar: () => press('chooseAvatar'),
    press,
    async answer(count = 1) {
      await page.waitForFunction((length) => window.answers.length >= length, count);
      return page.evaluate((length) => window.answers[length - 1], count);
    },
    dialog: (name) => page.getByRole('dialog', name === undefined ? {} : { name }),
    isPageInert: () => page.evaluate(() => document.getElementById('stage')?.inert === true),
  };
}
