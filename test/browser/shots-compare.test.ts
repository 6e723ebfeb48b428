/** The sheet shows the comparison that `npm run shots -- --compare` has written. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { writeReport } from '../../preview/cli/shots/report';
import type { Comparison } from '../../preview/comparison';
import { axeFindings } from '../support/axe';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { type Running, startPreview } from '../support/preview';
import { answerOnce, openShell } from '../support/shell-page';

jest.setTimeout(180_000);

/** A mini-program of three pages: one shows the brand colour, two do not. */
const FILES: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({ pages: ['pages/one/one', 'pages/two/two', 'pages/three/three'] }),
  'app.wxss': 'page { --brand: #06803f; }',
  'pages/one/one.wxml': '<view style="padding: 20px; background: var(--brand)">one</view>',
  'pages/two/two.wxml': '<view>two</view>',
  'pages/three/three.wxml': '<view>three</view>',
};

/** Writes the mini-program into a folder. */
function writeProgram(folder: string): void {
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (name.endsWith('.wxml')) writeFileSync(file.replace(/wxml$/, 'js'), 'Page({});');
  }
}

/** A picture of one grey. */
function picture(grey: number): Buffer {
  const png = new PNG({ width: 32, height: 64 });
  png.data.fill(grey);
  return PNG.sync.write(png);
}

const line = (name: string, verdict: Comparison['verdict'], pixels = 0): Comparison => ({
  name: `${name}.png`,
  verdict,
  pixels,
  width: 32,
  height: 64,
});

describeInBrowser('a comparison in the sheet', () => {
  let folder: string;
  let pictures: string;
  let browser: Browser;
  let server: Running;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'sheet-compare-'));
    const root = path.join(folder, 'miniprogram');
    writeProgram(root);
    pictures = path.join(folder, 'pictures');
    for (const kind of ['before', 'differences'])
      mkdirSync(path.join(pictures, 'compare', kind), { recursive: true });
    const names = [
      'one-light',
      'one-dark',
      'two-light',
      'two-dark',
      'three-light',
      'three-dark',
      'old-light',
    ];
    for (const name of names) {
      writeFileSync(path.join(pictures, 'compare/before', `${name}.png`), picture(90));
      writeFileSync(path.join(pictures, `${name}.png`), picture(200));
    }
    writeFileSync(path.join(pictures, 'compare/differences/one-dark.png'), picture(150));
    const results = [
      line('one-light', 'same'),
      line('one-dark', 'changed', 512),
      line('two-light', 'added'),
      ...['two-dark', 'three-light', 'three-dark'].map((name) => line(name, 'same')),
      line('old-light', 'gone'),
    ];
    await writeReport(pictures, { before: 'main', device: '320', at: Date.now(), results });
    // Other files that a user may keep in this folder.
    writeFileSync(path.join(pictures, 'secret.txt'), 'secret');
    symlinkSync('/etc/hostname', path.join(pictures, 'link-light.png'));
    [server, browser] = await Promise.all([startPreview({ root, comparison: pictures }), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('before, after and difference are shown for each changed scene; a filter shows only these', async () => {
    const shell = await openShell(browser, server.url, 'sheet?lang=en', {
      colorScheme: 'dark',
      viewport: { width: 720, height: 900 },
    });
    const { page } = shell;
    await page.getByText('Compared with main').waitFor();
    await eventually(async () =>
      expect(await page.locator('li .verdict').allTextContents()).toEqual(['changed', 'new', 'gone']),
    );
    const shown = (id: string) =>
      page.locator(`#${id} figure`).evaluateAll((all) => all.map((one) => one.getAttribute('data-kind')));
    expect(await shown('one')).toEqual(['before', 'after', 'differences']);
    expect(await shown('two')).toEqual(['after']);
    expect(await shown('three')).toEqual([]);
    expect(await page.locator('#one h4').textContent()).toBe('Dark 512 px differ (25.00 %)');
    await page.locator('#one').scrollIntoViewIfNeeded();
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('#one img')].every(
        ({ naturalWidth }) => naturalWidth === 32,
      ),
    );

    // A development server may reload the page while it prepares its first modules.
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await page.keyboard.press('c');
    await eventually(() => expect(new URL(page.url()).searchParams.get('changed')).toBe('only'));
    const cards = () => page.locator('.sheet li:visible h3').allTextContents();
    await eventually(async () =>
      expect(await cards()).toEqual(
        ['one changed', 'two new', 'old gone'].map((text) => expect.stringContaining(text)),
      ),
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(720);
    expect(await axeFindings(page)).toEqual([]);

    const report = page.waitForEvent('popup');
    await page.locator('#one figure a').first().click();
    const opened = await report;
    await opened.waitForFunction(() => document.activeElement?.id === 'one-dark');
    await opened.close();

    // A result that cannot be read counts as none. The sheet requests it when the window gets the focus.
    const focus = () => page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await answerOnce(page, 'compare/result.json', '{', 200);
    await focus();
    await page.getByText('Compared with main').waitFor({ state: 'detached' });
    await focus();
    await page.getByText('Compared with main').waitFor();

    // When the mini-program changes, its stills are rendered again, and the result is marked as outdated.
    await page.keyboard.press('c');
    expect(await page.getByText('has changed since').count()).toBe(0);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    writeFileSync(path.join(folder, 'miniprogram/pages/two/two.wxml'), '<view>two!</view>');
    await page.getByText('has changed since').waitFor();
    await page.frameLocator('#two iframe >> nth=0').getByText('two!').waitFor();
    expect(shell.complaints).toEqual([]);
    await shell.close();
  });

  test('no other file of that folder is served', async () => {
    const status = async (name: string) => (await fetch(`${server.url}__preview/comparison/${name}`)).status;
    expect(await status('one-light.png')).toBe(200);
    expect(await status('compare/before/one-light.png')).toBe(200);
    for (const name of [
      'secret.txt',
      'link-light.png',
      'compare/before/%2e%2e/%2e%2e/secret.txt',
      'compare/before/..%2fone-light.png',
      '',
    ])
      expect([name, await status(name)]).toEqual([name, 404]);
    // The page is the preview's own, even if the folder contains another one.
    writeFileSync(path.join(pictures, 'compare/index.html'), '<script>alert(1)</script>');
    expect(await (await fetch(`${server.url}__preview/comparison/compare/index.html`)).text()).not.toContain(
      'alert(1)',
    );
  });
});
