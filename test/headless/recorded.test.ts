/** A recording of the preview, pasted here. test/browser/shell-record.test.ts records it again and compares. */
import { launch } from 'miniprogram-phone';

test('guest-button, recorded', async () => {
  const { stage, phone } = await launch('guest-button');
  if (stage.pages.length === 0) await stage.open('pages/user/user');
  await stage.page.tap({ text: '授权登录' });
  phone.screen.get('authorize').deny();
  await stage.settle();
  phone.screen.get('modal').confirm();
  await stage.settle();
  phone.screen.get('settings').set('scope.userInfo', true);
  await stage.settle();
  phone.screen.get('settings').back();
  await stage.settle();
  await stage.relaunch();
  await stage.open('pages/user/user');
  expect(stage.page.route).toBe('pages/user/user');
  expect(stage.page.has('林小满')).toBe(true);
  expect(stage.page.has('这个玩家很懒，什么也没留下')).toBe(true);
  expect(stage.page.has('性别')).toBe(true);
});
