/** The life cycle of a page in the preview: order of methods, gestures, exceptions. */
import path from 'node:path';
import { usePhones } from '../support/browser-phones';
import { describeInBrowser } from '../support/chromium';
import type { PhonePage } from '../support/phone-page';

jest.setTimeout(180_000);
const root = path.join(__dirname, '../fixtures/preview-app');

describeInBrowser('a page on the stage', () => {
  const phones = usePhones(root);
  let phone: PhonePage;

  const open = async (page: string, expects?: RegExp) => {
    phone = await phones.open(`page=${encodeURIComponent(page)}`, expects ? { expects } : {});
    return phone.page;
  };
  /** Names of the life-cycle lines in the log. */
  const lines = () =>
    phone.page.evaluate(() =>
      (window.previewPhone?.events ?? []).flatMap((event) =>
        event.kind === 'life-cycle' ? [event.name] : [],
      ),
    );

  test('methods are called in WeChat’s order, and browser globals are undefined', async () => {
    const page = await open('pages/life/life?a=1');
    expect(await page.locator('#life').textContent()).toBe(
      'behavior created, child created, child attached, load 1, show, child show, child ready, ready',
    );
    expect(await page.locator('#absent').textContent()).toBe('undefined undefined undefined undefined');
    expect(await lines()).toEqual(['App.onLaunch', 'App.onShow', 'onLoad', 'onShow', 'onReady']);
    expect(phone.errors).toEqual([]);
  });

  test('pull-down by touch, and scroll to the bottom', async () => {
    const page = await open('pages/life/life');
    await page.mouse.move(180, 200);
    await page.mouse.down();
    await page.mouse.move(180, 320, { steps: 4 });
    await page.mouse.up();
    await page.waitForSelector('#child', { state: 'detached' });
    await page
      .locator('.wx-scroller')
      .last()
      .evaluate((element) => element.scrollTo(0, 9999));
    await page.waitForFunction(() =>
      window.previewPhone?.events.some(
        (event) => event.kind === 'life-cycle' && event.name === 'onReachBottom',
      ),
    );
    expect(await lines()).toEqual(expect.arrayContaining(['onPullDownRefresh', 'onReachBottom']));
    expect(phone.errors).toEqual([]);
  });

  test('a custom navigation bar leaves the whole screen to the page', async () => {
    const page = await open('pages/life/life');
    const box = await page.locator('.wx-window:not([hidden])').boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 375, height: 812 });
  });

  test('tabs stay alive, and the bar marks the current one', async () => {
    const page = await open('');
    await page.locator('#counter').click();
    await page.locator('#screen').getByText('列表').click();
    await page.waitForSelector('#tabs');
    expect(await phone.route()).toBe('pages/tabs/tabs');
    expect(await page.locator('#counter').isVisible()).toBe(false);
    await page.locator('#screen').getByText('首页').click();
    expect(await page.locator('#counter').textContent()).toBe('count 1');
  });

  test('an exception of the page is a log line, is passed to the app, and does not stop the page', async () => {
    const page = await open('pages/broken/broken', /from (onLoad|a handler|a promise)/);
    await page.locator('#throw').click();
    await page.locator('#reject').click();
    await page.locator('#missing').click();
    await page.waitForFunction(() =>
      window.previewPhone?.events.some((event) => 'message' in event && event.message.includes('promise')),
    );
    expect(await phone.problems()).toEqual([
      'pages/broken/broken onLoad: from onLoad',
      expect.stringContaining('from a handler'),
      expect.stringContaining('from a promise'),
      'Component "pages/broken/broken" does not have a method "onMissing" to handle event "tap".',
    ]);
    await page.locator('#list').click();
    expect(await page.locator('#errors').textContent()).toBe(
      'Error: from onLoad, Error: from a handler, Error: from a promise',
    );
    expect(phone.errors).toEqual([]);
  });
});
