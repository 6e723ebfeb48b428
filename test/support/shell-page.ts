/** A person at the shell: opens it, finds the phone in it, and sees no error in the console. */
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { giveBack, takePage } from './reused-page';

/** An open shell. */
export interface ShellPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The phone's frame, settled. */
  phone(): Promise<Frame>;
  /** What the console said at the levels error and warning, and every uncaught exception. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Tall enough for the largest phone at life size: Playwright cannot hit what lies in a scaled frame. */
export const LARGE = { width: 1500, height: 1180 };

/**
 * A console line that is no complaint: a backend that answers 4xx or 5xx is what some scenes are about, a phone that is
 * left in the middle of a login drops its requests, and tests can have the browser go without service workers.
 */
function isExpected(text: string, url: string): boolean {
  if (text === 'Service Worker registration blocked by Playwright') return true;
  const ended = /^Failed to load resource: (the server responded with a status of|net::ERR_FAILED)/.test(
    text,
  );
  return ended && /\/api\/index\/\w+(\?|$)/.test(url);
}

/** Collects what a page complains about. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    if (!['error', 'warning'].includes(message.type()) || isExpected(message.text(), url)) return;
    complaints.push(`${message.text()} (${url})`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** What most visits share: a context whose service worker is installed already. */
const shared = new WeakMap<Browser, Promise<BrowserContext>>();

function contextOf(browser: Browser, options: BrowserContextOptions | undefined): Promise<BrowserContext> {
  const usual = { viewport: LARGE, locale: 'zh-CN', reducedMotion: 'reduce' } as const;
  if (options) return browser.newContext({ ...usual, ...options });
  const known = shared.get(browser) ?? browser.newContext(usual);
  shared.set(browser, known);
  return known;
}

/**
 * Opens `path` (relative to the site).
 * @param options Given: as a visitor who was never here before. Otherwise the visitor may have been.
 */
export async function openShell(
  browser: Browser,
  url: string,
  path = '',
  options?: BrowserContextOptions,
): Promise<ShellPage> {
  const context = await contextOf(browser, options);
  const page = await takePage(context);
  await page.setViewportSize(options?.viewport ?? LARGE);
  // Long enough for a busy machine; a hang is reported with the step that hung.
  page.setDefaultTimeout(60_000);
  const complaints = listenForComplaints(page);
  await page.goto(url + path);
  return {
    page,
    context,
    complaints,
    async phone() {
      const handle = await page.waitForSelector('iframe');
      const frame = await handle.contentFrame();
      if (!frame) throw new Error('the frame has no document');
      await frame.waitForSelector('html[data-ready]', { state: 'attached' });
      return frame;
    },
    close: () => (options ? context.close() : giveBack(page)),
  };
}
