/** The static preview works on any host, at any path, without a server. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { scenarios } from '../../mock-server/scenarios';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { openPhone } from '../support/phone-page';
import { buildPreviewInto, type Running, serveStatic, startPreview } from '../support/preview';
import { builtSite } from '../support/preview-site';

jest.setTimeout(180_000);
const repository = path.resolve(__dirname, '../..');
const fixture = path.join(__dirname, '../fixtures/preview-app');

describeInBrowser('the static preview', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'preview-build-'));
  let out: string;
  let browser: Browser;
  let host: Running;

  beforeAll(async () => {
    out = await builtSite(fixture);
    host = await serveStatic(out, '/some/where/');
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('works below a path, with pictures and the service worker', async () => {
    const context = await browser.newContext();
    const phone = await openPhone(context, `${host.url}phone.html?page=pages/built-ins/built-ins`, {
      expects: /404/,
    });
    expect(phone.errors).toEqual([]);
    await eventually(async () =>
      expect((await phone.data()).seen).toMatchObject({ load: { width: 40, height: 40 } }),
    );
    expect(await phone.page.evaluate(() => window.previewPhone?.interception)).toBe('worker');
    // A second phone has the worker from its start. The worker answers for the backend and receives no requests for
    // code.
    const beside = await context.newPage();
    const viaWorker = new Set<string>();
    beside.on(
      'response',
      (response) => response.fromServiceWorker() && viaWorker.add(response.request().resourceType()),
    );
    await beside.goto(`${host.url}phone.html`);
    await beside.waitForSelector('html[data-ready]', { state: 'attached' });
    await beside.evaluate(() => fetch(new URL('/avatars/wechat-lin.png', location.href)));
    await eventually(() => expect([...viaWorker]).toContain('fetch'));
    expect([...viaWorker]).not.toContain('script');
    await context.close();
  });

  test('if no worker can run, requests are intercepted in the page, and the log reports this', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    const phone = await openPhone(context, `${host.url}phone.html`);
    expect(phone.errors).toEqual([]);
    expect(await phone.page.evaluate(() => window.previewPhone?.interception)).toBe('page');
    expect((await phone.problems()).join()).toContain('requests are intercepted in the page');
    await context.close();
  });

  test('lists every scene with the URL of its phone', async () => {
    const own = await builtSite();
    const scenes = JSON.parse(readFileSync(path.join(own, 'scenes.json'), 'utf8'));
    expect(scenes.length).toBeGreaterThan(scenarios.length);
    for (const { id, title, description } of scenarios) {
      const entry = { id, title, description, url: `phone.html?scene=${id}` };
      expect(scenes).toContainEqual(entry);
    }
    expect(existsSync(path.join(out, 'mockServiceWorker.js'))).toBe(true);
  });

  test('the production build contains no folder name of this computer, and no editor button', async () => {
    const own = await builtSite();
    const assets = path.join(own, 'assets');
    // Collect file names with a few characters around the match: a whole file would not be a readable message.
    const found = readdirSync(assets).flatMap((name) => {
      const code = readFileSync(path.join(assets, name), 'utf8');
      return [repository, '__preview/editor']
        .filter((text) => code.includes(text))
        .map((text) => `${name}: ${code.slice(code.indexOf(text) - 60, code.indexOf(text) + 60)}`);
    });
    expect(found).toEqual([]);
  });

  test('a mistake in the mini-program fails the build, with file and line', async () => {
    const broken = path.join(folder, 'broken');
    cpSync(fixture, broken, { recursive: true });
    writeFileSync(path.join(broken, 'pages/tabs/tabs.wxml'), '<view>\n  <view>{{a b}}</view>\n</view>\n');
    writeFileSync(path.join(broken, 'pages/built-ins/built-ins.wxml'), '<view>\n');
    const build = buildPreviewInto(path.join(folder, 'none'), broken);
    await expect(build).rejects.toThrow(/pages\/tabs\/tabs\.wxml:2:\d+ .*unexpected/);
    await expect(build).rejects.toThrow(/pages\/built-ins\/built-ins\.wxml:1:1 <view> is never closed/);
  });
});

describeInBrowser('the development server', () => {
  test('a port in use, or a folder without a mini-program, is one clear line', async () => {
    const server = await startPreview({ root: fixture });
    const port = Number(new URL(server.url).port);
    await expect(startPreview({ root: fixture, port })).rejects.toThrow(
      new Error(`port ${port} is in use: choose another one with --port`),
    );
    await expect(startPreview({ root: tmpdir() })).rejects.toThrow(
      `no app.json in ${tmpdir()}: not a mini-program`,
    );
    const scenes = await fetch(`${server.url}scenes.json`);
    // One scene per page.
    expect(await scenes.json()).toHaveLength(6);
    await server.stop();
  });
});
