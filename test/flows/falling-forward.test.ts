/** No API reports which way to get the profile works on a phone. If one way fails, the login uses the next way. */
import { type BeginOptions, useStage } from '../support/stage';

const begin = useStage();
const tapAuthorize = { text: '授权登录' };

test("an old base library after 2018: the API opens no dialog, so WeChat's button is used", async () => {
  const run = await begin('guest-button', { phone: { sdkVersion: '2.2.0' } });
  expect(run.page.findAll('button[open-type=getUserInfo]')).toEqual([]);
  await run.page.tap(tapAuthorize);
  expect(run.phone.screen.items).toEqual([]);
  expect(run.page.findAll('button[open-type=getUserInfo]').length).toBeGreaterThan(0);
  await run.page.tap(tapAuthorize);
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
});

test('a base library with chooseAvatar whose getUserProfile still gives a name keeps using it', async () => {
  const run = await begin('guest', { phone: { sdkVersion: '2.26.2' } });
  await run.page.tap(tapAuthorize);
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
  expect(run.page.has('林小满')).toBe(true);
});

/** A phone on which this API returns no name. */
function anonymously(api: 'getUserInfo' | 'getUserProfile'): NonNullable<BeginOptions['before']> {
  return (world, phone) => {
    const answer = ({ success }: WechatMiniprogram.GetUserInfoOption) => {
      const options = { anonymous: true, withCredentials: true, withIdentity: true };
      world.wechat
        .userData('lin', options)
        .then((data) => success?.({ ...data, errMsg: `${api}:ok` } as never));
    };
    Object.assign(phone.wx, { [api]: answer });
  };
}

test('微信用户 from getUserProfile is not saved: the form is used', async () => {
  const run = await begin('guest-profile', {
    phone: { sdkVersion: '2.21.2' },
    before: anonymously('getUserProfile'),
  });
  await run.page.tap(tapAuthorize);
  expect(run.requests).toEqual(['onlogin 200']);
  expect(run.isLogin).toBe(2);
  expect(run.page.find('input[name=nickName]').visible).toBe(true);
});

test('微信用户 in the cache and on the server does not count as a profile, from the first paint on', async () => {
  const run = await begin('profile-anonymous', { open: false });
  const page = await run.stage.open('pages/user/user', {}, { settle: false });
  expect(page.data.isLogin).toBe(0);
  await run.stage.settle();
  expect(run.requests).toEqual(['check_3rdsession 200']);
  expect(run.isLogin).toBe(2);
  expect(page.has('微信用户')).toBe(false);
  await run.type('林小满');
  await page.tap({ text: '保存' });
  await page.tap({ text: '同意' });
  expect(page.find('.person-name').text()).toBe('林小满');
});

test('微信用户 from the button, without a later way: not saved, and the page shows what to do', async () => {
  // Since 2021 the scope is always granted, so the page shows this notice already after the launch.
  const run = await begin('guest-profile', { phone: { sdkVersion: '2.9.0' } });
  expect(run.requests).toEqual(['onlogin 200']);
  expect(run.isLogin).toBe(2);
  expect(run.page.has('请升级微信')).toBe(true);
});

test('微信用户 on the server does not count as a profile: the user is asked', async () => {
  const run = await begin('guest', {
    before: (world) => {
      const body = { rd3_session: 'x'.repeat(32), user_info: { nickName: '微信用户', avatarUrl: '' } };
      world.addFault({ on: 'onlogin', kind: 'mangle', body: JSON.stringify(body) });
    },
  });
  expect(run.isLogin).toBe(2);
  expect(run.phone.storage.user_info).toBeUndefined();
});
