/** The phone's frame in a browser test: opened, awaited, and asked what it holds. */
import type { BrowserContext, Page } from 'playwright-core';
import { giveBack, takePage } from './reused-page';

/** An open phone. */
export interface PhonePage {
  readonly page: Page;
  /** Console errors and uncaught exceptions so far. */
  readonly errors: string[];
  /** Data of the page on top of the stack. */
  data(): Promise<Record<string, unknown>>;
  /** Route of the page on top. */
  route(): Promise<string>;
  /** The stage's problems so far. */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}

/** How the phone is held. */
export interface PhoneView {
  width?: number;
  height?: number;
  /** Errors whose text has this in it are expected. */
  expects?: RegExp;
}

/**
 * Opens `url` (of `phone.html`) and waits until the scene has settled. Phones of one context share its cache and its
 * service worker, which makes the second one quick.
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
  // Long enough for a busy machine.
  page.setDefaultTimeout(60_000);
  await page.goto(url);
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
