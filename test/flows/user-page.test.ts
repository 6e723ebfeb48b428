/** The user page with isLogin 0, 1 and 2: its content, and the button of the button era. */
import { useStage } from '../support/stage';

const begin = useStage();

const tapAuthorize = { text: '授权登录' };

test('before the first result only a loading indicator is shown', async () => {
  const run = await begin('guest-button', { open: false });
  const page = await run.stage.open('pages/user/user', {}, { settle: false });
  expect(page.data.isLogin).toBe(0);
  expect(page.findAll('.page')).toEqual([]);
  expect(page.find('.waiting').visible).toBe(true);
  await run.stage.settle();
  expect(page.data.isLogin).toBe(2);
  expect(page.findAll('.waiting')).toEqual([]);
});

test('logged in: avatar, name, signature, the list, and the link to the orders', async () => {
  const { page, stage } = await begin('member');
  expect(page.find('.avatar').attribute('src')).toMatch(/\/avatars\/wechat-lin\.png$/);
  expect(page.find('.person-name').text()).toBe('林小满');
  expect(page.find('.person-title').text()).toBe('今天也要好好吃饭');
  await page.tap({ text: '待支付订单' });
  expect(stage.page.route).toBe('pages/orders/orders');
  expect(stage.page.has('暂无待支付订单')).toBe(true);
});

test('logged in, without a signature', async () => {
  const { page } = await begin('member-no-title');
  expect(page.find('.person-title').text()).toBe('这个玩家很懒，什么也没留下');
});

test('logged in, without an avatar or with one that fails to load: the default avatar', async () => {
  const { page } = await begin('no-avatar');
  expect(page.find('.avatar').attribute('src')).toBe('/assets/avatar.svg');
  const other = (await begin('member')).page;
  await other.fire('.avatar', 'error');
  expect(other.find('.avatar').attribute('src')).toBe('/assets/avatar.svg');
});

test('without a profile: the orders need the same authorisation button', async () => {
  const run = await begin('guest-button');
  await run.page.tap({ text: '待支付订单' });
  expect(run.stage.pages).toHaveLength(1);
  const button = run.page.find('.list button');
  expect(button.attribute('open-type')).toBe('getUserInfo');
  await button.tap();
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
  await run.page.tap({ text: '待支付订单' });
  expect(run.stage.page.route).toBe('pages/orders/orders');
});

test('refused → explanation → unchanged settings → no profile, and no further dialog', async () => {
  const run = await begin('guest-button');
  await run.page.tap(tapAuthorize);
  run.phone.screen.get('authorize').deny();
  await run.stage.settle();
  run.phone.screen.get('modal').confirm();
  await run.stage.settle();
  run.phone.screen.get('settings').back();
  await run.stage.settle();
  expect(run.phone.screen.items).toEqual([]);
  expect(run.isLogin).toBe(2);
  expect(run.page.has('去设置')).toBe(true);
});

test("refused → 去设置 (WeChat's button) → switched on → logged in", async () => {
  const run = await begin('refused');
  const button = run.page.find({ text: '去设置' });
  expect(run.page.find('button[open-type=openSetting]').text()).toBe('去设置');
  await button.tap();
  const settings = run.phone.screen.get('settings');
  settings.set('scope.userInfo', true);
  settings.back();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
  expect(run.toasts).toEqual(['授权成功']);
});

test('on phones before 2.0.7 the same button opens the settings by API', async () => {
  const run = await begin('refused-legacy', { phone: { sdkVersion: '2.0.1' } });
  expect(run.page.findAll('button[open-type=openSetting]')).toEqual([]);
  await run.page.tap({ text: '去设置' });
  const settings = run.phone.screen.get('settings');
  settings.set('scope.userInfo', true);
  settings.back();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
});

test('a save is shown, and the button is disabled', async () => {
  const run = await begin('guest-button');
  run.world.addFault({ on: 'setuserinfo', kind: 'delay', ms: 2000 });
  await run.page.tap(tapAuthorize);
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  // One change when the save starts, one when it ends.
  expect(run.page.setDataCalls.slice(-2)).toEqual([
    { saving: true },
    expect.objectContaining({ saving: false, isLogin: 1 }),
  ]);
  expect(run.isLogin).toBe(1);
});
