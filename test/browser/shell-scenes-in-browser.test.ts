/** Every scene in a browser: it settles where it says, complains about nothing, and passes the accessibility scan. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { scenarios } from '../../mock-server/scenarios';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { openPreviewSite, type PreviewSite } from '../support/preview-site';
import { listenForComplaints, openShell } from '../support/shell-page';

jest.setTimeout(60_000);

/** What axe finds that is serious or critical: rule, element, reason. */
async function seriousFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  return page.evaluate(async () => {
    const inPage = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.axe.run(document, { iframes: false });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
      );
  });
}

describeInBrowser('every scene', () => {
  let site: PreviewSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openPreviewSite(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test('settles in the isLogin it names, at 320 px without sideways scrolling, with a quiet console', async () => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 568 },
      reducedMotion: 'reduce',
    });
    const visit = async (id: string) => {
      const page = await context.newPage();
      const complaints = listenForComplaints(page);
      await page.goto(`${site.url}phone.html?scene=${id}&device=320`);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      const seen = await page.evaluate(() => ({
        isLogin: window.previewPhone?.pages().at(-1)?.data.isLogin,
        overflow: document.documentElement.scrollWidth - window.innerWidth,
        problems: window.previewPhone?.events.filter(({ kind }) => kind === 'problem') ?? [],
      }));
      const serious = await seriousFindings(page);
      await page.close();
      return { id, ...seen, complaints, serious };
    };
    const queue = [...scenarios];
    const results: Awaited<ReturnType<typeof visit>>[] = [];
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) results.push(await visit(next.id));
    };
    // The slow scenes wait; the others go on meanwhile.
    await Promise.all([worker(), worker(), worker()]);
    await context.close();

    const expected = scenarios.map(({ id, endsIn }) => ({
      id,
      isLogin: endsIn.isLogin,
      overflow: 0,
      problems: [],
      complaints: [],
      serious: [],
    }));
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect(results.toSorted(byId)).toEqual(expected.toSorted(byId));
  });

  test('stands on the contact sheet, light and dark, and all become ready', async () => {
    const shell = await openShell(browser, site.url, 'sheet/?device=390', {
      viewport: { width: 1400, height: 900 },
    });
    const { page } = shell;
    await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 40_000 });
    expect(await page.locator('.thumb[data-state="ready"]').count()).toBe(scenarios.length * 2);
    const themes = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate(() => document.documentElement.dataset.theme)),
    );
    expect(themes.filter((theme) => theme === 'dark')).toHaveLength(scenarios.length);
    expect(await seriousFindings(page)).toEqual([]);
    await page.selectOption('select', '320');
    await page.waitForFunction(() => window.frames[0]?.innerWidth === 320);
    const dark = page.locator('#refused .cover').nth(1);
    expect(await dark.getAttribute('href')).toBe('./?scene=refused&device=320&theme=dark');
    expect(shell.complaints).toEqual([]);
    await shell.close();
  });

  test.each([
    ['', 'light', 1400],
    ['?scene=member&panel=data&lang=en', 'dark', 1400],
    ['?scene=member&panel=person', 'light', 640],
    ['?scene=long-name&panel=check', 'dark', 640],
  ] as const)('the shell %s, %s, %i px wide passes the scan', async (path, colorScheme, width) => {
    const shell = await openShell(browser, site.url, path, { colorScheme, viewport: { width, height: 900 } });
    await shell.phone();
    await shell.page.waitForSelector('.panel > *');
    expect(await seriousFindings(shell.page)).toEqual([]);
    await shell.close();
  });
});
