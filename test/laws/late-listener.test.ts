/** A page shows the same result, whether it opens before, during or after the login. */
import { createStore } from '../../miniprogram/auth/store';
import { TEXTS } from '../../miniprogram/auth/texts';
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

test('two open pages get the same state, and a closed one gets none', async () => {
  const run = await begin('guest-button');
  const first = run.page;
  const second = await run.stage.open(USER_PAGE);
  expect(second.data).toEqual(first.data);
  await run.stage.back();
  const before = second.setDataCalls.length;
  await first.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(first.data.isLogin).toBe(1);
  expect(second.setDataCalls).toHaveLength(before);
});

const door = () => moduleOf<Door>('auth/index').auth;

test('a late listener is called at once; a removed one is not called', async () => {
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

test('removing a listener during a notification does not affect the others', async () => {
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

test('an exception in a listener stops neither the other listeners nor the effects', () => {
  jest.useFakeTimers();
  try {
    const run = jest.fn();
    const store = createStore({ texts: TEXTS, timeout: 10_000, keep() {}, run });
    store.subscribe(({ busy }) => {
      if (busy !== '') throw new Error('a page of the app');
    });
    const second = jest.fn();
    store.subscribe(second);
    store.dispatch({ type: 'checkLate' });
    store.dispatch({
      type: 'checkFailed',
      run: 0,
      failure: { kind: 'offline', status: 0, words: null, ofLogin: false, blocked: false },
    });
    store.dispatch({ type: 'retried' });
    expect(second).toHaveBeenLastCalledWith(expect.objectContaining({ busy: 'retrying' }));
    expect(run).toHaveBeenCalledTimes(1);
    // The error is thrown in a separate task, so App.onError receives it.
    expect(() => jest.runOnlyPendingTimers()).toThrow('a page of the app');
  } finally {
    jest.useRealTimers();
  }
});

test('an event without a change notifies no listener', async () => {
  await begin('member');
  const { subscribe, on } = door();
  const listener = jest.fn();
  subscribe(listener);
  on.typing();
  expect(listener).toHaveBeenCalledTimes(1);
});
