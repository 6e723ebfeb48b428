/** A page opened before, during or after the login sees the same result. */
import { moduleOf, USER_PAGE, useStage } from '../support/stage';

type State = typeof import('../../miniprogram/auth/state');

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

test('a late listener is told at once, a listener that left is not told', async () => {
  await begin('member');
  const { subscribe, publish } = moduleOf<State>('auth/state');
  const late = jest.fn();
  const stop = subscribe(late);
  expect(late).toHaveBeenCalledTimes(1);
  expect(late).toHaveBeenCalledWith(expect.objectContaining({ isLogin: 1, signedIn: true }));
  stop();
  publish({ refused: true });
  expect(late).toHaveBeenCalledTimes(1);
});

test('a listener that leaves while the others are being told disturbs nobody', async () => {
  await begin('member');
  const { subscribe, publish } = moduleOf<State>('auth/state');
  const second = jest.fn();
  const stop = subscribe(({ refused }) => {
    if (refused) stop();
  });
  subscribe(second);
  publish({ refused: true });
  expect(second).toHaveBeenCalledTimes(2);
});

test('a change that changes nothing is not told', async () => {
  await begin('member');
  const { subscribe, publish, getState } = moduleOf<State>('auth/state');
  const listener = jest.fn();
  subscribe(listener);
  publish({ ...getState() });
  expect(listener).toHaveBeenCalledTimes(1);
});
