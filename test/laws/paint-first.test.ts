/**
 * A warm launch paints before any request is answered. A first login needs two requests. setData gets each change once.
 */
import { useStage } from '../support/stage';

const begin = useStage();

test('a warm launch shows the cached profile without a request before it', async () => {
  const run = await begin('member', { open: false });
  const page = await run.stage.open('pages/user/user', {}, { settle: false });
  expect(run.requests).toEqual([]);
  expect(page.data.isLogin).toBe(1);
  expect(page.find('.person-name').text()).toBe('林小满');
  await run.stage.settle();
  expect(run.requests).toEqual(['check_3rdsession 200']);
});

test('the cache is published before the first request starts', async () => {
  const run = await begin('member', { open: false });
  const order: string[] = [];
  run.phone.onEvent((event) => {
    if (event.kind === 'call') order.push(event.api === 'getStorageSync' ? 'read' : event.api);
  });
  await run.stage.launch();
  expect(order.lastIndexOf('read')).toBeLessThan(order.indexOf('request'));
});

test('a first login needs exactly two backend requests for the profile', async () => {
  for (const scenario of ['guest-button', 'guest-legacy', 'guest-profile']) {
    const run = await begin(scenario);
    await run.page.tap({ text: '授权登录' });
    run.phone.screen.get('authorize').allow();
    await run.stage.settle();
    expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
    run.stage.kill();
  }
});

test('a returning user needs one backend request', async () => {
  const run = await begin('returning');
  expect(run.requests).toEqual(['onlogin 200']);
  expect(run.isLogin).toBe(1);
});

test.each(['member', 'session-expired', 'wechat-session-expired'])(
  '%s: one setData for the cache, none for a confirming check',
  async (scenario) => {
    const run = await begin(scenario);
    expect(run.page.setDataCalls).toHaveLength(1);
  },
);

test('a first visit: one setData per transition, with changed values only', async () => {
  const run = await begin('guest-button');
  expect(run.page.setDataCalls).toEqual([
    {
      isLogin: 2,
      ask: 'button',
      heading: '你好，欢迎',
      words: expect.any(String),
      rows: [expect.objectContaining({ label: '待支付订单', kind: 'ask' })],
    },
  ]);
  await run.page.tap({ text: '授权登录' });
  expect(run.page.setDataCalls).toHaveLength(1);
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.page.setDataCalls.slice(1)).toEqual([
    { saving: true },
    {
      isLogin: 1,
      nickName: '林小满',
      avatarUrl: expect.stringContaining('/avatars/'),
      rows: expect.any(Array),
      ask: 'none',
      heading: '',
      words: '',
      saving: false,
    },
  ]);
});

test('the server has another name: one setData with the difference', async () => {
  const run = await begin('session-expired', {
    phone: {
      storage: {
        rd3_session: { v: 1, value: 'of-another-time' },
        user_info: {
          v: 1,
          value: {
            nickName: '小满',
            avatarUrl: 'http://127.0.0.1:3000/avatars/wechat-lin.png',
            title: '今天也要好好吃饭',
            gender: 2,
            country: '中国',
            province: '广东',
            city: '深圳',
          },
        },
      },
    },
  });
  expect(run.page.setDataCalls).toHaveLength(2);
  expect(run.page.setDataCalls[1]).toEqual({ nickName: '林小满' });
});

test("the phone's features are checked once, for any number of renders", async () => {
  const run = await begin('guest');
  await run.stage.open('pages/user/user');
  const before = ['canIUse', 'getAppBaseInfo'].map(run.calls);
  expect(before.every((times) => times > 0)).toBe(true);
  for (const name of ['鹿', '阿宁', '一苇']) {
    await run.type(name);
    await run.stage.hide();
    await run.stage.show();
  }
  expect(['canIUse', 'getAppBaseInfo'].map(run.calls)).toEqual(before);
});

test('an unconfirmed cached profile is checked again when the notice disappears', async () => {
  const run = await begin('member', {
    phone: { privacy: { needAuthorization: false } },
    before: (world) => void world.addFault({ on: '*', kind: 'respond', status: 400, body: '{}', times: 3 }),
  });
  expect(run.page.find('.notice').visible).toBe(true);
  await run.page.tap({ text: '编辑' });
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  await run.type('小满');
  expect(run.page.findAll('.notice')).toEqual([]);
  expect(run.requests).toEqual(['check_3rdsession 400', 'setuserinfo 400', 'check_3rdsession 200']);
  await run.page.tap({ text: '取消' });
  expect(run.requests).toHaveLength(3);
  expect(run.page.find('.person-name').text()).toBe('林小满');
});

test('the same when the privacy contract replaced the notice', async () => {
  const run = await begin('member', {
    before: (world) => void world.addFault({ on: 'check_3rdsession', kind: 'cut-before', times: 1 }),
  });
  await run.page.tap({ text: '编辑' });
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  await run.page.tap({ text: '拒绝' });
  await run.page.tap({ text: '取消' });
  await run.page.tap({ text: '重新选择' });
  await run.page.tap({ text: '同意' });
  expect(run.page.findAll('.notice')).toEqual([]);
  expect(run.requests).toEqual(['check_3rdsession cut', 'check_3rdsession 200']);
});

test('the same when the edit restores the old profile: no save, but a check', async () => {
  const run = await begin('member', {
    phone: { privacy: { needAuthorization: false } },
    before: (world) => {
      world.addFault({ on: 'check_3rdsession', kind: 'cut-before', times: 1 });
      world.addFault({ on: 'setuserinfo', kind: 'respond', status: 413, body: '{}', times: 1 });
    },
  });
  await run.page.tap({ text: '编辑' });
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  await run.type('林小满');
  await run.page.tap({ text: '保存' });
  expect(run.page.data).toMatchObject({ editing: false, noticeText: '' });
  expect(run.requests).toEqual(['check_3rdsession cut', 'setuserinfo 413', 'check_3rdsession 200']);
});
