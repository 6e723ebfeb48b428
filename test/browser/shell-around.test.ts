/** The shell in a browser: its panels and buttons. */

import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';
import { eventually } from '../support/eventually';
import type { ShellPage } from '../support/shell-page';

jest.setTimeout(180_000);

describeInBrowser('shell', () => {
  const site = useBrowserSite();
  let shell: ShellPage;

  const query = () => new URL(shell.page.url()).search;
  /** Marks the current phone, to check later whether it was replaced. */
  const markPhone = async () => (await shell.phone()).evaluate(() => Object.assign(window, { marked: true }));

  describe('panels', () => {
    test('the log shows calls, requests and setData, and can be filtered and expanded', async () => {
      shell = await site.open('?scene=returning');
      const { page } = shell;
      await shell.phone();
      const line = (text: string) => page.locator('.line', { hasText: text });
      await line('GET /api/index/onlogin').first().waitFor();
      expect(await line('GET /api/index/onlogin').locator('.outcome').textContent()).toBe('200');
      expect(await line('wx.login').first().getAttribute('data-tone')).toBe('good');
      await line('setData').first().waitFor();
      await line('wx.login').first().getByRole('button').click();
      await page.locator('.line > .tree', { hasText: 'login:ok' }).waitFor();
      await page
        .getByRole('button', { name: /setData/, pressed: true })
        .first()
        .click();
      await line('setData').first().waitFor({ state: 'detached' });
      expect(await page.locator('.scroll').textContent()).not.toMatch(/code=/);
    });

    test("the panels data, storage and session show the phone's current state, without secrets", async () => {
      shell = await site.open('?scene=member&panel=data');
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

    test('tabs react to arrow keys, and the side can be hidden', async () => {
      shell = await site.open();
      const { page } = shell;
      const selected = (name: string) => page.getByRole('tab', { name, selected: true }).waitFor();
      await page.getByRole('tab', { name: '日志' }).focus();
      await page.keyboard.press('ArrowRight');
      await selected('数据');
      await eventually(() => expect(query()).toBe('?panel=data'));
      await page.keyboard.press('ArrowLeft');
      await selected('日志');
      await page.keyboard.press('ArrowLeft');
      await eventually(() => expect(query()).toBe('?panel=network'));
      await page.getByRole('button', { name: '隐藏侧栏' }).click();
      await page.locator('.side').waitFor({ state: 'detached' });
      await eventually(() => expect(query()).toBe('?panel=none'));
    });

    test('the check finds small targets and low contrast, and outlines them on the phone', async () => {
      shell = await site.open('?scene=member&panel=check');
      const { page } = shell;
      const phone = await shell.phone();
      await phone.evaluate(() => {
        const spoiled = document.createElement('div');
        spoiled.id = 'spoiled';
        spoiled.innerHTML = `<p style="color:#999;background:#fff;font-size:14px">太浅的字</p>
          <div role="button" style="width:12px;height:30px;background:red"></div>`;
        (document.querySelector('[data-route]') ?? document.body).prepend(spoiled);
        window.previewPhone?.phone.wx.setStorageSync('touch', 1);
      });
      const pale = page.locator('.finding', { hasText: '太浅的字' });
      await pale.waitFor();
      expect(await pale.textContent()).toMatch(/2\.8\d : 1/);
      await page.locator('.finding', { hasText: '12 × 30 px' }).waitFor();
      await pale.hover();
      const outline = await page.locator('.mark').boundingBox();
      const text = await phone.locator('text=太浅的字').boundingBox();
      expect(outline?.width).toBeCloseTo(text?.width ?? 0, 0);
      expect(outline?.x).toBeCloseTo(text?.x ?? 0, 0);
      expect(outline?.y).toBeCloseTo(text?.y ?? 0, 0);
      const findings = await page.locator('.finding').count();
      await phone.evaluate(() => {
        document.querySelector('#spoiled')?.remove();
        window.previewPhone?.phone.wx.setStorageSync('touch', 2);
      });
      await eventually(async () => expect(await page.locator('.finding').count()).toBe(findings - 2));
    });
  });

  describe('buttons', () => {
    test('restart deletes all state; kill and relaunch keeps the storage', async () => {
      shell = await site.open('?scene=guest');
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

    test('a new visitor gets one tip, once', async () => {
      shell = await site.open('', {});
      const { page } = shell;
      await page.getByText('试试看').waitFor();
      await page.getByRole('button', { name: '知道了' }).click();
      await page.reload();
      await shell.phone();
      expect(await page.getByText('试试看').count()).toBe(0);
    });

    test('the phone fits into the window, and 100 % is scale 1', async () => {
      shell = await site.open('', { viewport: { width: 1200, height: 700 } });
      const { page } = shell;
      await shell.phone();
      const width = async () => (await page.locator('iframe').boundingBox())?.width ?? 0;
      await eventually(async () => expect(await width()).toBeLessThan(300));
      const room = await page.locator('.room').evaluate((room) => [room.scrollHeight, room.clientHeight]);
      expect(room[0]).toBe(room[1]);
      await page.getByRole('radio', { name: '100%' }).check();
      await eventually(async () => expect(await width()).toBe(375));
    });
  });
});
