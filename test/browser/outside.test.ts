/** Network requests of the preview: none goes to WeChat's servers, with and without a service worker. */
import type { BrowserContext } from 'playwright-core';
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';

jest.setTimeout(180_000);

/** Records the hosts of a context's requests, without the site's own host. Requests to WeChat's hosts are aborted. */
async function outsideOf(context: BrowserContext, site: string): Promise<Set<string>> {
  const seen = new Set<string>();
  context.on('request', (request) => {
    const { protocol, origin, host } = new URL(request.url());
    if (/^https?:$/.test(protocol) && `${origin}/` !== site) seen.add(host);
  });
  await context.route(/weixin|qlogo/, (route) => route.abort());
  return seen;
}

describeInBrowser('network requests of the preview', () => {
  const site = useBrowserSite();

  test.each(['allow', 'block'] as const)(
    'an interrupted login sends nothing to WeChat; service workers: %s',
    async (serviceWorkers) => {
      const { page, context } = await site.open('phone.html?scene=member', { serviceWorkers });
      const outside = await outsideOf(context, site.url);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      const other = await context.newPage();
      // This phone's login is in flight when the page is left. Without a worker it may already be finished.
      await other.goto(`${site.url}phone.html?scene=guest`, { waitUntil: 'commit' });
      await other.waitForFunction(
        () => window.previewPhone?.phone.pending || document.documentElement.hasAttribute('data-ready'),
        undefined,
        { polling: 5 },
      );
      await other.goto(`${site.url}phone.html?scene=guest-button`);
      await other.waitForSelector('html[data-ready]', { state: 'attached' });
      const own = await other.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const done = ({ errMsg }: { errMsg: string }) => resolve(errMsg);
            const url = 'https://api.weixin.qq.com/cgi-bin/token?secret=s';
            window.previewPhone?.phone.wx.request({ url, success: done, fail: done });
          }),
      );
      expect(own).toMatch(/^request:fail/);
      // With a worker, the mock's requests are requests of the page; without one, there are none.
      expect([...outside]).toEqual(serviceWorkers === 'allow' ? ['127.0.0.1:3000'] : []);
    },
  );

  test('without a worker the mock’s pictures are shown, and none is requested from the network', async () => {
    const { page, context } = await site.open('phone.html?scene=guest-profile', {
      serviceWorkers: 'block',
    });
    const missed: string[] = [];
    context.on('request', (request) => request.url().includes('/avatars/') && missed.push(request.url()));
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await page.getByText('授权登录').first().click();
    const onSheet = page.getByRole('dialog').locator('img.avatar');
    await onSheet.waitFor();
    expect(
      await onSheet.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(132);
    await page.getByRole('button', { name: '允许' }).click();
    await page.waitForFunction(() => window.previewPhone?.pages().at(-1)?.data.isLogin === 1);
    await page.waitForFunction(() =>
      [...document.images].some(({ src, naturalWidth }) => src.startsWith('blob:') && naturalWidth === 132),
    );
    expect(missed).toEqual([]);
  });
});
