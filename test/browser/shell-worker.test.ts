/** The mock in the static preview still works after navigation, coming back, and a stopped worker. */
import type { Page } from 'playwright-core';
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';

jest.setTimeout(240_000);

describeInBrowser('the mock keeps working', () => {
  const site = useBrowserSite();

  /**
   * Waits for the first phone of the page. Returns the way of interception, the mock's answers and the number of
   * problems.
   */
  async function answered(page: Page): Promise<string> {
    const inPage = new URL(page.url()).pathname.endsWith('phone.html');
    const handle = inPage
      ? null
      : await page.waitForSelector('iframe[src*="phone.html"]', { state: 'attached' });
    const frame = (await handle?.contentFrame()) ?? page.mainFrame();
    await frame.waitForSelector('html[data-ready]', { state: 'attached', timeout: 60_000 });
    return frame.evaluate(() => {
      const { interception, phone, events } = window.previewPhone ?? {};
      const statuses = phone?.events.flatMap((event) =>
        event.kind === 'request' ? [`${new URL(event.url).pathname.split('/').at(-1)} ${event.status}`] : [],
      );
      const problems = events?.filter(({ kind }) => kind === 'problem').length;
      return `${interception}, ${statuses}, problems: ${problems}`;
    });
  }

  // Frames of the sheet change scenes, so their requests so far are not deterministic.
  const fine = /^(?:sheet: worker, .*|.*worker, onlogin 200(?:,userinfo 200)?), problems: 0$/;

  test('one tab navigates between phone, shell and sheet', async () => {
    // In a small window the sheet first loads the visible phones.
    const { page } = await site.open('phone.html?scene=guest', { viewport: { width: 640, height: 480 } });
    const seen = [`phone: ${await answered(page)}`];
    const places = { phone: 'phone.html?scene=guest', shell: '?scene=guest', sheet: 'sheet.html' };
    for (const name of ['shell', 'phone', 'sheet', 'phone', 'shell', 'sheet'] as const) {
      // Navigate like a link: the browser leaves the page before it requests the next one.
      await Promise.all([
        page.waitForEvent('load'),
        page.evaluate((url) => location.assign(url), site.url + places[name]),
      ]);
      seen.push(`${name}: ${await answered(page)}`);
    }
    expect(seen.filter((line) => !fine.test(line))).toEqual([]);
  });

  test('a worker that the browser has stopped answers again', async () => {
    const { page, context } = await site.open('phone.html?scene=member', {});
    expect(await answered(page)).toMatch(/^worker, /);
    await page.clock.install();
    const browser = await context.newCDPSession(page);
    await browser.send('ServiceWorker.enable');
    await browser.send('ServiceWorker.stopAllWorkers');
    await page.clock.fastForward('01:00');
    const status = await page.evaluate(
      async () => (await fetch('/api/index/check_3rdsession?rd3_session=x')).status,
    );
    expect(status).toBe(200);
    expect(await answered(page)).toMatch(/^worker, .*problems: 0$/);
  });

  test('the last requests of a page that is left, or of a removed frame, do not reach the network', async () => {
    const { context } = await site.open('phone.html?scene=guest', {});
    // Open a page whose console is not checked: it stays open, so the browser reports the failed request.
    const page = await context.newPage();
    await page.goto(`${site.url}phone.html?scene=guest`);
    expect(await answered(page)).toMatch(fine);
    const asked: string[] = [];
    context.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (request.serviceWorker() && pathname.startsWith('/api/')) asked.push(pathname);
    });
    const result = await page.evaluate(async () => {
      const ask = (target: Window, url: string) =>
        target.fetch(url).then(
          ({ status }) => status,
          () => 'failed',
        );
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.src = 'phone.html?scene=guest';
      const ready = () => frame.contentDocument?.querySelector('html[data-ready]');
      while (!ready()) await new Promise(requestAnimationFrame);
      // Removed before the worker has read the request.
      if (frame.contentWindow) ask(frame.contentWindow, '/api/frame');
      frame.remove();
      const before = await ask(window, '/api/index/check_3rdsession?rd3_session=x');
      // MSW sends this message when a page is left. The worker answers the second message after the first.
      const known = new Promise<void>((resolve) => {
        navigator.serviceWorker.addEventListener('message', ({ data }) => {
          if (data?.type === 'KEEPALIVE_RESPONSE') resolve();
        });
      });
      for (const message of ['CLIENT_CLOSED', 'KEEPALIVE_REQUEST'])
        navigator.serviceWorker.controller?.postMessage(message);
      await known;
      const left = ask(window, '/api/page');
      // A page that is really left is gone before the request fails.
      const soon = await Promise.race([left, new Promise((resolve) => setTimeout(resolve, 100, 'pending'))]);
      // The browser restores the page from its back/forward cache.
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      const back = await ask(window, '/api/index/check_3rdsession?rd3_session=x');
      return [before, soon, back, await left];
    });
    expect(result).toEqual([200, 'pending', 200, 'failed']);
    expect(asked).toEqual([]);
    // The page requests the next page after MSW has registered that it is left.
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(() => {
        navigator.serviceWorker.controller?.postMessage('CLIENT_CLOSED');
        setTimeout(() => location.reload());
      }),
    ]);
    expect(await answered(page)).toMatch(fine);
  });

  test('if the browser bypasses the worker, the page answers and reports why', async () => {
    const { page, context } = await site.open('phone.html?scene=guest', {});
    expect(await answered(page)).toMatch(fine);
    const worker = context.serviceWorkers()[0];
    await worker?.evaluate('self.registration.constructor.prototype.unregister.call(self.registration)');
    const { problems, status } = await page.evaluate(async () => {
      // Same as a browser that deletes a site's data: the page continues without its worker.
      Object.defineProperty(navigator.serviceWorker, 'controller', { value: null });
      const answer = await fetch('/api/index/check_3rdsession?rd3_session=x');
      const events = window.previewPhone?.events ?? [];
      return {
        status: answer.status,
        problems: events.flatMap((one) => (one.kind === 'problem' ? [one.message] : [])),
      };
    });
    expect(status).toBe(200);
    expect(problems).toEqual([
      'requests are intercepted in the page, not by the service worker: the service worker no longer controls the page',
    ]);
    expect(await answered(page)).toMatch(/^page, /);
  });
});
