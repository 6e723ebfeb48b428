/**
 * With a mistake in one file, all other files can still be edited and shown, and the shell shows the place of the
 * mistake.
 */
import type { Browser, BrowserContext } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { openPhone, type PhonePage } from '../support/phone-page';
import { type Running, startPreview } from '../support/preview';
import { type ProgramFolder, pageFiles, programFolder } from '../support/program-folder';

jest.setTimeout(180_000);

const good: Readonly<Record<string, string>> = {
  'app.json': '{"pages":["pages/a/a","pages/b/b"]}',
  ...pageFiles('a', {
    wxml: '<view id="v">old</view><part id="part"/>',
    json: '{"usingComponents":{"part":"../../part/part"}}',
  }),
  ...pageFiles('b', { wxml: '<view>b</view>' }),
  'part/part.json': '{"component":true}',
  'part/part.wxml': '<view>part</view>',
  'part/part.js': 'Component({})',
};

/** Mistakes in files that the open page does not need. */
const mistakes = [
  ['the WXML of another page', 'pages/b/b.wxml', '<view>never closed\n'],
  ['the WXSS of another page', 'pages/b/b.wxss', '.a { color: red\n'],
  ['the script of another page', 'pages/b/b.js', 'Page({'],
  ['the JSON of another page', 'pages/b/b.json', '{ "usingComponents": { "x": "./none" } }'],
  ['a component of this page', 'part/part.wxml', '<view>part'],
  ['app.json', 'app.json', '{"pages":["pages/a/a","pages/b/b"],}'],
] as const;

describeInBrowser('with a mistake', () => {
  let program: ProgramFolder;
  let server: Running;
  let browser: Browser;
  let context: BrowserContext;
  let phone: PhonePage;

  beforeAll(async () => {
    program = programFolder(good);
    server = await startPreview({ root: program.root });
    browser = await launchChromium();
    context = await browser.newContext();
    phone = await openPhone(context, `${server.url}phone.html`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    program?.remove();
  });

  const shows = (text: string) =>
    phone.page.waitForFunction((expected) => document.querySelector('#v')?.textContent === expected, text);
  const known = (file: string) =>
    phone.page.waitForFunction(
      (name) => window.previewPhone?.mistakes.some((one) => one.file === name),
      file,
    );

  test.each(mistakes)('in %s, the open page is rendered again', async (_, file, text) => {
    program.write({ [file]: text });
    await known(file);
    program.write({ 'pages/a/a.wxml': `<view id="v">new ${file}</view><part id="part"/>` });
    await shows(`new ${file}`);
    // The broken component still shows its last working version.
    expect(await phone.page.locator('#part').textContent()).toBe('part');
    program.write({ 'pages/a/a.js': `Page({ data: { file: ${JSON.stringify(file)} } })` });
    await phone.page.waitForFunction(
      (expected) => window.previewPhone?.pages().at(-1)?.data.file === expected,
      file,
    );
    // A new visit shows the same.
    // A change that is saved before the page is connected is part of the loaded page or reaches it afterwards.
    const connected = phone.page.waitForEvent('console', (message) =>
      message.text().includes('[vite] connected'),
    );
    await phone.page.reload();
    await connected;
    await shows(`new ${file}`);
    expect(await phone.problems()).toContainEqual(expect.stringContaining(`error: ${file}`));
    program.write({ [file]: good[file] ?? '' });
    await phone.page.waitForFunction(() => window.previewPhone?.mistakes.length === 0);
  });

  test('a page with a mistake at the start does not stop the others', async () => {
    const broken = programFolder({ ...good, 'pages/b/b.wxml': '<view>never closed\n' });
    const other = await startPreview({ root: broken.root });
    const own = await openPhone(context, `${other.url}phone.html`);
    broken.write({ 'pages/a/a.wxml': '<view id="v">new</view>' });
    await own.page.waitForFunction(() => document.querySelector('#v')?.textContent === 'new');
    await own.close();
    await other.stop();
    broken.remove();
  });

  test('the shell shows the position, although the page is not open', async () => {
    program.write({ 'pages/b/b.wxml': '<view>never closed\n' });
    const shell = await context.newPage();
    await shell.goto(`${server.url}?lang=zh`);
    await shell.locator('.mistakes summary').click();
    expect(await shell.locator('.mistakes summary').textContent()).toBe('源码有 1 处错误 pages/b/b.wxml:1:1');
    expect(await shell.locator('.mistakes li').textContent()).toBe(
      'pages/b/b.wxml:1:1 <view> is never closed',
    );
    program.write({ 'pages/b/b.wxml': good['pages/b/b.wxml'] ?? '' });
    await shell.waitForSelector('.mistakes', { state: 'detached' });
    await shell.close();
  });
});
