/**
 * The oldest flow: checkSession → login → authorize → getUserInfo → setuserinfo; at later launches check_3rdsession
 * instead.
 */
import { useStage } from '../support/stage';

const begin = useStage();

test('a new user: login at launch, dialog after a tap, saved, and shown by name later', async () => {
  const run = await begin('guest-legacy');
  expect(run.requests).toEqual(['onlogin 200']);
  expect(run.isLogin).toBe(2);

  await run.page.tap({ text: '授权登录' });
  const sheet = run.phone.screen.get('authorize');
  expect(sheet.scope).toBe('scope.userInfo');
  sheet.allow();
  await run.stage.settle();

  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
  expect(run.isLogin).toBe(1);
  expect(run.page.has('林小满')).toBe(true);
  expect(run.toasts).toEqual(['授权成功']);

  await run.relaunch();
  expect(run.page.has('林小满')).toBe(true);
  expect(run.requests.slice(2)).toEqual(['check_3rdsession 200']);
  expect(run.calls('login')).toBe(1);
});

test('a user who granted the scope is not asked: the launch reads the profile, without a toast', async () => {
  const run = await begin('guest-legacy', { phone: { authSetting: { 'scope.userInfo': true } } });
  expect(run.isLogin).toBe(1);
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
  expect(run.calls('authorize')).toBe(0);
  expect(run.toasts).toEqual([]);
});

test('a refusal, an explanation, the settings, and the profile', async () => {
  const run = await begin('guest-legacy');
  await run.page.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').deny();
  await run.stage.settle();

  const modal = run.phone.screen.get('modal');
  expect(modal).toMatchObject({
    title: '提示',
    content: '若不授权微信登录,则无法使用小程序。点击"授权"按钮并允许使用"用户信息"方可正常使用。',
    confirmText: '授权',
    showCancel: true,
  });
  modal.confirm();
  await run.stage.settle();
  const settings = run.phone.screen.get('settings');
  settings.set('scope.userInfo', true);
  settings.back();
  await run.stage.settle();

  expect(run.isLogin).toBe(1);
  expect(run.page.has('林小满')).toBe(true);
  expect(run.calls('authorize')).toBe(1);
});

test("the server's session has expired: a new login, the same user", async () => {
  const run = await begin('session-expired');
  expect(run.requests).toEqual(['check_3rdsession 200', 'onlogin 200']);
  expect(run.isLogin).toBe(1);
  await run.relaunch();
  expect(run.requests.slice(2)).toEqual(['check_3rdsession 200']);
});

test("WeChat's session has expired: a new login, although the server's session is valid", async () => {
  const run = await begin('wechat-session-expired');
  expect(run.calls('checkSession')).toBe(1);
  expect(run.calls('login')).toBe(1);
  expect(run.isLogin).toBe(1);
});
