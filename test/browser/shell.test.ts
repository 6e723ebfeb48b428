/** The shell in a browser: choices and their URL, the list, the panels, the buttons around the phone. */
import type { Browser } from 'playwright-core';
import { scenarios } from '../../mock-server/scenarios';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { openPreviewSite, type PreviewSite } from '../support/preview-site';
import { openShell, type ShellPage } from '../support/shell-page';

jest.setTimeout(30_000);

describeInBrowser('shell', () => {
  let site: PreviewSite;
  let browser: Browser;
  let shell: ShellPage;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openPreviewSite(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  afterEach(async () => {
    const { complaints } = shell;
    await shell.close();
    expect(complaints).toEqual([]);
  });

  const query = () => new URL(shell.page.url()).search;
  const current = () => shell.page.locator('.scenes a[aria-current]').getAttribute('data-scene');
  /** Marks the phone that runs now, to see later whether it is still the same one. */
  const markPhone = async () => (await shell.phone()).evaluate(() => Object.assign(window, { marked: true }));
  const isMarked = async () => (await shell.phone()).evaluate(() => 'marked' in window);

  describe('choices', () => {
    test('a URL opens exactly its state', async () => {
      shell = await openShell(
        browser,
        site.url,
        '?scene=refused&device=390&theme=dark&era=profile&sdk=2.19.4&panel=data&lang=en',
      );
      const { page } = shell;
      const phone = await shell.phone();
      const facts = await phone.evaluate(() => ({
        width: window.innerWidth,
        height: window.innerHeight,
        theme: document.documentElement.dataset.theme,
        era: window.previewPhone?.phone.era,
        sdk: window.previewPhone?.phone.sdkVersion,
        scene: window.previewPhone?.world.scenario.id,
      }));
      expect(facts).toEqual({
        width: 390,
        height: 844,
        theme: 'dark',
        era: 'profile',
        sdk: '2.19.4',
        scene: 'refused',
      });
      expect(await current()).toBe('refused');
      expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Data');
      expect(await page.title()).toBe('Refused before · Mini-program login preview');
      expect(query()).toBe('?scene=refused&device=390&theme=dark&era=profile&sdk=2.19.4&panel=data&lang=en');
    });

    test('every choice is written into the URL; back and forward undo and redo', async () => {
      shell = await openShell(browser, site.url);
      const { page } = shell;
      await shell.phone();
      expect(query()).toBe('');
      await page.click('[data-scene="member"]');
      await page.selectOption('.controls select >> nth=0', '412');
      await page.getByRole('radio', { name: '深色' }).check();
      await page.getByRole('tab', { name: '存储' }).click();
      expect(query()).toBe('?scene=member&device=412&theme=dark&panel=storage');

      await page.goBack();
      expect(query()).toBe('?scene=member&device=412');
      await page.goBack();
      await page.goBack();
      expect(query()).toBe('');
      expect(await current()).toBe('guest');
      expect(await (await shell.phone()).evaluate(() => window.previewPhone?.world.scenario.id)).toBe(
        'guest',
      );
      await page.goForward();
      await page.waitForFunction(() => location.search === '?scene=member');
      expect(await current()).toBe('member');
    });

    test('theme and device change the phone that runs; a scene is a new phone', async () => {
      shell = await openShell(browser, site.url, '?scene=member');
      const { page } = shell;
      await markPhone();
      await page.getByRole('radio', { name: '深色' }).check();
      await page.selectOption('.controls select >> nth=0', '320');
      const phone = await shell.phone();
      await phone.waitForFunction(
        () => window.innerWidth === 320 && document.documentElement.dataset.theme === 'dark',
      );
      expect(await isMarked()).toBe(true);
      // What a reload of the frame would come back to.
      expect(phone.url()).toContain('phone.html?scene=member&theme=dark&device=320');
      await page.click('[data-scene="guest"]');
      await page.waitForFunction(() => !('marked' in (window.frames[0] ?? window)));
      expect(await isMarked()).toBe(false);
    });

    test('a scene that does not exist is said in words, and the list leads on', async () => {
      shell = await openShell(browser, site.url, '?scene=nobody');
      await shell.page.getByText('没有名为“nobody”的场景').waitFor();
      await shell.page.click('[data-scene="guest"]');
      expect(await (await shell.phone()).evaluate(() => window.previewPhone?.world.scenario.id)).toBe(
        'guest',
      );
    });

    test('the link is copied', async () => {
      shell = await openShell(browser, site.url, '?scene=long-name&theme=dark', {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await shell.page.getByRole('button', { name: '复制链接' }).click();
      await shell.page.getByRole('status').filter({ hasText: '已复制' }).waitFor({ state: 'attached' });
      expect(await shell.page.evaluate(() => navigator.clipboard.readText())).toBe(
        `${site.url}?scene=long-name&theme=dark`,
      );
    });

    test('the language is switched, remembered, and follows the browser at first', async () => {
      shell = await openShell(browser, site.url, '', { locale: 'en-GB' });
      const { page } = shell;
      await page.getByRole('heading', { name: 'Mini-program login preview' }).waitFor();
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { name: '小程序登录预览' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      await shell.phone();
      await page.goto(site.url);
      await page.getByRole('heading', { name: '小程序登录预览' }).waitFor();
    });
  });

  describe('scene list', () => {
    test('shows every scenario; search narrows it; Enter opens the first', async () => {
      shell = await openShell(browser, site.url);
      const { page } = shell;
      expect(await page.locator('.scenes a').count()).toBe(scenarios.length);
      await page.keyboard.press('/');
      await page.keyboard.type('very long');
      await page.waitForFunction(() => document.querySelectorAll('.scenes a').length === 1);
      await page.keyboard.press('Enter');
      expect(await current()).toBe('long-name');
      await page.keyboard.press('Escape');
      expect(await page.locator('.scenes a').count()).toBe(scenarios.length);
      await page.fill('.search input', 'no such scene');
      await page.getByText('没有匹配的场景').waitFor();
    });

    test('arrows walk it, and leave one step in the history', async () => {
      shell = await openShell(browser, site.url);
      const { page } = shell;
      const ids = await page
        .locator('.scenes a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('data-scene')));
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-scene'));
      await page.focus('.scenes a[aria-current]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      expect(await current()).toBe(ids[1]);
      expect(await focused()).toBe(ids[1]);
      // A dialog that the phone opens by itself does not take the keys away from the list.
      const phone = await shell.phone();
      await phone.evaluate(() => {
        // Not awaited: it pends until somebody answers.
        void window.previewPhone?.phone.wx.showModal({ title: '提示', content: '…' });
      });
      await phone.getByRole('dialog', { name: '提示' }).waitFor();
      expect(await focused()).toBe(ids[1]);
      await page.keyboard.press('End');
      expect(await current()).toBe(ids.at(-1));
      await page.goBack();
      expect(await current()).toBe('guest');
    });

    test('on half a screen it is a drawer', async () => {
      shell = await openShell(browser, site.url, '', { viewport: { width: 640, height: 800 } });
      const { page } = shell;
      const list = page.locator('#scene-list');
      expect(await list.isVisible()).toBe(false);
      await page.getByRole('button', { name: '打开场景列表' }).click();
      await page.waitForFunction(() => document.activeElement?.matches('.search input'));
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: '打开场景列表' }).click();
      await page.click('[data-scene="member"]');
      await list.waitFor({ state: 'hidden' });
      expect(query()).toBe('?scene=member');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
    });
  });

  describe('panels', () => {
    test('the log shows calls, requests and setData, filters and unfolds', async () => {
      shell = await openShell(browser, site.url, '?scene=returning');
      const { page } = shell;
      await shell.phone();
      const line = (text: string) => page.locator('.line', { hasText: text });
      await line('GET /api/index/onlogin').first().waitFor();
      expect(await line('GET /api/index/onlogin').locator('.outcome').textContent()).toBe('200');
      expect(await line('wx.login').first().getAttribute('data-tone')).toBe('good');
      expect(await line('setData').count()).toBeGreaterThan(0);
      await line('wx.login').first().getByRole('button').click();
      await page.locator('.line > .tree', { hasText: 'login:ok' }).waitFor();
      await page
        .getByRole('button', { name: /setData/, pressed: true })
        .first()
        .click();
      await line('setData').first().waitFor({ state: 'detached' });
      expect(await page.locator('.scroll').textContent()).not.toMatch(/code=/);
    });

    test('data, storage and session follow the phone, and show no secret', async () => {
      shell = await openShell(browser, site.url, '?scene=member&panel=data');
      const { page } = shell;
      const phone = await shell.phone();
      await page.locator('.panel', { hasText: '林小满' }).waitFor();
      await phone.evaluate(() => window.previewPhone?.phone.wx.setStorageSync('colour', 'green'));
      await page.getByRole('tab', { name: '存储' }).click();
      await page.locator('.panel', { hasText: 'green' }).waitFor();
      const session = await phone.evaluate(
        () => (window.previewPhone?.phone.storage.rd3_session as { value: string } | undefined)?.value,
      );
      expect(session).toHaveLength(32);
      expect(await page.locator('.panel').textContent()).not.toContain(session);

      await page.getByRole('tab', { name: '会话' }).click();
      const backend = page.locator('.fact', { hasText: '后端' }).first();
      await backend.filter({ hasText: '有效' }).waitFor();
      await page.getByRole('button', { name: '会话过期' }).click();
      await backend.filter({ hasText: '已失效' }).waitFor();
      expect(await page.content()).not.toMatch(/openid|unionid|session_key/);
    });

    test('tabs answer the arrow keys, and the side can be put away', async () => {
      shell = await openShell(browser, site.url);
      const { page } = shell;
      await page.getByRole('tab', { name: '日志' }).focus();
      await page.keyboard.press('ArrowRight');
      expect(query()).toBe('?panel=data');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      expect(query()).toBe('?panel=check');
      await page.getByRole('button', { name: '隐藏侧栏' }).click();
      expect(await page.locator('.side').count()).toBe(0);
      expect(query()).toBe('?panel=none');
    });

    test('the check finds what is too small or too pale, and outlines it on the phone', async () => {
      shell = await openShell(browser, site.url, '?scene=member&panel=check');
      const { page } = shell;
      const phone = await shell.phone();
      await page.locator('.rule').nth(1).waitFor();
      const before = await page.locator('.finding').count();
      await phone.evaluate(() => {
        const spoiled = document.createElement('div');
        spoiled.innerHTML = `<p style="color:#999;background:#fff;font-size:14px">太浅的字</p>
          <div role="button" style="width:12px;height:30px;background:red"></div>`;
        (document.querySelector('[data-route]') ?? document.body).prepend(spoiled);
        window.previewPhone?.phone.wx.setStorageSync('touch', 1);
      });
      const pale = page.locator('.finding', { hasText: '太浅的字' });
      await pale.waitFor();
      expect(await pale.textContent()).toMatch(/2\.8\d : 1/);
      await page.locator('.finding', { hasText: '12 × 30 px' }).waitFor();
      expect(await page.locator('.finding').count()).toBe(before + 2);
      await pale.hover();
      const outline = await page.locator('.mark').boundingBox();
      const text = await phone.locator('text=太浅的字').boundingBox();
      expect(outline?.width).toBeCloseTo(text?.width ?? 0, 0);
      expect(outline?.x).toBeCloseTo(text?.x ?? 0, 0);
      expect(outline?.y).toBeCloseTo(text?.y ?? 0, 0);
    });
  });

  describe('around the phone', () => {
    test('restart begins anew; kill and relaunch keeps what is stored', async () => {
      shell = await openShell(browser, site.url, '?scene=guest');
      const { page } = shell;
      const stored = async () =>
        (await shell.phone()).evaluate(() => window.previewPhone?.phone.storage.note);
      await (await shell.phone()).evaluate(() =>
        window.previewPhone?.phone.wx.setStorageSync('note', 'kept'),
      );
      await page.getByRole('button', { name: '杀掉重开' }).click();
      await page.locator('.line[data-kind="life-cycle"]', { hasText: 'onLaunch' }).nth(1).waitFor();
      expect(await stored()).toBe('kept');
      await markPhone();
      await page.getByRole('button', { name: '重新开始' }).click();
      await page.waitForFunction(() => !('marked' in (window.frames[0] ?? window)));
      expect(await stored()).toBeUndefined();
    });

    test('the phone goes offline and comes back', async () => {
      shell = await openShell(browser, site.url, '?scene=guest');
      const { page } = shell;
      const phone = await shell.phone();
      await page.getByRole('button', { name: '断开网络' }).click();
      expect(await phone.evaluate(() => window.previewPhone?.phone.online)).toBe(false);
      await page.getByRole('button', { name: '恢复网络' }).click();
      expect(await phone.evaluate(() => window.previewPhone?.phone.online)).toBe(true);
      await page.getByRole('button', { name: '断开网络' }).waitFor();
    });

    test('a newcomer gets one line of advice, once', async () => {
      shell = await openShell(browser, site.url, '', {});
      const { page } = shell;
      await page.getByText('试试看').waitFor();
      await page.getByRole('button', { name: '知道了' }).click();
      await page.reload();
      await shell.phone();
      expect(await page.getByText('试试看').count()).toBe(0);
    });

    test('the phone fits into the window, and 100 % is life size', async () => {
      shell = await openShell(browser, site.url, '', { viewport: { width: 1200, height: 700 } });
      const { page } = shell;
      await shell.phone();
      const width = async () => (await page.locator('iframe').boundingBox())?.width ?? 0;
      expect(await width()).toBeLessThan(300);
      const room = await page.locator('.room').evaluate((room) => [room.scrollHeight, room.clientHeight]);
      expect(room[0]).toBe(room[1]);
      await page.getByRole('radio', { name: '100%' }).check();
      expect(await width()).toBe(375);
    });
  });
});
