/** A page opened before, during or after the login sees the same result. */
import { moduleOf, USER_PAGE, useStage } from '../support/stage';

type Door = typeof import('../../miniprogram/auth/index');

const begin = useStage();

test('opened before, during or after the login: the same page', async () => {
  const before = await begin('guest-button');
  const during = await begin('guest-button', { open: false });
  await during.stage.launch({}, { settle: false });
  await during.stage.open(USER_PAGE);
  const after = await begin('guest-button', { open: false });
  await after.stage.launch();
  expect(after.requests).toEqual(['onlogin 200']);
  await after.stage.open(USER_PAGE);

  expect(during.page.text()).toBe(before.page.text());
  expect(after.page.text()).toBe(before.page.text());
  expect(after.page.data).toEqual(before.page.data);
  expect(after.requests).toEqual(['onlogin 200']);
});

test('two pages at once hear the same, and a closed one hears nothing more', async () => {
  const run = await begin('guest-button');
  const first = run.page;
  const second = await run.stage.open(USER_PAGE);
  expect(second.data).toEqual(first.data);
  await run.stage.back();
  const heard = second.setDataCalls.length;
  await first.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(first.data.isLogin).toBe(1);
  expect(second.setDataCalls).toHaveLength(heard);
});

const door = () => moduleOf<Door>('auth/index').auth;

test('a late listener is told at once, a listener that left is not told', async () => {
  await begin('member');
  const { subscribe, on } = door();
  const late = jest.fn();
  const stop = subscribe(late);
  expect(late).toHaveBeenCalledTimes(1);
  expect(late).toHaveBeenCalledWith(expect.objectContaining({ isLogin: 1, signedIn: true }));
  stop();
  on.edit();
  expect(late).toHaveBeenCalledTimes(1);
});

test('a listener that leaves while the others are being told disturbs nobody', async () => {
  await begin('member');
  const { subscribe, on } = door();
  const second = jest.fn();
  const stop = subscribe(({ editing }) => {
    if (editing) stop();
  });
  subscribe(second);
  on.edit();
  expect(second).toHaveBeenCalledTimes(2);
});

test('a listener that throws keeps neither the others nor the work from going on', async () => {
  // 2.28.0: no review of the nickname, which would be waited for.
  const phone = { privacy: { needAuthorization: false }, sdkVersion: '2.28.0' };
  const run = await begin('guest', { phone });
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'Date'] });
  try {
    const { subscribe, on } = door();
    subscribe(({ busy }) => {
      if (busy === 'saving') throw new Error('a page of the app');
    });
    const after = jest.fn();
    subscribe(after);
    on.submit({ nickName: '鹿', title: '' });
    await run.stage.settle();
    expect(after).toHaveBeenLastCalledWith(expect.objectContaining({ isLogin: 1 }));
    // App.onError hears of it.
    expect(() => jest.advanceTimersByTime(1)).toThrow('a page of the app');
  } finally {
    jest.useRealTimers();
  }
});

test('a change that changes nothing is not told', async () => {
  await begin('member');
  const { subscribe, on } = door();
  const listener = jest.fn();
  subscribe(listener);
  on.typing();
  expect(listener).toHaveBeenCalledTimes(1);
});
