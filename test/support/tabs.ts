/** Tabs that tests use one after the other: a new one costs as much as the page that it opens. */
import type { BrowserContext, Page } from 'playwright-core';

/** Tabs that nobody uses now. */
const idle = new WeakMap<BrowserContext, Page[]>();

/** A tab of this context, as good as new: what its last user listened to, emulated and showed is gone. */
export async function takeTab(context: BrowserContext): Promise<Page> {
  return idle.get(context)?.pop() ?? context.newPage();
}

/** The tab is no longer needed: the next test can have it. */
export async function giveBack(page: Page): Promise<void> {
  if (page.isClosed()) return;
  page.removeAllListeners();
  await page.goto('about:blank');
  await page.emulateMedia({ colorScheme: null });
  const context = page.context();
  idle.set(context, [...(idle.get(context) ?? []), page]);
}
