/** Opens the preview's shell in a browser test, finds the phone in it, and collects console errors. */
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { giveBack, showPage, takePage } from './reused-page';

/** An open shell. */
export interface ShellPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The phone's frame, settled and known to the shell. */
  phone(): Promise<Frame>;
  /** Console messages of the levels error and warning, and every uncaught exception. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Large enough for the largest phone at scale 1. Playwright clicks at wrong positions inside a scaled frame. */
export const LARGE = { width: 1500, height: 1180 };

/**
 * True for a console line that is not an error of the preview. Some scenes show a backend that answers 4xx or 5xx. A
 * phone that is closed during a login drops its requests. Some tests block service workers.
 */
function isExpected(text: string, url: string): boolean {
  if (text === 'Service Worker registration blocked by Playwright') return true;
  const ended = /^Failed to load resource: (the server responded with a status of|net::ERR_FAILED)/.test(
    text,
  );
  return ended && /\/api\/index\/\w+(\?|$)/.test(url);
}

/** Collects the console errors, warnings and exceptions of a page. */
function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    if (!['error', 'warning'].includes(message.type()) || isExpected(message.text(), url)) return;
    complaints.push(`${message.text()} (${url})`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** Contexts that tests share by default: their service worker is already installed, and their code is compiled. */
const shared = new WeakMap<Browser, Promise<BrowserContext>>();

type MediaOptions = Pick<BrowserContextOptions, 'colorScheme' | 'forcedColors' | 'reducedMotion'>;

/** The options that a tab can have for itself. */
const OF_A_TAB: ReadonlySet<string> = new Set(['viewport', 'colorScheme', 'forcedColors', 'reducedMotion']);

/** True if these options need a new context. */
function needsContext(options: BrowserContextOptions): boolean {
  const names = Object.keys(options);
  return names.length === 0 || !names.every((name) => OF_A_TAB.has(name));
}

function contextOf(browser: Browser, options: BrowserContextOptions | undefined): Promise<BrowserContext> {
  const usual = { viewport: LARGE, locale: 'zh-CN', reducedMotion: 'reduce' } as const;
  if (options) return browser.newContext({ ...usual, ...options });
  const known = shared.get(browser) ?? browser.newContext(usual);
  shared.set(browser, known);
  return known;
}

/** Waits until the shell has found the phones in all its frames. Before that, it does not react to a touch in them. */
export async function shellHasPhones(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.starting') === null);
}

/**
 * Opens `path` (relative to the site).
 * @param options a new browser context with these options, also with `{}`. Default, and with options of a tab only: a tab
 * of the shared context
 */
export async function openShell(
  browser: Browser,
  url: string,
  path = '',
  options?: BrowserContextOptions,
): Promise<ShellPage> {
  const own = options && needsContext(options);
  const context = await contextOf(browser, own ? options : undefined);
  const page = await takePage(context);
  await page.setViewportSize(options?.viewport ?? LARGE);
  const { viewport: _, ...media } = options ?? {};
  if (!own && Object.keys(media).length > 0) await page.emulateMedia(media as MediaOptions);
  // A minute: a busy machine is slow. Playwright's error names the step that timed out.
  page.setDefaultTimeout(60_000);
  const complaints = listenForComplaints(page);
  await showPage(page, url + path);
  return {
    page,
    context,
    complaints,
    async phone() {
      const handle = await page.waitForSelector('iframe');
      const frame = await handle.contentFrame();
      if (!frame) throw new Error('the frame has no document');
      await frame.waitForSelector('html[data-ready]', { state: 'attached' });
      await shellHasPhones(page);
      return frame;
    },
    close: () => (own ? context.close() : giveBack(page)),
  };
}

/**
 * Answers the page's next `fetch` of a URL that ends so. `page.route` does not see requests that pass through the service
 * worker of the mock.
 * @returns a function that waits until the page has fetched it
 */
export async function answerOnce(
  page: Page,
  end: string,
  body: string,
  status: number,
): Promise<() => Promise<unknown>> {
  await page.evaluate(
    ([path, text, code]) => {
      const { fetch } = window;
      const once: typeof fetch = async (asked, init) => {
        if (!String(asked).endsWith(path)) return fetch(asked, init);
        window.fetch = fetch;
        return new Response(text, { status: code });
      };
      window.fetch = Object.assign(once, { answersOnce: true });
    },
    [end, body, status] as const,
  );
  return () => page.waitForFunction(() => !('answersOnce' in window.fetch));
}
