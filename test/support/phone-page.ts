/** A phone's frame in a browser test: opens it, waits for it and reads its state. */
import type { BrowserContext, Page } from 'playwright-core';
import { giveBack, showPage, takePage } from './reused-page';

/** An open phone. */
export interface PhonePage {
  readonly page: Page;
  /** Console errors and uncaught exceptions so far. */
  readonly errors: string[];
  /** `data` of the top page. */
  data(): Promise<Record<string, unknown>>;
  /** Route of the top page. */
  route(): Promise<string>;
  /** All problems that the stage has reported so far. */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}

/** Size of the phone, and errors that are expected. */
export interface PhoneView {
  width?: number;
  height?: number;
  /** Console errors that match this pattern do not count. */
  expects?: RegExp;
}

/**
 * Opens `url` (of `phone.html`) and waits until the scene has settled. Phones of one context share cache and service
 * worker, so later phones open faster.
 */
export async function openPhone(
  context: BrowserContext,
  url: string,
  view: PhoneView = {},
): Promise<PhonePage> {
  const page = await takePage(context);
  await page.setViewportSize({ width: view.width ?? 375, height: view.height ?? 812 });
  const errors: string[] = [];
  const add = (text: string) => {
    if (!view.expects?.test(text)) errors.push(text);
  };
  page.on('console', (message) => message.type() === 'error' && add(message.text()));
  page.on('pageerror', (error) => add(String(error)));
  // A minute: a busy machine is slow.
  page.setDefaultTimeout(60_000);
  await showPage(page, url);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return {
    page,
    errors,
    data: async () => (await page.evaluate(() => window.previewPhone?.pages().at(-1)?.data)) ?? {},
    route: async () => (await page.evaluate(() => window.previewPhone?.pages().at(-1)?.route)) ?? '',
    problems: () =>
      page.evaluate(() =>
        (window.previewPhone?.events ?? []).flatMap((event) =>
          event.kind === 'problem' ? [event.message] : [],
        ),
      ),
    close: () => giveBack(page),
  };
}
