/** Several phones side by side: an action on one is repeated on the others, and the URL contains the whole state. */
import type { Browser, Frame, Page } from 'playwright-core';
import { axeFindings } from '../support/axe';
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import type { Running } from '../support/preview';
import { startSite } from '../support/preview-site';
import { pageFiles, programFolder } from '../support/program-folder';
import { openShell, shellHasPhones } from '../support/shell-page';

jest.setTimeout(180_000);

/** All phones of the shell, settled, in order. */
async function phonesOf(page: Page, count: number): Promise<Frame[]> {
  await page.waitForFunction((n) => document.querySelectorAll('.glass iframe').length === n, count);
  const frames: Frame[] = [];
  for (const handle of await page.$$('.glass iframe')) {
    const frame = await handle.contentFrame();
    if (!frame) throw new Error('the frame has no document');
    await frame.waitForSelector('html[data-ready]', { state: 'attached' });
    frames.push(frame);
  }
  await shellHasPhones(page);
  return frames;
}

describeInBrowser('side by side', () => {
  const site = useBrowserSite();
  const query = (page: Page) => new URL(page.url()).search;
  /**
   * Opens a window that is wide enough for two phones at scale 1: Playwright clicks at wrong positions in a scaled
   * frame.
   */
  const open = async (path: string) => {
    const shell = await site.open(path);
    await shell.page.setViewportSize({ width: 1540, height: 1180 });
    return shell.page;
  };

  test('taps and answers apply to both phones; each has its own log and recording', async () => {
    const page = await open('?scene=guest-button&beside=theme:dark&panel=record&lang=en');
    const [first, second] = (await phonesOf(page, 2)) as [Frame, Frame];
    expect(await second.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await first.locator('wx-button', { hasText: '授权登录' }).click();
    await second.getByRole('button', { name: '拒绝' }).click();
    await first.getByRole('button', { name: '授权', exact: true }).click();
    await second.getByRole('switch').click();
    await second.getByRole('button', { name: '返回' }).last().click();
    for (const phone of [first, second]) await phone.getByText('林小满').first().waitFor();
    // The panel shows the phone that was touched last.
    await page.locator('.about', { hasText: /^Phone 2 · Dark$/ }).waitFor();
    const steps = [
      'tap “授权登录”',
      'authorize.deny()',
      'modal.confirm()',
      'settings.set(scope.userInfo, true)',
      'settings.back()',
    ];
    const recorded = async () => expect(await page.locator('.recorded li').allTextContents()).toEqual(steps);
    await eventually(recorded);
    await page.keyboard.press('1');
    await page.locator('.about', { hasText: /^Phone 1 · / }).waitFor();
    await eventually(recorded);
    expect(await page.locator('.missed').allTextContents()).toEqual(['', '']);

    // Same for an action of the shell.
    await page.getByRole('button', { name: 'Go offline' }).click();
    for (const phone of [first, second])
      await phone.waitForFunction(() => window.previewPhone?.phone.online === false);
  });

  test('an element missing on the other phone is reported on it and in its log; linking can be switched off', async () => {
    const page = await open('?scene=guest-button&beside=scene:member&lang=en');
    const [first, second] = (await phonesOf(page, 2)) as [Frame, Frame];
    await first.locator('wx-button', { hasText: '授权登录' }).click();
    const missed = page.locator('.missed').nth(1);
    await missed.filter({ hasText: 'Not found: tap “授权登录”' }).waitFor();
    expect(await second.locator('[role="dialog"]').count()).toBe(0);
    await page.keyboard.press('2');
    await page.locator('.line[data-kind="problem"]', { hasText: 'it is not on this phone' }).waitFor();
    // Same for an answer to a sheet that the other phone does not show.
    await first.getByRole('button', { name: '拒绝' }).click();
    await missed.filter({ hasText: 'authorize.deny' }).waitFor();

    await page.keyboard.press('l');
    await eventually(() =>
      expect(query(page)).toBe('?scene=guest-button&beside=scene:member&linked=off&lang=en'),
    );
    await page.getByRole('button', { name: 'Go offline' }).click();
    const online = () =>
      Promise.all([first, second].map((phone) => phone.evaluate(() => window.previewPhone?.phone.online)));
    await eventually(async () => expect(await online()).toEqual([false, true]));
  });

  test('typing applies to both, letter by letter, in the field of the same name', async () => {
    const page = await open('?scene=guest&beside=device:320');
    const [first, second] = (await phonesOf(page, 2)) as [Frame, Frame];
    const field = (phone: Frame) => phone.locator('wx-input input').first();
    await field(first).click();
    await page.keyboard.type('ab');
    await eventually(async () => expect(await field(second).inputValue()).toBe('ab'));
    expect(await field(first).evaluate((one) => one === document.activeElement && document.hasFocus())).toBe(
      true,
    );
    // The keyboard opens and closes on both phones. On the small phone it covers the button.
    const keyboards = () => Promise.all([first, second].map((phone) => phone.locator('.keyboard').count()));
    await eventually(async () => expect(await keyboards()).toEqual([1, 1]));
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await keyboards()).toEqual([0, 0]));
    await second.locator('wx-button', { hasText: '保存' }).click();
    await page.getByRole('tab', { name: '录制' }).click();
    const typed = page.locator('.recorded li').first();
    await typed.filter({ hasText: '“ab”' }).waitFor();
  });

  test('a button or a key opens a second phone, and a link opens the same view', async () => {
    const { page } = await site.open('?scene=member&lang=en');
    await phonesOf(page, 1);
    await page.keyboard.press('b');
    await phonesOf(page, 2);
    await eventually(() => expect(query(page)).toBe('?scene=member&beside=theme:dark&phone=2&lang=en'));
    // A choice applies to the selected phone. A choice for the first phone also applies to phones without a choice of
    // their own.
    await page.getByRole('button', { name: 'Add a phone' }).click();
    await page.selectOption('.controls select >> nth=0', '430');
    await page.click('[data-scene="long-name"]');
    await page.keyboard.press('1');
    await page.click('[data-scene="refused"]');
    const address = '?scene=refused&beside=theme:dark;scene:long-name,device:430&lang=en';
    await eventually(() => expect(query(page)).toBe(address));
    const frames = await phonesOf(page, 3);
    const told = () =>
      Promise.all(frames.map((frame) => frame.evaluate(() => window.previewPhone?.settings)));
    const expected = [
      { scene: 'refused', theme: 'light', device: '375' },
      { scene: 'refused', theme: 'dark', device: '375' },
      { scene: 'long-name', theme: 'light', device: '430' },
    ];
    await eventually(async () => expect(await told()).toMatchObject(expected));
    const there = page.locator('[data-scene="refused"] .phones');
    await eventually(async () => expect(await there.textContent()).toBe('Phone 11Phone 22'));

    const { page: other } = await site.open(address);
    const same = await phonesOf(other, 3);
    expect(
      await Promise.all(same.map((frame) => frame.evaluate(() => window.previewPhone?.settings))),
    ).toMatchObject(expected);

    await page.getByRole('button', { name: 'Close phone 2' }).click();
    await eventually(() =>
      expect(query(page)).toBe('?scene=refused&beside=scene:long-name,device:430&lang=en'),
    );
    await page.goBack();
    await eventually(() => expect(query(page)).toBe(address));
    await phonesOf(page, 3);
    await page.keyboard.press('b');
    await eventually(() => expect(query(page)).toBe('?scene=refused&lang=en'));
    await phonesOf(page, 1);
  });

  test("when a phone is closed, the others continue to run, also after the browser's back button", async () => {
    const page = await open('?scene=member&beside=same;device:320;same&lang=en');
    const frames = await phonesOf(page, 4);
    await Promise.all(
      frames.map((frame, number) =>
        frame.evaluate((own) => Object.assign(window.previewPhone?.phone ?? {}, { number: own }), number),
      ),
    );
    const numbers = async (count: number) =>
      Promise.all(
        (await phonesOf(page, count)).map((frame) =>
          frame.evaluate(() => (window.previewPhone?.phone as { number?: number } | undefined)?.number),
        ),
      );
    await page.keyboard.press('4');
    await page.getByRole('button', { name: 'Close phone 2' }).click();
    expect(await numbers(3)).toEqual([0, 2, 3]);
    await page.locator('#phone-3[aria-pressed="true"]').waitFor();
    await page.goBack();
    expect(await numbers(4)).toEqual([0, undefined, 2, 3]);
    await page.getByRole('button', { name: 'Close phone 3' }).click();
    expect(await numbers(3)).toEqual([0, undefined, 3]);
    // A linked tap reaches each phone once.
    await page.getByRole('button', { name: 'Go offline' }).click();
    for (const frame of await phonesOf(page, 3))
      await frame.waitForFunction(() => window.previewPhone?.phone.online === false);
    expect(await page.locator('.missed').allTextContents()).toEqual(['', '', '']);
  });

  test.each([
    ['dark', 1280, 720],
    ['light', 720, 450],
  ] as const)(
    'in %s, %i × %i px, both are visible and readable, without accessibility violations',
    async (colorScheme, width, height) => {
      const { page } = await site.open('?scene=guest-button&beside=scene:member,theme:dark', {
        colorScheme,
        viewport: { width, height },
      });
      const [first] = (await phonesOf(page, 2)) as [Frame, Frame];
      await first.locator('wx-button', { hasText: '授权登录' }).dispatchEvent('click');
      await page.locator('.missed').nth(1).filter({ hasText: '没有找到' }).waitFor();
      const boxes = await page
        .locator('.glass iframe')
        .evaluateAll((frames) => frames.map((frame) => frame.getBoundingClientRect().width));
      for (const wide of boxes) expect(wide).toBeGreaterThan(180);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      // The keyboard selects the second phone, which is then completely visible.
      await page.keyboard.press('2');
      const right = () =>
        page
          .locator('.place')
          .nth(1)
          .evaluate((place) => {
            const room = place.parentElement?.getBoundingClientRect();
            return (room?.right ?? 0) - place.getBoundingClientRect().right;
          });
      await eventually(async () => expect(await right()).toBeGreaterThanOrEqual(0));
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});

/** A mini-program with a list longer than the phone, in reverse order on request, and with a page for each row. */
const PROGRAM = {
  'app.json': JSON.stringify({ pages: ['pages/list/list', 'pages/detail/detail'] }),
  ...pageFiles('list', {
    wxml: '<view class="row" wx:for="{{rows}}" wx:key="*this" bindtap="open" data-n="{{item}}">Row {{item}}</view>',
    wxss: '.row { height: 60px; }',
    js: `Page({
      data: { rows: [] },
      onLoad({ reverse }) {
        const rows = Array.from({ length: 30 }, (_, n) => n);
        this.setData({ rows: reverse ? rows.reverse() : rows });
      },
      open({ currentTarget }) { wx.navigateTo({ url: '/pages/detail/detail?n=' + currentTarget.dataset.n }); },
    });`,
  }),
  ...pageFiles('detail', {
    wxml: `<input name="note" focus bindfocus="hear" bindinput="hear" bindconfirm="hear" bindblur="hear" />
      <switch bindchange="hear" /><slider bindchange="hear" />
      <swiper bindchange="swipe"><swiper-item>1</swiper-item><swiper-item>2</swiper-item></swiper>
      <view class="hold" bindlongpress="hear" bindtap="hear">hold</view>
      <picker range="{{['a', 'b', 'c']}}" bindchange="hear">pick</picker>
      <view class="heard">{{heard}}</view>`,
    js: `Page({
      data: { heard: [] },
      swipe({ detail }) { this.setData({ heard: [...this.data.heard, 'swipe ' + detail.current] }); },
      hear({ type, detail }) { this.setData({ heard: [...this.data.heard, type + ' ' + detail.value] }); },
    });`,
  }),
};

describeInBrowser('side by side, any mini-program', () => {
  const program = programFolder(PROGRAM);
  let site: Running;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(program.root), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
    program.remove();
  });

  test('the same scroll position, the same row in another order, the same page, the same controls', async () => {
    const shell = await openShell(
      browser,
      site.url,
      '?scene=list&beside=page:pages/list/list?reverse%3D1,device:320,text:long&lang=en',
    );
    const { page } = shell;
    await page.setViewportSize({ width: 1540, height: 1180 });
    const [first, second] = (await phonesOf(page, 2)) as [Frame, Frame];
    const left = (frame: Frame) =>
      frame.$eval('.wx-window:not([hidden]) .wx-scroller', (box) =>
        Math.round(box.scrollHeight - box.clientHeight - box.scrollTop),
      );
    await first.locator('.row').first().hover();
    await page.mouse.wheel(0, 5000);
    await eventually(async () => expect([await left(first), await left(second)]).toEqual([0, 0]));

    await first.getByText('Row 25', { exact: true }).click();
    const routes = () =>
      Promise.all(
        [first, second].map((frame) =>
          frame.evaluate(() =>
            window.previewPhone?.pages().map(({ route, query }) => route + JSON.stringify(query)),
          ),
        ),
      );
    for (const frame of [first, second]) await frame.waitForSelector('input[type="text"]');
    expect(await routes()).toEqual([
      ['pages/list/list{}', 'pages/detail/detail{"n":"25"}'],
      ['pages/list/list{"reverse":"1"}', 'pages/detail/detail{"n":"25"}'],
    ]);
    // The copied link opens the same page on both phones.
    await page.waitForURL(
      (url) => url.search === '?page=pages/detail/detail%3Fn%3D25&beside=device:320,text:long&lang=en',
    );
    // The field has the focus on the used phone, and not on the other one.
    await first.locator('input[type="text"]:focus').waitFor();
    expect(await first.evaluate(() => document.hasFocus())).toBe(true);
    await page.keyboard.type('ok');
    await page.keyboard.press('Enter');
    /** Both phones have handled this event. The next act may otherwise come before it on the other phone. */
    const said = async (event: string) => {
      for (const phone of [first, second]) await phone.locator('.heard', { hasText: event }).waitFor();
    };
    await said('blur ok');
    await second.locator('wx-switch').click();
    await said('change true');
    await first.locator('wx-slider input').press('ArrowRight');
    const heard = (frame: Frame) => frame.evaluate(() => window.previewPhone?.pages().at(-1)?.data.heard);
    // A swipe and a long press: neither counts as a tap.
    const drag = async (selector: string, by: number) => {
      const box = await first.locator(selector).boundingBox();
      await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 10);
      await page.mouse.down();
      if (by === 0) await said('longpress');
      else await page.mouse.move((box?.x ?? 0) + 100 + by, (box?.y ?? 0) + 10, { steps: 4 });
      await page.mouse.up();
    };
    await drag('wx-swiper', -60);
    await drag('.hold', 0);
    await first.locator('wx-picker').click();
    await second.locator('select').waitFor();
    expect(await first.evaluate(() => document.hasFocus())).toBe(true);
    await first.locator('select').selectOption('2');
    await first.getByRole('button', { name: '确定' }).click();
    const all = [
      ...['focus ', 'input o', 'input ok', 'confirm ok', 'blur ok', 'change true', 'change 1'],
      ...['swipe 1', 'longpress undefined', 'change 2'],
    ];
    for (const phone of [first, second])
      await eventually(async () => expect(await heard(phone)).toEqual(all));
    const { steps } = await second.evaluate(() => ({ steps: window.previewPhone?.recording.steps ?? [] }));
    expect(steps.map(({ kind }) => kind).slice(0, 4)).toEqual(['tap', 'type', 'tap', 'other']);
    await second.getByRole('button', { name: '返回' }).click();
    for (const frame of [first, second]) await frame.waitForSelector('.row');
    await eventually(async () => expect((await routes()).map((stack) => stack?.length)).toEqual([1, 1]));
    expect(await page.locator('.missed').allTextContents()).toEqual(['', '']);
    expect(shell.complaints).toEqual([]);
    await shell.close();
  });
});
