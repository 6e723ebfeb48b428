/** After any failure the page shows the next step, at the latest when one request's time limit ends. */

import { REQUEST_TIMEOUT } from '../../miniprogram/services/config';
import type { Endpoint, Fault } from '../../mock-server/types';
import { useStage } from '../support/stage';

const begin = useStage();

const kinds: [string, Omit<Fault, 'on'>][] = [
  ['a broken connection', { kind: 'cut-before' }],
  ['a connection that breaks after the server acted', { kind: 'cut-after' }],
  ['silence', { kind: 'hang' }],
  ['a 400', { kind: 'respond', status: 400, body: '{"code":0,"msg":"code: malformed"}' }],
  ['a 401', { kind: 'respond', status: 401, body: '{"code":0,"msg":"no"}' }],
  ['a 403', { kind: 'respond', status: 403, body: '{"code":0,"msg":"blocked"}' }],
  ['a 429', { kind: 'respond', status: 429, body: '{"code":0,"msg":"slower","errcode":45011}' }],
  ['a 500 with HTML', { kind: 'respond', status: 500, contentType: 'text/html', body: '<h1>500</h1>' }],
  ['a 502', { kind: 'respond', status: 502, body: '{"code":0,"msg":"busy","errcode":-1}' }],
  ['half a JSON text', { kind: 'mangle', body: '{"rd3_session":"' }],
  ['null', { kind: 'mangle', body: 'null' }],
  ['nothing', { kind: 'mangle', body: '' }],
  ['an empty session', { kind: 'mangle', body: '{"rd3_session":"","user_info":null}' }],
  ['wrong types', { kind: 'mangle', body: '{"rd3_session":{},"user_info":7}' }],
  ['an array', { kind: 'mangle', body: '[]' }],
];

/** The result of a launch with these faults: 1 with a cached profile, 2 without. */
const launches: [Endpoint, string, 1 | 2][] = [
  ['onlogin', 'returning', 2],
  ['onlogin', 'session-expired', 1],
  ['check_3rdsession', 'member', 1],
];

describe.each(launches)('%s fails at the launch of %s', (on, scenario, isLogin) => {
  // A 401 to the check is a clear denial: see check-both.test.ts.
  const failing = kinds.filter(([what]) => !(on === 'check_3rdsession' && what === 'a 401'));
  test.each(failing)('%s', async (what, kind) => {
    let mend = () => {};
    const run = await begin(scenario, {
      before: (world) => {
        mend = world.addFault({ on, ...kind });
      },
    });
    const shutOut = what === 'a 403' && on === 'onlogin';
    expect(run.isLogin).toBe(shutOut ? 2 : isLogin);
    expect(run.phone.clock.now()).toBeLessThanOrEqual(Date.UTC(2026, 0, 1, 1) + REQUEST_TIMEOUT);
    expect(run.page.find('.notice-text').text()).not.toBe('');
    expect(run.calls('login')).toBeLessThanOrEqual(1);

    mend();
    if (shutOut) {
      // Repeating does not help a blocked account. Coming back to the app checks it again.
      expect(run.page.has('重试')).toBe(false);
      await run.page.tap({ text: '联系客服' });
      await run.stage.hide();
      await run.stage.show();
    } else await run.page.tap({ text: '重试' });
    expect(run.isLogin).toBe(1);
    expect(run.page.findAll('.notice')).toEqual([]);
  });
});

describe('setuserinfo fails', () => {
  test.each(kinds)('%s: no profile yet, and 重试 sends it again without a dialog', async (_what, kind) => {
    const run = await begin('guest-profile');
    const mend = run.world.addFault({ on: 'setuserinfo', ...kind });
    await run.page.tap({ text: '授权登录' });
    run.phone.screen.get('authorize').allow();
    await run.stage.settle();
    expect(run.isLogin).toBe(2);
    expect(run.page.data.saving).toBe(false);
    expect(run.toasts).toEqual([]);
    expect(run.page.find('.notice-text').text()).not.toBe('');

    mend();
    await run.page.tap({ text: '重试' });
    expect(run.phone.screen.items).toEqual([]);
    expect(run.isLogin).toBe(1);
    expect(run.calls('getUserProfile')).toBe(1);
  });
});

test('WeChat gives no code: no profile, and 重试 works when it does', async () => {
  const run = await begin('offline-guest');
  expect(run.calls('login')).toBe(1);
  expect(run.requests).toEqual([]);
  run.phone.setOnline(true);
  await run.stage.settle();
  expect(run.requests).toEqual(['onlogin 200']);
  expect(run.page.findAll('.notice')).toEqual([]);
});

test("a refused account loses the phone's cached data", async () => {
  const run = await begin('session-expired', {
    before: (world) => {
      world.addFault({ on: 'onlogin', kind: 'respond', status: 403, body: '{"code":0,"msg":"blocked"}' });
    },
  });
  expect(run.isLogin).toBe(2);
  expect(run.page.has('林小满')).toBe(false);
  expect(run.page.has('该账号暂时无法使用')).toBe(true);
  expect(run.phone.storage).toEqual({});
});

test('several slow steps in sequence: the page does not wait for their sum', async () => {
  // The phone keeps real timers; only the mini-program's are fake.
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'Date'] });
  try {
    const run = await begin('guest-button', { open: false });
    run.phone.setOnline(true);
    const release = run.world.addFault({ on: 'onlogin', kind: 'hang' });
    const page = await run.stage.open('pages/user/user', {}, { settle: false });
    expect(page.data.isLogin).toBe(0);
    jest.advanceTimersByTime(REQUEST_TIMEOUT - 1);
    expect(page.data.isLogin).toBe(0);
    jest.advanceTimersByTime(1);
    expect(page.data.isLogin).toBe(2);
    expect(page.has('重试')).toBe(true);
    release();
  } finally {
    jest.useRealTimers();
  }
});

test('wx.login that never answers counts as failed', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'Date'] });
  try {
    const run = await begin('guest-button', {
      open: false,
      before: (_world, phone) => {
        Object.assign(phone.wx, { login: () => undefined });
      },
    });
    const page = await run.stage.open('pages/user/user', {}, { settle: false });
    await run.stage.settle();
    jest.advanceTimersByTime(REQUEST_TIMEOUT);
    await run.stage.settle();
    expect(page.data.isLogin).toBe(2);
    expect(page.find('.notice-text').text()).not.toBe('');
  } finally {
    jest.useRealTimers();
  }
});
