/**
 * Tabs that one test after the other uses. A new tab costs Chromium a window, a renderer and a cold code cache, four
 * times what it costs to go to the next address in a tab that is there. The document, its scripts and timers are new
 * with each address; cookies, storage and the service worker belong to the context, as they do with new tabs.
 */
import type { BrowserContext, Page } from 'playwright-core';

/** What stays with a tab when it goes to another address: a tab that was told so is not used again. */
const STAYS = [
  'addInitScript',
  'addLocatorHandler',
  'emulateMedia',
  'exposeBinding',
  'exposeFunction',
  'route',
  'routeFromHAR',
  'routeWebSocket',
  'setDefaultNavigationTimeout',
  'setExtraHTTPHeaders',
] as const;

/** Outside of every page: nothing is under the pointer. */
const NOWHERE = -1;

const idle = new WeakMap<BrowserContext, Page[]>();
/** Ends what a test has left in a tab; false: the tab cannot be used again. */
const leave = new WeakMap<Page, () => boolean>();

/** Notes what a test does to the tab that the next one would see. */
function watch(page: Page): void {
  let changed = false;
  const open = page as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of STAYS) {
    const method = open[name]?.bind(page);
    open[name] = (...args) => {
      changed = true;
      return method?.(...args);
    };
  }
  const { clock } = page;
  Object.defineProperty(page, 'clock', {
    get: () => {
      changed = true;
      return clock;
    },
  });
  const heard: [string, (...args: unknown[]) => void][] = [];
  const on = open.on?.bind(page);
  open.on = (event, listener) => {
    heard.push([event as string, listener as (...args: unknown[]) => void]);
    return on?.(event, listener);
  };
  leave.set(page, () => {
    for (const [event, listener] of heard.splice(0)) page.off(event as 'close', listener as () => void);
    return !changed;
  });
}

/** A tab of the context: one that a test has given back, or a new one. */
export async function takePage(context: BrowserContext): Promise<Page> {
  const used = idle.get(context)?.pop();
  if (used) return used;
  const page = await context.newPage();
  watch(page);
  return page;
}

/** Gives a tab of `takePage` back: what the test has heard of it and left running in it ends here. */
export async function giveBack(page: Page): Promise<void> {
  if (page.isClosed()) return;
  const context = page.context();
  const reusable = leave.get(page)?.() ?? false;
  if (!reusable || context.pages().length === 0) {
    await page.close();
    return;
  }
  await page.mouse.up();
  await page.mouse.move(NOWHERE, NOWHERE);
  // The document goes, and with it its timers, sockets and requests.
  await page.goto('about:blank');
  idle.set(context, [...(idle.get(context) ?? []), page]);
}
