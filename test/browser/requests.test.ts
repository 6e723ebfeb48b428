/** Answers to the preview's requests: by MSW's service worker, or in the page where no worker can run. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';

describeInBrowser('requests of the preview', () => {
  let server: Server;
  let browser: Browser;
  let port: number;

  beforeAll(async () => {
    const bundle = buildSync({
      entryPoints: [path.join(__dirname, 'requests-page.ts')],
      bundle: true,
      write: false,
      format: 'iife',
    });
    const worker = path.resolve(__dirname, '../../node_modules/msw/lib/mockServiceWorker.js');
    const files: Record<string, [string, string]> = {
      '/site/': ['text/html', '<!doctype html><script src="page.js"></script>'],
      '/site/page.js': ['text/javascript', bundle.outputFiles[0]?.text ?? ''],
      '/site/mockServiceWorker.js': ['text/javascript', readFileSync(worker, 'utf8')],
      '/site/plain.txt': ['text/plain', 'from the network'],
    };
    server = createServer((request, response) => {
      const [type, body] = files[request.url ?? ''] ?? ['text/plain', ''];
      response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    port = (server.address() as AddressInfo).port;
    browser = await launchChromium();
  }, 30_000);

  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  async function visit(url: string) {
    const page = await browser.newPage();
    // A host name other than localhost makes the context insecure, like plain http on another machine.
    await page.route('http://designers.test/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: `http://127.0.0.1:${port}${pathname}` }) });
    });
    await page.goto(url);
    await page.waitForFunction(() => window.report !== undefined);
    const report = await page.evaluate(() => window.report);
    await page.close();
    return report;
  }

  const works = {
    check: 'true',
    nickName: '林小满',
    uploadedType: 'image/jpeg',
    signed: 200,
    cut: 'TypeError',
    aborted: 'AbortError',
    otherScenario: 500,
    notMocked: 'from the network',
  };

  test("below a path of a site: MSW's worker, which also answers <img>", async () => {
    expect(await visit(`http://127.0.0.1:${port}/site/`)).toEqual({
      ...works,
      interception: 'worker',
      fallbackReason: null,
      portrait: 132,
    });
  });

  test('on plain http of another machine: in the page, with the reason', async () => {
    expect(await visit('http://designers.test/site/')).toEqual({
      ...works,
      interception: 'page',
      fallbackReason: 'the page is not in a secure context',
      portrait: 'error',
    });
  });
});
