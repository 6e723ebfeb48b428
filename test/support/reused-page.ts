/**
 * Reuses browser tabs between tests. Opening a tab costs Chromium a window, a renderer and a cold code cache: four
 * times the cost of a navigation in an open tab. A navigation replaces the document, its scripts and its timers; a phone
 * alone stays, and opens the next scene.
 * Cookies, storage and the service worker belong to the context, with new tabs as well.
 */
import type { BrowserContext, Page } from 'playwright-core';

/** Playwright settings that survive a navigation. A tab on which a test called one of these is not reused. */
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

/** A pointer position outside of every page, so that no element is hovered. */
const NOWHERE = -1;

const idle = new WeakMap<BrowserContext, Page[]>();
/** Removes a test's listeners from a tab. Returns false if the tab must not be reused. */
const leave = new WeakMap<Page, () => boolean>();

/** Records a test's changes to the tab that the next test would see. */
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
  const listeners: [string, (...args: unknown[]) => void][] = [];
  const on = open.on?.bind(page);
  open.on = (event, listener) => {
    listeners.push([event as string, listener as (...args: unknown[]) => void]);
    return on?.(event, listener);
  };
  leave.set(page, () => {
    for (const [event, listener] of listeners.splice(0)) page.off(event as 'close', listener as () => void);
    return !changed;
  });
}

/** Returns a tab of the context: an idle one, or a new one. */
export async function takePage(context: BrowserContext): Promise<Page> {
  const used = idle.get(context)?.pop();
  if (used) return used;
  const page = await context.newPage();
  watch(page);
  return page;
}

/**
 * Returns a tab of `takePage` to the pool: removes the test's listeners and unloads the document. A phone alone stays: see
 * `showPage`. A test that replaces functions of the page must restore them.
 */
export async function giveBack(page: Page): Promise<void> {
  if (page.isClosed()) return;
  const context = page.context();
  if (idle.get(context)?.includes(page)) return;
  const reusable = leave.get(page)?.() ?? false;
  if (!reusable || context.pages().length === 0) {
    await page.close();
    return;
  }
  await page.mouse.up();
  await page.mouse.move(NOWHERE, NOWHERE);
  // Unloading the document ends its timers, sockets and requests.
  if (!isPhone(page.url())) await page.goto('about:blank');
  idle.set(context, [...(idle.get(context) ?? []), page]);
}

/** Whether a URL is that of a phone without the shell. */
const isPhone = (url: string): boolean => url.includes('/phone.html?');

/**
 * Opens a URL in a tab. When the tab still shows a phone of this site, that phone opens the scene, as for a choice in the
 * shell: this ends the earlier scene, and costs a quarter of loading the page again.
 */
export async function showPage(page: Page, url: string): Promise<void> {
  const [place, search] = url.split('?');
  const runs = isPhone(url) && page.url().split('?')[0] === place;
  const goesOn =
    runs &&
    (await page.evaluate((query) => {
      const phone = window.previewPhone;
      phone?.open(query);
      return phone !== undefined;
    }, `?${search}`));
  if (!goesOn) await page.goto(url);
}
