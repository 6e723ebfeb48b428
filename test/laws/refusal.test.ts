/** A refusal is explained once, opens the settings at most once, never loops, and never causes an unexpected dialog. */
import { SAME_TAP, useProgramTimers } from '../support/program-timers';
import { moduleOf, type Run, useStage } from '../support/stage';

type Denials = typeof import('../../miniprogram/auth/denial');

const begin = useStage();
const timers = useProgramTimers();
const eras = ['guest-legacy', 'guest-button', 'guest-profile'];

async function answer(run: Run, how: 'allow' | 'deny' | 'dismiss'): Promise<void> {
  run.phone.screen.get('authorize')[how]();
  await run.stage.settle();
}

async function tapAuthorize(run: Run): Promise<void> {
  await run.page.tap({ text: '授权登录' });
}

/** Refuses every dialog, up to `rounds` times. Returns the number of dialogs. */
async function refuseEverything(run: Run, rounds: number): Promise<number> {
  let asked = 0;
  for (; asked < rounds; asked += 1) {
    const [item] = run.phone.screen.items.filter(({ kind }) => kind !== 'toast');
    if (!item) break;
    if (item.kind === 'authorize') item.deny();
    else if (item.kind === 'modal') item.confirm();
    else if (item.kind === 'settings') item.back();
    else throw new Error(`unexpected on the screen: ${item.kind}`);
    await run.stage.settle();
  }
  return asked;
}

test.each(eras)('%s: accepting every explanation and refusing every sheet ends', async (id) => {
  const run = await begin(id);
  await tapAuthorize(run);
  // The sheet, the explanation, and either a second sheet or the settings.
  expect(await refuseEverything(run, 20)).toBe(3);
  expect(run.isLogin).toBe(2);
  expect(run.page.has('授权登录')).toBe(true);
  expect(run.calls('showModal')).toBe(1);
  // If the settings are unchanged, the login does not try again.
  expect(run.calls('authorize')).toBe(id === 'guest-legacy' ? 1 : 0);
  expect(run.calls('getUserInfo')).toBe(0);
  expect(run.requests).toEqual(['onlogin 200']);
});

test.each(eras)('%s: closing the explanation ends it', async (id) => {
  const run = await begin(id);
  await tapAuthorize(run);
  await answer(run, 'deny');
  run.phone.screen.get('modal').cancel();
  await run.stage.settle();
  expect(run.phone.screen.items).toEqual([]);
  expect(run.isLogin).toBe(2);
  expect(run.calls('openSetting')).toBe(0);
});

test.each(eras)(
  '%s: a sheet closed without a choice is not a refusal: no explanation, a tap asks again',
  async (id) => {
    const run = await begin(id);
    await tapAuthorize(run);
    await answer(run, 'dismiss');
    expect(run.phone.screen.items).toEqual([]);
    expect(run.page.has('需要你的授权')).toBe(false);
    await tapAuthorize(run);
    await answer(run, 'allow');
    expect(run.isLogin).toBe(1);
  },
);

test.each(eras)('%s: the next launch opens no dialog and shows the button', async (id) => {
  const run = await begin(id);
  await tapAuthorize(run);
  await answer(run, 'deny');
  run.phone.screen.get('modal').cancel();
  await run.stage.settle();
  await run.relaunch();
  expect(run.phone.screen.items).toEqual([]);
  expect(run.isLogin).toBe(2);
  expect(run.page.find({ text: '授权登录' }).visible).toBe(true);
});

test('granted in the settings: exactly one retry', async () => {
  const run = await begin('guest-button');
  await tapAuthorize(run);
  await answer(run, 'deny');
  run.phone.screen.get('modal').confirm();
  await run.stage.settle();
  const settings = run.phone.screen.get('settings');
  settings.set('scope.userInfo', true);
  settings.back();
  await run.stage.settle();
  expect(run.calls('getUserInfo')).toBe(1);
  expect(run.isLogin).toBe(1);
});

test('settings that do not open leave 去设置 on the page', async () => {
  const run = await begin('guest-button', {
    before: (_world, phone) => {
      const openSetting = ({ fail }: WechatMiniprogram.OpenSettingOption) =>
        fail?.({ errMsg: 'openSetting:fail can only be invoked by user TAP gesture.' });
      Object.assign(phone.wx, { openSetting });
    },
  });
  await tapAuthorize(run);
  await answer(run, 'deny');
  run.phone.screen.get('modal').confirm();
  await run.stage.settle();
  expect(run.phone.screen.items).toEqual([]);
  await run.page.tap({ text: '去设置' });
  const settings = run.phone.screen.get('settings');
  settings.set('scope.userInfo', true);
  settings.back();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
});

test('two quick taps open one dialog', async () => {
  const run = await begin('guest-profile');
  await run.page.tap({ text: '授权登录' }, { settle: false });
  await tapAuthorize(run);
  expect(run.calls('getUserProfile')).toBe(1);
  await answer(run, 'allow');
  expect(run.phone.screen.items.filter(({ kind }) => kind !== 'toast')).toEqual([]);
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
});

test('a sheet that closes without an answer does not block a later tap', async () => {
  const run = await begin('guest-profile');
  const ask = run.phone.wx.getUserProfile;
  Object.assign(run.phone.wx, { getUserProfile: () => undefined });
  await tapAuthorize(run);
  Object.assign(run.phone.wx, { getUserProfile: ask });
  await timers.pass(SAME_TAP);
  await tapAuthorize(run);
  await answer(run, 'allow');
  expect(run.isLogin).toBe(1);
});

test.each([
  ['authorize:fail auth deny', undefined, 'refused'],
  ['authorize:fail auth denied', undefined, 'refused'],
  ['getUserInfo:fail auth deny', undefined, 'refused'],
  ['getUserInfo:fail:auth denied', undefined, 'refused'],
  ['getUserInfo:fail auth:deny', undefined, 'refused'],
  ['authorize:fail 系统错误，错误码：-12006,auth deny', undefined, 'refused'],
  ['authorize:fail', 103, 'refused'],
  ['getUserProfile:fail privacy permission is not authorized', 104, 'refused'],
  ['getUserProfile:fail auth canceled', 104, 'cancelled'],
  ['getUserProfile:fail cancel', undefined, 'cancelled'],
  ['getUserInfo:fail scope unauthorized', undefined, 'unavailable'],
  ['getUserInfo:fail network is not available', 600001, 'failed'],
  ['authorize:fail', undefined, 'failed'],
  [undefined, undefined, 'failed'],
])('%s (errno %s) is %s', async (errMsg, errno, denial) => {
  await begin('guest-button');
  const { denialOf } = moduleOf<Denials>('auth/denial');
  expect(denialOf({ errMsg, errno })).toBe(denial);
});

test.each([undefined, null, 'authorize:fail auth deny', 7])(
  '%j does not count as a denial',
  async (nonsense) => {
    await begin('guest-button');
    expect(moduleOf<Denials>('auth/denial').denialOf(nonsense)).toBe('failed');
  },
);

test.each(['authorize:fail auth denied', 'authorize:fail'])(
  'legacy phones report a refusal as %j: explained like any other',
  async (errMsg) => {
    const run = await begin('guest-legacy', {
      before: (_world, phone) => {
        const authorize = ({ fail }: WechatMiniprogram.AuthorizeOption) => {
          phone.setScope('scope.userInfo', false);
          fail?.({ errMsg });
        };
        Object.assign(phone.wx, { authorize });
      },
    });
    await tapAuthorize(run);
    expect(run.phone.screen.get('modal').confirmText).toBe('授权');
  },
);
