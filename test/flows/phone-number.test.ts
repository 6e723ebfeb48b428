/** The row 手机号: one tap binds a number, with or without a profile, and every failure offers a way to go on. */

import type { World } from '../../mock-server/types';
import { testAccounts } from '../../mock-server/wechat/accounts';
import { type BeginOptions, type Run, useStage } from '../support/stage';
import { until } from '../support/until';

const begin = useStage();
const NUMBER = '138****0000';
const OFFLINE = '网络连接不可用，请检查网络后重试';

const start = (scenario: string, options: BeginOptions = {}) =>
  begin(scenario, { ...options, phone: { privacy: { needAuthorization: false }, ...options.phone } });

const bindButton = ({ page }: Run) =>
  page.findAll('button').find((one) => one.attribute('open-type') === 'getPhoneNumber');
const problems = ({ page }: Run) => page.findAll('.problem').map((one) => one.text());
const binds = ({ requests }: Run) => requests.filter((line) => line.startsWith('bindphone '));

async function tap(run: Run): Promise<void> {
  await run.page.tap({ text: '一键绑定' });
}

async function allow(run: Run, index = 0): Promise<void> {
  run.phone.screen.get('phone-number').allow(index);
  await run.stage.settle();
}

/** Changes the number on the server, like another device or an administrator. */
async function setNumber({ world }: { world: World }, purePhoneNumber: string | null): Promise<void> {
  const openid = testAccounts('').find(({ id }) => id === world.phone.account)?.openid ?? '';
  await world.store.updateUser(openid, (user) => {
    const { phone: _old, ...rest } = user ?? { openid, profile: null, registeredAt: 0, lastSeenAt: 0 };
    return purePhoneNumber === null ? rest : { ...rest, phone: { countryCode: '86', purePhoneNumber } };
  });
}

test.each([
  ['member', 1],
  ['guest', 2],
] as const)('%s binds a number by one tap, and the next launch shows it', async (scenario, isLogin) => {
  const run = await start(scenario);
  await tap(run);
  expect(run.page.has(NUMBER)).toBe(false);
  await allow(run);
  expect(run.page.has(NUMBER)).toBe(true);
  expect(bindButton(run)).toBeUndefined();
  expect(run.toasts).toEqual(['绑定成功']);
  expect([run.isLogin, binds(run)]).toEqual([isLogin, ['bindphone 200']]);
  await run.relaunch();
  expect(run.page.has(NUMBER)).toBe(true);
  expect(run.isLogin).toBe(isLogin);
});

test('the cached number is painted with the profile, before any request', async () => {
  const run = await start('member');
  await tap(run);
  await allow(run);
  run.phone.setOnline(false);
  await run.relaunch();
  expect(run.page.has(NUMBER)).toBe(true);
  expect(run.page.find('.notice-text').text()).toContain('网络不可用');
});

test('storage and page have the number with its middle digits masked', async () => {
  const run = await start('member');
  await tap(run);
  await allow(run);
  expect(run.phone.storage.phone).toEqual({ v: 1, value: NUMBER });
  expect(JSON.stringify([run.phone.storage, run.page.data])).not.toContain('13800000000');
});

test('after a login on a new phone, the page shows the bound number', async () => {
  const run = await start('returning', { before: (world) => setNumber({ world }, '13912345678') });
  expect(run.page.has('139****5678')).toBe(true);
  expect([run.requests, run.reads]).toEqual([['onlogin 200'], ['userinfo 200']]);
});

test('a number that was changed or deleted elsewhere: the next check updates it', async () => {
  const run = await start('member');
  await tap(run);
  await allow(run);
  await setNumber(run, '13912345678');
  await run.relaunch();
  expect(run.page.has('139****5678')).toBe(true);
  await setNumber(run, null);
  await run.relaunch();
  expect(bindButton(run)).toBeDefined();
  expect(run.phone.storage.phone).toBeUndefined();
});

test('a number deleted elsewhere with an expired session: the login returns no number, so it is requested', async () => {
  const run = await start('member');
  await tap(run);
  await allow(run);
  await setNumber(run, null);
  await run.world.expireSessions();
  await run.relaunch();
  expect(run.calls('login')).toBe(1);
  expect(bindButton(run)).toBeDefined();
  expect(run.phone.storage.phone).toBeUndefined();
});

test('a number changed elsewhere: a login caused by a request of the app updates it', async () => {
  const run = await start('member');
  await tap(run);
  await allow(run);
  await setNumber(run, '13912345678');
  await run.world.expireSessions();
  const { auth } = run.stage.app as unknown as { auth: { request(options: object): Promise<unknown> } };
  await auth.request({ url: '/api/index/userinfo' });
  await run.stage.settle();
  expect([run.calls('login'), run.page.has('139****5678')]).toEqual([1, true]);
});

test('without an answer to the request for the number the cached number stays', async () => {
  const run = await start('member');
  await tap(run);
  await allow(run);
  run.world.wechat.expireSessionKey('lin');
  run.world.addFault({ on: 'userinfo', kind: 'delay', ms: 20_000 });
  await run.relaunch();
  expect(run.calls('login')).toBe(1);
  expect([run.page.has(NUMBER), run.state.notice]).toEqual([true, null]);
});

test.each([
  ['without an answer', { kind: 'cut-before' }, OFFLINE],
  ['with a server error', { kind: 'respond', status: 500, body: '' }, '服务器开小差了，请稍后重试'],
] as const)(
  'on a new phone, %s to the request for the number: the button is hidden; 重试 requests the number again',
  async (_what, fault, text) => {
    const run = await start('returning', {
      before: async (world) => {
        await setNumber({ world }, '13912345678');
        world.addFault({ on: 'userinfo', ...fault, times: 1 });
      },
    });
    expect([run.isLogin, run.page.has('手机号'), bindButton(run)]).toEqual([1, true, undefined]);
    expect(run.page.find('.notice-text').text()).toBe(text);
    await run.page.tap({ text: '重试' });
    expect([run.page.has('139****5678'), run.state.notice]).toEqual([true, null]);
  },
);

test('without an answer to that request, the number appears without a tap when the network returns', async () => {
  const run = await start('returning', {
    before: async (world) => {
      await setNumber({ world }, '13912345678');
      world.addFault({ on: 'userinfo', kind: 'cut-before', times: 1 });
    },
  });
  run.phone.setOnline(false);
  run.phone.setOnline(true);
  await run.stage.settle();
  expect([run.page.has('139****5678'), run.state.notice]).toEqual([true, null]);
});

test.each(['deny', 'dismiss'] as const)(
  '%s: no error and no request; the next tap asks again',
  async (answer) => {
    const run = await start('guest');
    await tap(run);
    run.phone.screen.get('phone-number')[answer]();
    await run.stage.settle();
    expect([problems(run), run.toasts, binds(run), run.state.notice]).toEqual([[], [], [], null]);
    await tap(run);
    await allow(run);
    expect(run.page.has(NUMBER)).toBe(true);
  },
);

test.each(['getPhoneNumber:fail:user deny', 'getPhoneNumber:user deny', 'getPhoneNumber:fail user cancel'])(
  'Android and older versions report a refusal as %s',
  async (errMsg) => {
    const run = await start('guest');
    await bindButton(run)?.fire('getphonenumber', { errMsg });
    expect([problems(run), run.state.notice]).toEqual([[], null]);
  },
);

test.each([
  ['without a quota', { phoneNumber: { quota: 0 } }, '暂时无法绑定手机号，请稍后再试'],
  [
    'if the mini-program belongs to an individual',
    { phoneNumber: { owner: 'individual' as const } },
    '这个小程序还不能获取手机号',
  ],
])('%s: one error in the row', async (_what, phone, text) => {
  const run = await start('member', { phone });
  await tap(run);
  expect(problems(run)).toEqual([text]);
  expect(run.phone.screen.items).toEqual([]);
  expect(binds(run)).toEqual([]);
});

test('no network at the tap: error in the row; the next number removes it', async () => {
  const run = await start('guest');
  run.phone.setOnline(false);
  await tap(run);
  expect(problems(run)).toEqual(['没有取得手机号，请再试一次']);
  run.phone.setOnline(true);
  await run.stage.settle();
  await tap(run);
  await allow(run);
  expect([problems(run), run.page.has(NUMBER)]).toEqual([[], true]);
});

test('the privacy contract comes first; after a refusal the page explains it, and the next tap asks again', async () => {
  const run = await start('guest', { phone: { privacy: { needAuthorization: true } } });
  await tap(run);
  expect(run.phone.screen.find('phone-number')).toBeUndefined();
  await run.page.tap({ text: '拒绝' });
  expect(run.page.find('.notice-text').text()).toBe(
    '未同意隐私保护指引，暂时不能选择头像、绑定手机号或保存资料',
  );
  expect(problems(run)).toEqual([]);
  await tap(run);
  await run.page.tap({ text: '同意' });
  await allow(run);
  expect(run.page.has(NUMBER)).toBe(true);
});

test('an expired code: error in the row, and a new code works', async () => {
  const run = await start('member');
  await tap(run);
  run.world.wechat.failPhoneNumber({ errcode: 40029, errmsg: 'invalid code' });
  await allow(run);
  expect(problems(run)).toEqual(['手机号的授权已过期，请重新绑定']);
  expect(run.state.notice).toBeNull();
  run.world.wechat.failPhoneNumber(null);
  await tap(run);
  await allow(run);
  expect([problems(run), run.page.has(NUMBER)]).toEqual([[], true]);
});

test("the server's text is shown: the number belongs to another account", async () => {
  const run = await start('member');
  const body = JSON.stringify({ code: 0, msg: '该手机号已绑定其他账号' });
  run.world.addFault({ on: 'bindphone', kind: 'respond', status: 409, body, times: 1 });
  await tap(run);
  await allow(run);
  expect(problems(run)).toEqual(['该手机号已绑定其他账号']);
  await tap(run);
  run.phone.screen.get('phone-number').add('13912345678');
  await allow(run, 1);
  expect([problems(run), run.page.has('139****5678')]).toEqual([[], true]);
});

test('the answer is lost after the server bound the number: the page shows it when the network is back', async () => {
  const run = await start('member');
  run.world.addFault({ on: 'bindphone', kind: 'cut-after', times: 1 });
  await tap(run);
  await allow(run);
  expect(run.page.find('.notice-text').text()).toBe(OFFLINE);
  expect(bindButton(run)).toBeDefined();
  run.phone.setOnline(false);
  run.phone.setOnline(true);
  await run.stage.settle();
  expect([run.page.has(NUMBER), run.state.notice]).toEqual([true, null]);
});

test('the request is lost before the server: 重试 reads the number, and the button is back', async () => {
  const run = await start('guest');
  run.world.addFault({ on: 'bindphone', kind: 'cut-before', times: 1 });
  await tap(run);
  await allow(run);
  expect(run.page.find('.notice-text').text()).toBe(OFFLINE);
  await run.page.tap({ text: '重试' });
  expect(run.state.notice).toBeNull();
  await tap(run);
  await allow(run);
  expect(run.page.has(NUMBER)).toBe(true);
});

test('a second event during a bind counts as the same tap', async () => {
  const run = await start('guest');
  run.world.addFault({ on: 'bindphone', kind: 'delay', ms: 3000 });
  await tap(run);
  const grant = await run.world.wechat.grantPhoneNumber('lin', {
    countryCode: '86',
    purePhoneNumber: '13800000000',
  });
  run.phone.screen.get('phone-number').allow();
  const button = bindButton(run);
  await button?.fire('getphonenumber', { errMsg: 'getPhoneNumber:ok', code: grant.code }, { settle: false });
  await run.stage.settle();
  expect(run.page.has(NUMBER)).toBe(true);
  expect(binds(run)).toHaveLength(1);
});

test('an expired session: one login, and the same code is sent again', async () => {
  const run = await start('member');
  await run.world.expireSessions();
  await tap(run);
  await allow(run);
  expect(binds(run)).toEqual(['bindphone 401', 'bindphone 200']);
  expect([run.calls('login'), run.page.has(NUMBER)]).toEqual([1, true]);
});

test('an expired session, and a login that the server refuses: the error does not name the authorization of the number', async () => {
  const run = await start('member');
  await run.world.expireSessions();
  const mend = run.world.addFault({
    on: 'onlogin',
    kind: 'respond',
    status: 400,
    body: '{"code":0,"msg":"x"}',
  });
  await tap(run);
  await allow(run);
  expect(problems(run)).toEqual([]);
  expect(run.page.has('操作没有成功，请重试')).toBe(true);
  mend();
  await run.page.tap({ text: '重试' });
  await tap(run);
  await allow(run);
  expect(run.page.has(NUMBER)).toBe(true);
});

test('a logout during a bind: its result is ignored, and there is no login', async () => {
  const run = await start('member');
  run.world.addFault({ on: 'bindphone', kind: 'delay', ms: 3000 });
  await tap(run);
  run.phone.screen.get('phone-number').allow();
  await until(() => bindButton(run)?.disabled === true);
  const { auth } = run.stage.app as unknown as { auth: { logout(): void } };
  auth.logout();
  await run.stage.settle();
  expect([run.page.has('已退出登录'), run.page.has('登录后绑定'), run.toasts]).toEqual([true, true, []]);
  expect([run.calls('login'), run.phone.storage.phone, run.phone.storage.rd3_session]).toEqual([
    0,
    undefined,
    undefined,
  ]);
});

test('a bind and a save at the same time both succeed', async () => {
  const run = await start('guest');
  run.world.addFault({ on: 'setuserinfo', kind: 'delay', ms: 3000 });
  await run.type('鹿');
  await run.page.tap({ text: '保存' }, { settle: false });
  await run.page.tap({ text: '一键绑定' }, { settle: false });
  await run.phone.settle();
  run.phone.screen.find('phone-number')?.allow();
  await run.stage.settle();
  expect([run.isLogin, run.page.has('鹿'), run.page.has(NUMBER)]).toEqual([1, true, true]);
});

test.each([
  ['2.21.1', false],
  ['2.21.2', true],
] as const)('base library %s: the row exists: %s', async (sdkVersion, there) => {
  const run = await start('member', { phone: { sdkVersion } });
  expect(run.page.has('手机号')).toBe(there);
  expect(bindButton(run) !== undefined).toBe(there);
});

test.each(['guest-legacy', 'guest-button', 'guest-profile'])(
  '%s: phones of that era have no such row',
  async (scenario) => {
    const run = await start(scenario);
    expect(run.page.has('手机号')).toBe(false);
  },
);

test('not logged in: the row shows that a number can be bound after a login', async () => {
  const run = await start('server-down');
  expect(run.page.has('登录后绑定')).toBe(true);
  expect(bindButton(run)).toBeUndefined();
});
