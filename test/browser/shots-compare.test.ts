/** `npm run shots -- --compare`: what has changed is found, and nothing else. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { shots } from '../support/shots';

jest.setTimeout(300_000);

const product = path.resolve(__dirname, '../../miniprogram');
/** One scene shows a button in the colour of the brand, two do not. */
const SCENES = ['guest-button', 'member', 'no-avatar'].flatMap((id) => ['--scene', id]);
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
    mkdirSync(app);
    cpSync(product, path.join(app, 'miniprogram'), { recursive: true });
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
    shots(
      '--root',
      path.join(app, 'miniprogram'),
      ...SCENES,
      ...SMALL,
      '--out',
      path.join(folder, out),
      ...args,
    );

  test('a colour one step away is found in the right picture only', async () => {
    const style = path.join(app, 'miniprogram/components/style.wxss');
    const text = readFileSync(style, 'utf8');
    expect(text).toContain('--brand: #06803f;');
    writeFileSync(style, text.replace('--brand: #06803f;', '--brand: #068040;'));
    const changed = await run('pictures', '--compare', 'HEAD');
    const found = changed.said.split('\n').filter((line) => line.startsWith('changed'));
    expect(found.map((line) => line.split(/\s+/)[1])).toEqual(['guest-button-light.png']);
    expect(changed.code).toBe(1);

    // Nothing is left of the checkout.
    expect(String(git('worktree', 'list')).trim().split('\n')).toHaveLength(1);
    const compare = path.join(folder, 'pictures/compare');
    expect(readdirSync(path.join(compare, 'differences')).sort()).toEqual(['guest-button-light.png']);

    // The report opens without a server, shows the pictures, and hears the keys.
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(path.join(compare, 'index.html')).href);
    expect(await page.locator('article h3').allTextContents()).toEqual(['guest-button-light']);
    expect(await page.locator('#summary').textContent()).toContain('1 different, 5 same');
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

  test.each([
    [['--compare', 'not-a-ref'], /--compare: not-a-ref is neither a folder nor a commit/],
    [['--compare', tmpdir(), '--tolerance', '2'], /--tolerance: a number from 0 to 1/],
  ])('%j: a mistake is exit code 2', async (args, line) => {
    const { code, complained } = await run('mistake', ...args);
    expect(complained).toMatch(line);
    expect(code).toBe(2);
  });
});
