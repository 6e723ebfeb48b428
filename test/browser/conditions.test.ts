/** A page under conditions: WeChat's font size, long texts, the keyboard, a slow or broken network. */
import path from 'node:path';
import { http } from 'msw';
import type { Browser, Frame } from 'playwright-core';
import { formatFaults, isFaultText, parseFaults } from '../../preview/faults';
import { lengthen } from '../../preview/long-text';
import { endpointsOf, namesOf } from '../../simulator/config/endpoints';
import { axeFindings } from '../support/axe';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import type { Running } from '../support/preview';
import { startSite } from '../support/preview-site';
import { openShell, type ShellPage } from '../support/shell-page';

// The site is built first, which is slow on a busy machine.
jest.setTimeout(120_000);

const root = path.join(__dirname, '../fixtures/conditions');

const fontSize = (phone: Frame, selector: string) =>
  phone.$eval(selector, (element) => getComputedStyle(element).fontSize);

describeInBrowser('conditions', () => {
  let browser: Browser;
  let site: Running;
  let shell: ShellPage | undefined;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(root), launchChromium()]);
  });
  afterEach(async () => {
    expect(shell?.complaints ?? []).toEqual([]);
    await shell?.close();
    shell = undefined;
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  async function open(search: string): Promise<ShellPage> {
    shell = await openShell(browser, site.url, search);
    return shell;
  }

  test("WeChat's font size changes only text that depends on it", async () => {
    const { page, phone } = await open('?scene=font');
    const before = await phone();
    expect(await fontSize(before, '.follows')).toBe('17px');
    await page.getByLabel('字体大小').selectOption('5');
    await before.waitForSelector('html[data-ready] .said:text("23.8 px，1.40 倍")');
    const after = await phone();
    const sizes = ['.follows', '.inherits', '.fixed', 'wx-page'].map((one) => fontSize(after, one));
    expect(await Promise.all(sizes)).toEqual(['23.8px', '23.8px', '14px', '23.8px']);
    expect(await after.locator('h1').evaluate((one) => getComputedStyle(one).fontSize)).toBe('20px');
    await eventually(() => expect(page.url()).toContain('font=5'));

    // A document has only one rem: that of the top page.
    await after.click('wx-navigator');
    await after.waitForSelector('wx-input');
    expect(await fontSize(after, ':root')).toBe('16px');
  });

  test('the keyboard covers the page, and the page moves up for the field', async () => {
    const { page: frame } = await open('phone.html?scene=form');
    await frame.setViewportSize({ width: 375, height: 812 });
    await frame.waitForSelector('html[data-ready]', { state: 'attached' });
    const keyboard = frame.locator('.keyboard');
    /** Distance between the end of the field and the keyboard, px. */
    const gap = async (name: string) => {
      const [field, keys] = await Promise.all([
        frame.locator(`[name=${name}]`).boundingBox(),
        keyboard.boundingBox(),
      ]);
      return Math.round((keys?.y ?? 0) - (field?.y ?? 0) - (field?.height ?? 0)) + 0;
    };
    const pushed = () => frame.$eval('.wx-window', (one) => (one as HTMLElement).style.translate);
    const events = async () =>
      (await frame.evaluate(() => window.previewPhone?.pages().at(-1)?.data.events)) as string[];

    expect(await keyboard.count()).toBe(0);
    await frame.click('[name=top] input');
    await keyboard.waitFor();
    expect(await pushed()).toBe('0px');
    await eventually(async () =>
      expect(await events()).toEqual(['keyboardheightchange 335', 'focus 335', 'wx 335']),
    );

    await frame.click('[name=low] input');
    await keyboard.getByText('下一个').waitFor();
    expect(await gap('low')).toBe(20);
    await frame.press('[name=low] input', 'Enter');
    await keyboard.waitFor({ state: 'detached' });
    // Without cursor-spacing the field touches the keyboard. A fixed element moves up too.
    await frame.click('[name=bar] input');
    await keyboard.getByText('发送').waitFor();
    expect(await gap('bar')).toBe(0);
    // The tapped element must not move before the tap is handled.
    await frame.click('.button');
    await keyboard.waitFor({ state: 'detached' });
    expect(await pushed()).toBe('');
    await eventually(async () => expect((await events()).at(-1)).toBe('hideKeyboard:fail:input not exists'));

    await frame.click('[name=stays] input');
    await keyboard.waitFor();
    expect(await pushed()).toBe('0px');
    expect(await gap('stays')).toBeLessThan(0);
    await frame.press('[name=stays] input', 'Enter');
    await keyboard.waitFor({ state: 'detached' });

    // In a textarea the line with the cursor must stay visible. The bar above the keyboard has 完成; the return key
    // inserts a line break.
    await frame.click('[name=note] textarea');
    await keyboard.getByText('换行').click();
    await frame.type('[name=note] textarea', 'b');
    expect(await frame.inputValue('[name=note] textarea')).toBe('\nb');
    expect((await keyboard.boundingBox())?.height).toBe(335 + 44);
    await keyboard.getByText('完成').click();
    await keyboard.waitFor({ state: 'detached' });

    await frame.click('[name=held] input');
    await keyboard.waitFor();
    await frame.click('text=不推', { position: { x: 20, y: 20 } });
    expect(await frame.$eval('[name=held] input', (one) => one === document.activeElement)).toBe(true);
    await frame.evaluate(() => window.previewPhone?.phone.wx.hideKeyboard({ complete() {} }));
    await keyboard.waitFor({ state: 'detached' });
  });

  test('texts are rendered longer, and the data of the mini-program keeps the original texts', async () => {
    const { page, phone } = await open('?scene=net');
    const frame = await phone();
    const texts = () =>
      frame.$$eval('wx-page wx-view, wx-button', (all) => all.map((one) => one.textContent));
    await frame.waitForSelector('text=200 茶');
    await page.keyboard.press('t');
    await frame.waitForSelector('text=[200 茶200 茶]');
    expect(await texts()).toEqual(['[200 茶200 茶]', '', '[取商品取商品]', '[上传上传]']);
    expect(await frame.locator('h1').textContent()).toBe('[各种条件各种条件]');
    await eventually(() => expect(page.url()).toContain('text=long'));
    // Text rendered later is also longer. A number is not treated as text.
    await frame.click('wx-button >> text=上传');
    await frame.waitForSelector('wx-view:has-text("[25 50 75 100 完成25 50 75 100]")');
    const data = await frame.evaluate(() => window.previewPhone?.pages().at(-1)?.data);
    expect(data).toMatchObject({ goods: '200 茶', sent: '25 50 75 100 完成' });
    const recorded = await frame.evaluate(() => window.previewPhone?.recording.steps.at(-1));
    expect(recorded).toEqual({ kind: 'tap', on: { text: '上传' } });
    await page.getByLabel('原文').check();
    await frame.waitForSelector('wx-button >> text=/^上传$/');
    expect(await texts()).toEqual(['200 茶', '25 50 75 100 完成', '取商品', '上传']);
  });

  test('the chosen network speed is used, and shown on the phone, in its log and in the URL', async () => {
    const { page, phone } = await open('?scene=net&panel=network&net=fast-3g');
    const frame = await phone();
    await frame.waitForSelector('.status >> text=3G');
    await frame.click('wx-button >> text=上传');
    // Progress follows the upload: 100 KB at 84 KB a second. The last step is reported with the server's response.
    await frame.waitForSelector('wx-view:has-text("25 50 75 100 完成")');
    await page.getByLabel('慢速 3G').check();
    await page.waitForURL(/net=slow-3g/);
    await page.getByRole('tab', { name: '日志' }).click();
    const lines = page.locator('.line[data-kind="request"], .line[data-kind="outside"]');
    await eventually(async () =>
      expect(await lines.allTextContents()).toEqual([
        expect.stringMatching(/GET api.example.com\/goods\/7200([5-9]\d\d ms|\d\.\d s)/),
        expect.stringMatching(/POST api.example.com\/photo200\d\.\d s/),
        expect.stringContaining('网速：慢速 3G'),
      ]),
    );
  });

  test('an endpoint fails in the chosen way; URL, panel and log show it', async () => {
    const { page, phone } = await open('?scene=net&panel=network&fault=500:GET+api.example.com/goods/:id');
    const frame = await phone();
    /** Waits until the phone has the fault: the shell passes it on after it was drawn. */
    const applied = (fault: string) =>
      frame.waitForFunction((text) => (window.previewPhone?.settings.fault ?? '') === text, fault);
    const shows = (text: string) => frame.waitForSelector(`wx-page:has-text(${JSON.stringify(text)})`);
    const load = () => frame.click('wx-button >> text=取商品');
    const goods = page.getByLabel('GET api.example.com/goods/:id');
    await shows('500 Internal Server Error');
    expect(await axeFindings(page)).toEqual([]);
    for (const [kind, text] of [
      ['连接中断', 'request:fail errcode:-101'],
      ['立即超时', 'request:fail timeout'],
      ['JSON 损坏', '200 {"data": ['],
      ['卖完了', '410 卖完了'],
    ] as const) {
      await goods.selectOption(kind);
      await applied(`${await goods.inputValue()}:GET api.example.com/goods/:id`);
      await load();
      await shows(text);
    }
    // Other endpoints still work.
    await frame.click('wx-button >> text=上传');
    await shows('100 完成');
    await eventually(() =>
      expect(new URL(page.url()).searchParams.get('fault')).toBe('sold-out:GET api.example.com/goods/:id'),
    );
    await page.getByRole('button', { name: '全部正常' }).click();
    await applied('');
    await load();
    await shows('200 茶');
    await page.getByRole('tab', { name: '日志' }).click();
    const last = page.locator('.line[data-kind="outside"]').last();
    await last.filter({ hasText: 'sold-out · GET api.example.com/goods/:id' }).waitFor();
  });
});

test('an endpoint is named after its handler; a wildcard handler has no name', () => {
  const nothing = () => undefined;
  const endpoints = endpointsOf(
    [
      http.get('https://api.example.com/goods/:id', nothing),
      http.get('*/goods/:id', nothing),
      http.post('http://127.0.0.1:3000/pay', nothing),
      http.all('*/any', nothing),
      http.all(({ request }) => request.url === '', nothing),
      http.get('*/api/*', nothing),
      http.get('https://api.weixin.qq.com/sns/jscode2session', nothing),
      http.get(/\/odd/, nothing),
    ],
    ['GET /api/login', 'POST /pay', 'nonsense'],
  );
  expect(endpoints.map(({ name }) => name)).toEqual([
    'GET /api/login',
    'POST /pay',
    'GET api.example.com/goods/:id',
    'GET /goods/:id',
    'ALL /any',
  ]);
  const names = (method: string, url: string) => namesOf(method, url, endpoints);
  expect(names('GET', 'https://api.example.com/goods/7?n=1')).toEqual([
    'GET api.example.com/goods/:id',
    'GET /goods/:id',
  ]);
  expect(names('PUT', 'http://localhost:3000/any')).toEqual(['ALL /any']);
  expect(names('GET', 'http://localhost:3000/api/login?code=1')).toEqual(['GET /api/login']);
  expect(names('DELETE', 'https://a.example/x,y?z')).toEqual(['DELETE a.example/x%2Cy']);
});

test('faults are read from the URL', () => {
  const text = '500:GET /goods/:id,own-1:POST a.example/x%2Cy';
  expect(formatFaults(parseFaults(text))).toBe(text);
  expect(['', text].map(isFaultText)).toEqual([true, true]);
  expect(
    ['x', '500:/goods', '500:GET /a b', ',', '500:GET /a,', `500:GET /${'a'.repeat(2000)}`].map(isFaultText),
  ).toEqual(Array(6).fill(false));
});

test.each([
  ['登录', '[登录登录]'],
  [' 登录\n', ' [登录登录]\n'],
  ['¥12.50', '¥12.50'],
  ['', ''],
  ['\ue001', '\ue001'],
  ['一二三四五六七八九十一', '[一二三四五六七八九十一一二三四五六七八九]'],
  ['👨‍👩‍👧好', '[👨‍👩‍👧好👨‍👩‍👧好]'],
  ['a\nb', '[a\nba\nb]'],
])('%j is rendered as %j', (text, longer) => {
  expect(lengthen(text)).toBe(longer);
});
