/** `npm run shots -- --compare`: what has changed is found, and nothing else. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { shots } from '../support/shots';

jest.setTimeout(300_000);

/** A mini-program of three pages: one shows the colour of the brand, two do not. */
const FILES: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({ pages: ['pages/one/one', 'pages/two/two', 'pages/three/three'] }),
  'app.wxss': 'page { --brand: #06803f; }',
  'pages/one/one.wxml': '<view style="padding: 20px; background: var(--brand)">one</view>',
  'pages/two/two.wxml': '<view>two</view>',
  'pages/three/three.wxml': '<view>three</view>',
};

/** Writes them. */
function writeProgram(folder: string): void {
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (name.endsWith('.wxml')) writeFileSync(file.replace(/wxml$/, 'js'), 'Page({});');
  }
}

const SMALL = ['--device', '320', '--scale', '1'];

describeInBrowser('npm run shots -- --compare', () => {
  let folder: string;
  let app: string;
  let browser: Browser;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args], { cwd: app });

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'shots-compare-'));
    app = path.join(folder, 'app');
    writeProgram(path.join(app, 'miniprogram'));
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'before');
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (out: string, ...args: string[]) =>
    shots('--root', path.join(app, 'miniprogram'), ...SMALL, '--out', path.join(folder, out), ...args);

  test('a colour one step away is found in the right pictures only', async () => {
    const style = path.join(app, 'miniprogram/app.wxss');
    writeFileSync(style, readFileSync(style, 'utf8').replace('#06803f', '#068040'));
    const changed = await run('pictures', '--compare', 'HEAD');
    const found = changed.said.split('\n').filter((line) => line.startsWith('changed'));
    expect(found.map((line) => line.split(/\s+/)[1])).toEqual(['one-light.png', 'one-dark.png']);
    expect(changed.code).toBe(1);

    // Nothing is left of the checkout.
    expect(String(git('worktree', 'list')).trim().split('\n')).toHaveLength(1);
    const compare = path.join(folder, 'pictures/compare');
    expect(readdirSync(path.join(compare, 'differences')).sort()).toEqual(['one-dark.png', 'one-light.png']);

    // The report opens without a server, shows the pictures, and hears the keys.
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(path.join(compare, 'index.html')).href);
    expect(await page.locator('article h3').allTextContents()).toEqual(['one-light', 'one-dark']);
    expect(await page.locator('#summary').textContent()).toContain('2 different, 4 same');
    await page.waitForFunction(() =>
      [...document.images].every((image) => !image.checkVisibility() || image.naturalWidth === 320),
    );
    expect(await page.locator('body').getAttribute('data-mode')).toBe('slider');
    await page.keyboard.press('2');
    expect(await page.locator('body').getAttribute('data-mode')).toBe('overlay');
    expect(page.url()).toContain('view=overlay');
    expect(complaints).toEqual([]);
    await page.close();

    const same = await run('again', '--compare', path.join(folder, 'pictures'));
    expect(same.said).toContain(`0 of 6 differ from ${path.join(folder, 'pictures')}`);
    expect(same.code).toBe(0);
  });

  test('what is no commit is a mistake, with exit code 2', async () => {
    const { code, complained } = await run('mistake', '--compare', 'not-a-ref');
    expect(complained).toMatch(/--compare: not-a-ref is neither a folder nor a commit/);
    expect(code).toBe(2);
  });
});
