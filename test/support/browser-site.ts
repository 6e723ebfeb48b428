/** One built preview and one browser for all tests of a `describe` block. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from './chromium';
import type { Running } from './preview';
import { startSite } from './preview-site';
import { openShell, type ShellPage } from './shell-page';

/** The shared site of the block. */
export interface BrowserSite {
  /** Address of the site; it ends with a slash. */
  readonly url: string;
  readonly browser: Browser;
  /** Opens the shell and closes it after the test. The test fails if the console has an error or a warning. */
  open(path?: string, options?: BrowserContextOptions): Promise<ShellPage>;
}

/** Registers the hooks. Call it at the top of a `describe` block. */
export function useBrowserSite(): BrowserSite {
  let site: Running | undefined;
  let browser: Browser | undefined;
  let open: ShellPage[] = [];
  const started = <T>(thing: T | undefined): T => {
    if (!thing) throw new Error('only inside a test');
    return thing;
  };

  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), launchChromium()]);
  });
  afterEach(async () => {
    const complaints = open.flatMap((shell) => shell.complaints);
    await Promise.all(open.map((shell) => shell.close()));
    open = [];
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  return {
    get url() {
      return started(site).url;
    },
    get browser() {
      return started(browser);
    },
    async open(path, options) {
      const shell = await openShell(started(browser), started(site).url, path, options);
      open.push(shell);
      return shell;
    },
  };
}
