/** A person at the shell: opens it, finds the phone in it, and sees no error in the console. */
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';

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

/** Collects what a page complains about. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** Opens `path` (relative to the site) as a visitor who was never here before. */
export async function openShell(
  browser: Browser,
  url: string,
  path = '',
  options: BrowserContextOptions = {},
): Promise<ShellPage> {
  const context = await browser.newContext({
    viewport: LARGE,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  // Long enough for a busy machine; a hang is reported with the step that hung.
  page.setDefaultTimeout(10_000);
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
    close: () => context.close(),
  };
}
