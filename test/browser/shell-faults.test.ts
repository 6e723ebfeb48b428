/** The shell and the phone on a desktop computer: the log, the keyboard, zoom, the address. */
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { devices } from '../../preview/devices';
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';
import { eventually } from '../support/eventually';
import type { ShellPage } from '../support/shell-page';

jest.setTimeout(180_000);

/** The focused element, also inside shadow roots. */
const focused = (phone: Frame) =>
  phone.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return `${active?.localName} ${(active?.ariaLabel ?? active?.textContent ?? '').trim()}`;
  });

describeInBrowser('the log', () => {
  const site = useBrowserSite();
  const lines = (shell: ShellPage, kind: string) =>
    shell.page.locator(`.line[data-kind="${kind}"] .what`).allTextContents();

  test('follows its newest line, can be scrolled away, and has a button back', async () => {
    const shell = await site.open('?scene=guest', { viewport: { width: 1300, height: 620 } });
    const phone = await shell.phone();
    const write = (from: number, count: number) =>
      phone.evaluate(
        ([first, many]) => {
          for (let i = first; i < first + many; i += 1)
            window.previewPhone?.phone.wx.setStorage({ key: `k${i}`, data: i });
        },
        [from, count] as const,
      );
    const scroll = shell.page.locator('.scroll');
    const below = () => scroll.evaluate((box) => box.scrollHeight - box.clientHeight - box.scrollTop);
    await write(0, 60);
    const lines = shell.page.locator('.line');
    await eventually(async () => expect(await lines.count()).toBeGreaterThan(60));
    expect(await scroll.evaluate((box) => box.scrollHeight > box.clientHeight)).toBe(true);
    await eventually(async () => expect(await below()).toBeLessThan(3));
    // The user has scrolled up: new lines must not move the list.
    await scroll.hover();
    await shell.page.mouse.wheel(0, -400);
    const latest = shell.page.getByRole('button', { name: '最新' });
    await latest.waitFor();
    const place = await scroll.evaluate((box) => box.scrollTop);
    // The list scrolls after it was drawn, at the latest before it is drawn again.
    for (const from of [60, 65]) {
      const count = await lines.count();
      await write(from, 5);
      await eventually(async () => expect(await lines.count()).toBe(count + 5));
    }
    expect(await scroll.evaluate((box) => box.scrollTop)).toBe(place);
    await latest.click();
    await latest.waitFor({ state: 'detached' });
    await eventually(async () => expect(await below()).toBeLessThan(3));
  });

  test('has taps, events from outside, and requests to other hosts', async () => {
    const shell = await site.open('?scene=member&lang=zh');
    const phone = await shell.phone();
    const online = () => phone.evaluate(() => window.previewPhone?.phone.online);
    await shell.page.getByRole('button', { name: '断开网络' }).click();
    await eventually(async () => expect(await online()).toBe(false));
    await shell.page.getByRole('button', { name: '恢复网络' }).click();
    await eventually(async () => expect(await online()).toBe(true));
    await shell.page.getByRole('button', { name: '断开网络' }).waitFor();
    await shell.page.getByRole('button', { name: '会话过期' }).click();
    await shell.page.getByRole('status').filter({ hasText: '后端的登录会话已全部失效' }).waitFor();
    await phone.evaluate(() => {
      window.previewPhone?.phone.wx.request({ url: 'https://elsewhere.example/api/index/onlogin?code=none' });
    });
    await shell.page.locator('.line', { hasText: 'elsewhere.example/api/index/onlogin' }).first().waitFor();
    await shell.page.getByRole('button', { name: '杀掉重开' }).click();
    await shell.phone();
    await phone.getByText('编辑').first().click();
    await shell.page.locator('.line[data-kind="tap"]').first().waitFor();
    expect(await lines(shell, 'outside')).toEqual(['断开网络', '恢复网络', '会话过期', '杀掉重开']);
    expect((await lines(shell, 'tap')).join()).toContain('编辑');
  });
});

describeInBrowser('the keyboard', () => {
  const site = useBrowserSite();

  test('a dialog of the page gets the focus and Escape; after the sheet the focus is on the page again', async () => {
    const shell = await site.open('?scene=guest');
    const phone = await shell.phone();
    const { keyboard } = shell.page;
    const avatar = phone.locator('wx-button[open-type="chooseAvatar"]').first();
    await avatar.focus();
    await keyboard.press('Enter');
    const dialog = phone.locator('[aria-modal="true"][aria-label="用户隐私保护提示"]');
    await dialog.waitFor();
    await phone.waitForFunction(() => document.activeElement?.closest('[aria-modal="true"]') !== null);
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await avatar.focus();
    await keyboard.press('Enter');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: '同意' }).focus();
    await keyboard.press('Enter');
    await phone.getByRole('button', { name: '用微信头像' }).waitFor();
    await phone.getByRole('button', { name: '用微信头像' }).focus();
    await keyboard.press('Enter');
    await phone.waitForFunction(() => document.activeElement?.matches('[open-type="chooseAvatar"]'));
    expect(await focused(phone)).toMatch(/^wx-button/);
    // The picture has WeChat's own size.
    const image = phone.locator('wx-button[open-type="chooseAvatar"] img');
    const size = () => image.evaluate((element) => (element as HTMLImageElement).naturalWidth);
    await eventually(async () => expect(await size()).toBe(132));
    // The offered nickname can be accepted by keyboard, and the focus stays.
    const field = phone.locator('[name="nickName"] input');
    await field.focus();
    await phone.locator('.wx-nickname-offer:not([hidden])').waitFor();
    await keyboard.press('Tab');
    await phone.locator('.wx-nickname-offer[data-active]').waitFor();
    await keyboard.press('Enter');
    await eventually(async () => expect(await field.inputValue()).toBe('林小满'));
    expect(await focused(phone)).toMatch(/^input/);
  });
});

describeInBrowser('visible details', () => {
  const site = useBrowserSite();

  test('at 200 % zoom the phone has at least half its size, and can be scrolled into view', async () => {
    const shell = await site.open('?scene=guest&device=375', { viewport: { width: 640, height: 400 } });
    await shell.phone();
    const frame = await shell.page.locator('iframe').boundingBox();
    expect(frame?.width).toBeGreaterThanOrEqual(187);
    await shell.page.getByRole('button', { name: '重新开始' }).scrollIntoViewIfNeeded();
    const scrolls = await shell.page.evaluate(() =>
      [...document.querySelectorAll('.stage, html')].some((one) => one.scrollHeight > one.clientHeight),
    );
    expect(scrolls).toBe(true);
    // Same by keyboard.
    await shell.page.locator('.room[tabindex="0"]').focus();
    await shell.page.setViewportSize({ width: 1280, height: 900 });
    await shell.page.locator('.room:not([tabindex])').waitFor();
  });

  test('forced colours show the selection', async () => {
    const shell = await site.open('?scene=guest&beside=theme:dark&phone=2', { forcedColors: 'active' });
    await shell.phone();
    const { colours, number } = await shell.page.evaluate(() => {
      const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
      const colour = (selector: string) => styleOf(selector).backgroundColor;
      const outline = (selector: string) => styleOf(selector).outlineStyle;
      const colours = {
        scene: [colour('a[aria-current]'), colour('.groups a:not([aria-current])')],
        tab: [colour('[role="tab"][aria-selected="true"]'), colour('[role="tab"][aria-selected="false"]')],
        theme: [colour('.segments label:has(:checked)'), colour('.segments label:not(:has(:checked))')],
        caption: [colour('.caption [aria-pressed="true"]'), colour('.caption [aria-pressed="false"]')],
        phone: [outline('[data-selected="true"] .body'), outline('[data-selected="false"] .body')],
      };
      // The phone's number in the chosen entry of the scene list.
      const number = 'a[aria-current] .phones i';
      return { colours, number: [styleOf(`${number} > :last-child`).color, colour(number)] };
    });
    expect(number[0]).not.toBe(number[1]);
    for (const [on, off] of Object.values(colours)) expect(on).not.toBe(off);
  });

  test('the phone alone is as wide as its device, and reports an invalid scene', async () => {
    const { page } = await site.open('phone.html?device=320&scene=nothing-like-it', {
      viewport: { width: 1000, height: 800 },
    });
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    expect(await page.locator('.problem-panel').textContent()).toContain('没有名为“nothing-like-it”的场景');
    expect(await page.locator('wx-page').boundingBox()).toMatchObject({ x: 0, width: 320 });
  });

  test('the clock is at the left, and in the middle on an iPhone SE', async () => {
    const { page } = await site.open('phone.html?scene=guest');
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    for (const { id, width, height } of devices) {
      await page.setViewportSize({ width, height });
      await page.evaluate((device) => window.previewPhone?.setDevice(device), id);
      await eventually(async () => {
        const clock = await page.locator('.status .time').boundingBox();
        const middle = ((clock?.x ?? 0) + (clock?.width ?? 0) / 2) / width;
        if (id === '320') expect([id, middle]).toEqual([id, expect.closeTo(0.5, 1)]);
        else expect([id, middle < 0.25]).toEqual([id, true]);
      });
    }
  });

  test('URL and page menu follow the phone', async () => {
    const shell = await site.open('?scene=member');
    const phone = await shell.phone();
    const other = await phone.evaluate(() => window.previewPhone?.routes[1] ?? '');
    await phone.evaluate((url) => window.previewPhone?.phone.wx.navigateTo({ url: `/${url}?n=1` }), other);
    await shell.page.waitForURL((url) => url.searchParams.get('page') === `${other}?n=1`);
    await eventually(async () =>
      expect(await shell.page.getByLabel('页面').inputValue()).toBe(`${other}?n=1`),
    );
    await phone.evaluate(() => window.previewPhone?.phone.wx.navigateBack());
    await shell.page.waitForURL((url) => !url.searchParams.has('page'));
  });
});

describeInBrowser('scenes that stop half-way', () => {
  const site = useBrowserSite();
  const dataOf = (page: Page) => page.evaluate(() => window.previewPhone?.pages().at(-1)?.data);
  const open = async (scene: string, options?: BrowserContextOptions) => {
    const shown = await site.open(`phone.html?scene=${scene}&device=375`, options);
    await shown.page.waitForSelector('html[data-ready]', { state: 'attached' });
    return shown;
  };

  test('stay at an answer that never arrives; a toast stays until a touch', async () => {
    const loading = await open('loading');
    expect(await dataOf(loading.page)).toMatchObject({ isLogin: 0 });
    await loading.close();
    const { page } = await open('saved-toast');
    const toast = page.locator('#screen').getByText('已保存');
    await toast.waitFor();
    await page.mouse.click(180, 600);
    await toast.waitFor({ state: 'detached' });
  });

  test('the nickname suggestion shows with the cursor, without a focus ring unless by keyboard', async () => {
    const offer = await open('nickname-offer');
    await offer.page.getByText('使用微信昵称').waitFor();
    await offer.close();
    const { page: sheet } = await open('authorize-sheet');
    const ring = () =>
      sheet.evaluate(() => {
        const active = document.querySelector('#screen')?.shadowRoot?.activeElement;
        return active ? getComputedStyle(active).outlineStyle : 'nothing has the focus';
      });
    await eventually(async () => expect(await ring()).toBe('none'));
    await sheet.keyboard.press('Shift');
    await eventually(async () => expect(await ring()).toBe('solid'));
  });

  test("an SVG follows the phone's theme, not the computer's", async () => {
    const { page } = await open('guest', { colorScheme: 'dark' });
    const { data, width } = PNG.sync.read(await page.locator('wx-image').first().screenshot());
    // The picture's background, near the middle of its upper edge: #dde4e8 in the light theme, #2c3236 in the dark
    // theme.
    const at = (width * 4 + Math.floor(width / 2)) * 4;
    expect([...data.subarray(at, at + 3)]).toEqual([0xdd, 0xe4, 0xe8]);
  });
});
