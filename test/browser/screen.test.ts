/** WeChat's dialogs and sheets in a browser: all kinds, answered by pointer and by keyboard. */
import axe from 'axe-core';
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';
import { openScreen } from '../support/screen-page';

jest.setTimeout(180_000);

describeInBrowser('screen', () => {
  const site = useBrowserSite();

  test('a modal: names, focus, Enter, Escape, and a tap beside it without effect', async () => {
    const { page, call, answer, dialog, isPageInert } = await openScreen(site);
    await call('showModal', { title: '提示', content: '要继续吗', confirmText: '继续' });
    await dialog('提示').waitFor();
    expect(await dialog().getAttribute('aria-modal')).toBe('true');
    expect(await isPageInert()).toBe(true);
    await page.mouse.click(20, 400);
    expect(await dialog().count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await answer()).toMatchObject({ confirm: true, cancel: false });
    expect(await isPageInert()).toBe(false);
    await call('showModal', { title: '', content: '只有正文', showCancel: false });
    await dialog('只有正文').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  test('a modal with a text field', async () => {
    const { page, call, answer } = await openScreen(site);
    await call('showModal', { title: '改名', editable: true, placeholderText: '新的名字' });
    await page.getByLabel('新的名字').waitFor();
    await page.keyboard.type('小满');
    await page.keyboard.press('Enter');
    expect(await answer()).toMatchObject({ confirm: true, content: '小满' });
  });

  test('a key that is held down answers once', async () => {
    const { page, call, dialog } = await openScreen(site);
    await call('showModal', { title: '第一', content: '…' });
    await dialog('第一').waitFor();
    await page.keyboard.down('Enter');
    await dialog().waitFor({ state: 'detached' });
    await call('showModal', { title: '第二', content: '…' });
    await dialog('第二').waitFor();
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    expect(await dialog('第二').count()).toBe(1);
    await page.keyboard.up('Enter');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
  });

  test('an action sheet: choose, cancel, tap beside it', async () => {
    const { page, call, answer } = await openScreen(site);
    await call('showActionSheet', { alertText: '排序', itemList: ['最新', '最热'] });
    await page.getByRole('button', { name: '最热' }).click();
    expect(await answer()).toMatchObject({ tapIndex: 1 });
    await call('showActionSheet', { itemList: ['最新', '最热'] });
    await page.getByRole('button', { name: '取消' }).waitFor();
    await page.mouse.click(100, 100);
    expect(await answer(2)).toMatchObject({ errMsg: 'showActionSheet:fail cancel' });
  });

  test('toast and loading are announced, and a mask blocks taps', async () => {
    const { page, call, isPageInert } = await openScreen(site);
    await call('showToast', { title: '授权成功', duration: 60_000 });
    await page.getByRole('status').filter({ hasText: '授权成功' }).waitFor({ state: 'attached' });
    expect(await page.locator('.toast').getAttribute('data-icon')).toBe('success');
    expect(await isPageInert()).toBe(false);
    await call('showLoading', { title: '正在保存', mask: true });
    await page.getByRole('status').filter({ hasText: '正在保存' }).waitFor({ state: 'attached' });
    expect(await page.locator('.toast').count()).toBe(1);
    expect(await isPageInert()).toBe(true);
    await call('hideLoading');
    await page.locator('.toast').waitFor({ state: 'detached' });
    expect(await isPageInert()).toBe(false);
  });

  test('settings: only requested scopes, switches, back by key', async () => {
    const { page, call, answer, dialog } = await openScreen(site);
    await call('openSetting');
    await dialog('设置').getByText('还没有申请过任何权限').waitFor();
    await dialog().getByRole('button', { name: '返回' }).click();
    await answer();
    await page.evaluate(() => window.previewPhone?.phone.setScope('scope.userLocation', false));
    await call('openSetting');
    const toggle = page.getByRole('switch', { name: '位置信息', checked: false });
    await toggle.click();
    await page.getByRole('switch', { name: '位置信息', checked: true }).waitFor();
    await page.keyboard.press('Escape');
    expect(await answer(2)).toMatchObject({ authSetting: { 'scope.userLocation': true } });
  });

  test('the avatar chooser: WeChat avatar, album, camera, cancel', async () => {
    const { page, chooseAvatar, answer, dialog } = await openScreen(site);
    await chooseAvatar();
    await dialog('选择头像').getByRole('button', { name: '用微信头像' }).click();
    expect(await answer()).toMatchObject({ event: 'chooseavatar' });
    await chooseAvatar();
    await page.getByRole('button', { name: '从相册选择' }).click();
    await dialog('从相册选择').getByRole('button', { name: '湖边' }).click();
    await answer(2);
    await chooseAvatar();
    await page.getByRole('button', { name: '拍照' }).click();
    await answer(3);
    await chooseAvatar();
    // A browser may fail to write a picture, or to read a file: the sheet stays open.
    await page.evaluate(() => {
      const { prototype } = HTMLCanvasElement;
      const { toBlob } = prototype;
      prototype.toBlob = (done) => {
        prototype.toBlob = toBlob;
        done(null);
      };
    });
    await page.getByRole('button', { name: '拍照' }).click();
    await page.getByRole('alert').filter({ hasText: '图片读取失败' }).waitFor();
    await page.getByRole('button', { name: '拍照' }).click();
    await answer(4);
    await chooseAvatar();
    await page.getByRole('button', { name: '从相册选择' }).click();
    await dialog('从相册选择').waitFor();
    await page.keyboard.press('Escape');
    await dialog('选择头像').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  test('the phone-number sheet: a number, another one, 不允许, Escape', async () => {
    const { page, press, answer, dialog } = await openScreen(site);
    const sheet = dialog('获取并验证你的手机号');
    await press('getPhoneNumber');
    await sheet.getByRole('button', { name: '138****0000' }).click();
    expect(await answer()).toMatchObject({ event: 'getphonenumber', errMsg: 'getPhoneNumber:ok' });
    await press('getPhoneNumber');
    await sheet.getByRole('button', { name: '不允许' }).click();
    expect(await answer(2)).toMatchObject({ errMsg: 'getPhoneNumber:fail user deny' });
    await press('getRealtimePhoneNumber');
    await sheet.getByRole('button', { name: '使用其它号码' }).click();
    await sheet.locator('input:focus').waitFor();
    await page.keyboard.type('139');
    expect(await sheet.getByRole('button', { name: '确定' }).isDisabled()).toBe(true);
    await page.keyboard.type('12345678');
    await sheet.getByRole('button', { name: '确定', disabled: false }).waitFor();
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: '139****5678' }).click();
    expect(await answer(3)).toMatchObject({ event: 'getrealtimephonenumber' });
    await press('getPhoneNumber');
    await sheet.getByRole('button', { name: '使用其它号码' }).click();
    await sheet.locator('input:focus').waitFor();
    await page.keyboard.press('Escape');
    await sheet.getByRole('button', { name: '不允许' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await answer(4)).toMatchObject({ errMsg: 'getPhoneNumber:fail user deny' });
  });

  test('the privacy contract opens and closes', async () => {
    const { call, dialog } = await openScreen(site);
    await call('openPrivacyContract');
    await dialog().getByText('开发者处理的信息').waitFor();
    await dialog().getByRole('button', { name: '返回' }).click();
    await dialog().waitFor({ state: 'detached' });
  });

  test('the focus returns to its earlier element', async () => {
    const { page, call, dialog } = await openScreen(site);
    const entry = page.locator('wx-view[role="button"]', { hasText: '待支付订单' });
    await entry.focus();
    await call('showModal', { title: '提示', content: '…' });
    await dialog('提示').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await entry.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('the back button of the navigation bar on a second page', async () => {
    const { page } = await openScreen(site);
    await page.locator('wx-view[role="button"]', { hasText: '待支付订单' }).click();
    await page.waitForFunction(() => window.previewPhone?.pages().length === 2);
    await page.getByRole('button', { name: '返回' }).click();
    await page.waitForFunction(() => window.previewPhone?.pages().length === 1);
    expect(await page.getByRole('button', { name: '返回' }).count()).toBe(0);
  });

  test('the capsule: settings and restart from the menu; into the background and back', async () => {
    const { page, dialog } = await openScreen(site);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const cycle = () =>
      page.evaluate(() => window.previewPhone?.events.flatMap((e) => ('name' in e ? [e.name] : [])).slice(5));
    await press('更多');
    await page.keyboard.press('Escape');
    await press('更多');
    await press('设置');
    await dialog('设置').getByRole('button', { name: '返回' }).click();
    await press('关闭小程序');
    await press('返回「微信登录示例」');
    await dialog().waitFor({ state: 'detached' });
    const away = ['onHide', 'App.onHide', 'App.onShow', 'onShow'];
    expect(await cycle()).toEqual(away);
    await press('更多');
    await press('重新进入小程序');
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    expect(await cycle()).toEqual([...away, 'App.onLaunch', 'App.onShow', 'onLoad', 'onShow', 'onReady']);
  });

  test('the status bar shows offline', async () => {
    const { page } = await openScreen(site);
    const bars = () => page.locator('.status svg').count();
    expect(await bars()).toBe(3);
    await page.evaluate(() => window.previewPhone?.phone.setOnline(false));
    await page.waitForFunction(
      () => document.querySelector('#screen')?.shadowRoot?.querySelectorAll('.status svg').length === 2,
    );
  });

  test('with motion, an answered sheet is gone at once for input and screen readers, and fades out', async () => {
    const { page, call, answer, dialog, isPageInert } = await openScreen(site, {
      reducedMotion: 'no-preference',
    });
    await call('showModal', { title: '提示', content: '…' });
    await dialog('提示').getByRole('button', { name: '确定' }).click();
    await answer();
    expect(await dialog().count()).toBe(0);
    expect(await isPageInert()).toBe(false);
    await page.locator('.layer').waitFor({ state: 'detached' });
  });

  test('no serious accessibility violation', async () => {
    const { page, call, press, chooseAvatar, dialog } = await openScreen(site);
    await page.addScriptTag({ content: axe.source });
    const scan = () =>
      page.evaluate(async () => {
        const inPage = window as unknown as { axe: typeof axe };
        // WeChat's own colours have low contrast; the preview shows them unchanged. Without this rule the theme does not
        // matter.
        const rules = { 'color-contrast': { enabled: false } };
        const { violations } = await inPage.axe.run(document, { rules });
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
      });
    const scenes: [string, object][] = [
      ['showModal', { title: '提示', content: '要继续吗' }],
      ['showModal', { title: '改名', editable: true, placeholderText: '新的名字' }],
      ['showActionSheet', { itemList: ['最新', '最热'] }],
      ['openSetting', {}],
      ['openPrivacyContract', {}],
    ];
    await page.evaluate(() => window.previewPhone?.phone.setScope('scope.userLocation', false));
    for (const [api, args] of scenes) {
      await call(api, args);
      await dialog().waitFor();
      expect([api, await scan()]).toEqual([api, []]);
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
    }
    await press('getPhoneNumber');
    await dialog().waitFor();
    expect(await scan()).toEqual([]);
    await dialog().getByRole('button', { name: '使用其它号码' }).click();
    await dialog().locator('input').waitFor();
    expect(await scan()).toEqual([]);
    await dialog().getByRole('button', { name: '返回' }).click();
    await dialog().getByRole('button', { name: '使用其它号码' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await call('showToast', { title: '授权成功', duration: 60_000 });
    await chooseAvatar();
    await dialog().waitFor();
    expect(await scan()).toEqual([]);
  });
});
