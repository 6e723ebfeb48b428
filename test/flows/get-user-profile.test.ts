/** 2021 to 2022: wx.getUserProfile, called first in the tap handler, with a purpose for the user. */
import { useStage } from '../support/stage';

const begin = useStage();
const tapAuthorize = { text: '授权登录' };

test('asks with its purpose, saves, and does not ask again at the next launch', async () => {
  const run = await begin('guest-profile');
  await run.page.tap(tapAuthorize);
  expect(run.phone.screen.get('authorize').desc).toBe('用于完善会员资料');
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);

  await run.relaunch();
  expect(run.page.has('林小满')).toBe(true);
  expect(run.calls('getUserProfile')).toBe(1);
  expect(run.phone.screen.items).toEqual([]);
});

test('refused twice: one explanation, no further dialog, the button stays', async () => {
  const run = await begin('guest-profile');
  await run.page.tap(tapAuthorize);
  run.phone.screen.get('authorize').deny();
  await run.stage.settle();
  run.phone.screen.get('modal').confirm();
  await run.stage.settle();
  run.phone.screen.get('authorize').deny();
  await run.stage.settle();
  expect(run.phone.screen.items).toEqual([]);
  expect(run.isLogin).toBe(2);
  // The settings have no switch for this API, so the page has no button for them.
  expect(run.page.has('去设置')).toBe(false);
  await run.page.tap(tapAuthorize);
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
});

test('refused, then allowed in the second sheet', async () => {
  const run = await begin('guest-profile');
  await run.page.tap(tapAuthorize);
  run.phone.screen.get('authorize').deny();
  await run.stage.settle();
  run.phone.screen.get('modal').confirm();
  await run.stage.settle();
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
});
