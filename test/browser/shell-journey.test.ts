/** The whole flow by mouse, touch and keyboard: refuse, open the settings, grant, logged in with a profile. */
import type { Frame } from 'playwright-core';
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';
import { eventually } from '../support/eventually';
import type { ShellPage } from '../support/shell-page';

jest.setTimeout(180_000);

describeInBrowser('refuse → settings → grant', () => {
  const site = useBrowserSite();
  let shell: ShellPage;

  const askButton = (phone: Frame) => phone.locator('wx-button', { hasText: '授权登录' }).first();

  /** Opens the phone without the shell. */
  async function alone(query: string): Promise<Frame> {
    const { page } = await site.open(`phone.html?${query}`, { viewport: { width: 375, height: 812 } });
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    return page.mainFrame();
  }

  /** The expected end of every variant. */
  async function expectMember(phone: Frame): Promise<void> {
    await phone.getByText('林小满').first().waitFor();
    const end = () =>
      phone.evaluate(() => {
        const preview = window.previewPhone;
        return { isLogin: preview?.pages().at(-1)?.data.isLogin, granted: preview?.phone.authSetting };
      });
    await eventually(async () =>
      expect(await end()).toEqual({ isLogin: 1, granted: { 'scope.userInfo': true } }),
    );
    const requests = shell.page.locator('.line[data-kind="request"]');
    await requests.filter({ hasText: 'POST /api/index/setuserinfo' }).filter({ hasText: '200' }).waitFor();
    expect(await requests.filter({ hasText: 'GET /api/index/onlogin' }).count()).toBe(1);
    expect(await requests.filter({ hasText: 'POST /api/index/setuserinfo' }).count()).toBe(1);
  }

  test('by mouse', async () => {
    shell = await site.open('?scene=guest&era=button');
    const phone = await shell.phone();
    await askButton(phone).click();
    await phone.getByRole('dialog').getByText('林小满').waitFor();
    await phone.getByRole('button', { name: '拒绝' }).click();
    await phone.getByRole('dialog', { name: '提示' }).getByRole('button', { name: '授权' }).click();
    await phone.getByRole('switch', { name: '用户信息' }).click();
    await phone.getByRole('dialog', { name: '设置' }).getByRole('button', { name: '返回' }).click();
    await expectMember(phone);
  });

  test('by touch', async () => {
    shell = await site.open('?scene=guest&era=button', { hasTouch: true });
    const phone = await shell.phone();
    await askButton(phone).tap();
    await phone.getByRole('button', { name: '拒绝' }).tap();
    await phone.getByRole('dialog', { name: '提示' }).getByRole('button', { name: '授权' }).tap();
    await phone.getByRole('switch', { name: '用户信息' }).tap();
    await phone.getByRole('dialog', { name: '设置' }).getByRole('button', { name: '返回' }).tap();
    await expectMember(phone);
  });

  test('by keyboard, with the expected focus', async () => {
    shell = await site.open('?scene=guest&era=button');
    const { keyboard } = shell.page;
    const phone = await shell.phone();
    /** Waits until the element with this text has the focus, also inside shadow roots. */
    const focusedIs = (text: string) =>
      phone.waitForFunction((expected) => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return (active?.getAttribute('aria-label') ?? active?.textContent ?? '').trim() === expected;
      }, text);

    const refuse = async () => {
      await askButton(phone).focus();
      await keyboard.press('Enter');
      await focusedIs('允许');
      await keyboard.press('Tab');
      await focusedIs('拒绝');
      // Tab cycles inside the sheet.
      await keyboard.press('Tab');
      await focusedIs('允许');
      await keyboard.press('Shift+Tab');
      await keyboard.press('Enter');
      await focusedIs('授权');
    };
    await refuse();
    // Escape means 取消: the user stays on the page, and can ask again.
    await keyboard.press('Escape');
    await phone.getByRole('dialog').waitFor({ state: 'detached' });
    await refuse();
    await keyboard.press('Enter');
    await focusedIs('返回');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await phone.getByRole('switch', { checked: true }).waitFor();
    await keyboard.press('Escape');
    await expectMember(phone);
  });

  test('dismissing the sheet is not a refusal: the next tap asks again', async () => {
    const phone = await alone('scene=guest&era=button');
    await askButton(phone).click();
    await phone.getByRole('button', { name: '允许' }).waitFor();
    await phone.locator('.mask').click({ position: { x: 100, y: 100 } });
    await phone.getByRole('button', { name: '允许' }).waitFor({ state: 'detached' });
    expect(await phone.evaluate(() => window.previewPhone?.phone.authSetting)).toEqual({});
  });

  test('the name that WeChat suggests can be accepted, and covers no other field', async () => {
    // In this scene the user has agreed to the privacy contract: otherwise no name is offered.
    const phone = await alone('scene=fill-form');
    const [name, ownLine] = [0, 1].map((at) => phone.locator('wx-input input').nth(at));
    const offer = phone.getByRole('button', { name: '使用微信昵称：林小满' });
    await name?.click();
    await offer.waitFor();
    await ownLine?.click();
    await offer.waitFor({ state: 'hidden' });
    await name?.click();
    await offer.click();
    await eventually(async () => expect(await name?.inputValue()).toBe('林小满'));
    await offer.waitFor({ state: 'hidden' });
  });
});
