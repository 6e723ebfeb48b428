/** All APIs: callbacks, promises, results, error numbers. */

import { readTypings } from '../../simulator/generate/typings';
import apiFields from '../../simulator/generated/api-fields.json';
import generatedVersions from '../../simulator/generated/api-versions.json';
import { AGREED, ask, phoneAt, record, testPhone } from './support/phone';

test('a call calls exactly one of success and fail, then complete [page framework/app-service/api.html]', async () => {
  const test = testPhone();
  expect((await ask(test, (option) => test.wx.login(option))).order).toEqual(['success', 'complete']);
  const failed = await ask(test, (option) => test.wx.getStorage({ key: 'none', ...option }));
  expect(failed.order).toEqual(['fail', 'complete']);
});

test('errMsg is `api:ok` or `api:fail reason` [page framework/app-service/api.html]', async () => {
  const test = testPhone();
  expect((await ask(test, (option) => test.wx.checkSession(option))).result.errMsg).toBe('checkSession:ok');
  const failed = await ask(test, (option) => test.wx.getStorage({ key: 'none', ...option }));
  expect(failed.result.errMsg).toMatch(/^getStorage:fail ./);
});

test('without success, fail and complete a call returns a promise from 2.10.2 on [page framework/app-service/api.html]', async () => {
  await expect(phoneAt('2.10.2').wx.login()).resolves.toMatchObject({ errMsg: 'login:ok' });
  expect(phoneAt('2.10.1').wx.login()).toBeUndefined();
});

test('with any of the three callbacks a call returns no promise [page framework/app-service/api.html]', () => {
  for (const name of ['success', 'fail', 'complete']) {
    expect(testPhone().wx.login({ [name]: () => {} })).toBeUndefined();
  }
});

test('request, uploadFile and downloadFile return tasks, never promises [page framework/app-service/api.html]', async () => {
  const { wx, phone } = testPhone();
  const tasks = [
    wx.request({ url: 'https://api.test/' }),
    wx.uploadFile({ url: 'https://api.test/', filePath: 'none', name: 'file' }),
    wx.downloadFile({ url: 'https://api.test/' }),
  ];
  for (const task of tasks) expect([typeof task.abort, 'then' in task]).toEqual(['function', false]);
  await phone.settle();
});

test('the privacy APIs have no promise form [page api/open-api/privacy/wx.getPrivacySetting.html]', async () => {
  const { wx, phone } = testPhone(AGREED);
  for (const name of ['getPrivacySetting', 'requirePrivacyAuthorize', 'openPrivacyContract'] as const) {
    expect(wx[name]({})).toBeUndefined();
  }
  await phone.settle();
});

test('getSystemInfoAsync has no promise form [typings 5.2.3, getSystemInfoAsync]', async () => {
  const { wx, phone } = testPhone();
  expect(wx.getSystemInfoAsync()).toBeUndefined();
  await phone.settle();
});

/** A fallback API that calls back before it returns. */
function answerAtOnce({ success, complete }: { success?: (result: object) => void; complete?: () => void }) {
  success?.({});
  complete?.();
}

/** APIs with callbacks that call back before they return, according to their documentation. */
const SYNCHRONOUS = ['getSystemInfo'] as const;

test('getSystemInfo is the only asynchronous API that calls its callbacks before it returns [typings 25853; wx.getSystemInfo]', async () => {
  const typings = readTypings();
  const remarks = [...typings.matchAll(/由于历史原因，wx\.(\w+) 是异步的调用格式，但是是同步返回/g)];
  expect([...new Set(remarks.map(([, name]) => name))]).toEqual(SYNCHRONOUS);
  const early: string[] = [];
  for (const name of Object.keys(generatedVersions)) {
    const test = testPhone({ ...AGREED, fallback: { [name]: answerAtOnce } });
    const api = (test.wx as unknown as Record<string, unknown>)[name];
    if (typeof api !== 'function' || !('success' in (apiFields.apis[name as 'login'] ?? {}))) continue;
    let returned = false;
    const note = () => {
      if (!returned && !early.includes(name)) early.push(name);
    };
    test.phone.tap(() => api({ success: note, fail: note, complete: note }));
    returned = true;
    await test.phone.settle();
  }
  expect(early).toEqual(SYNCHRONOUS);
});

test('getSystemInfo calls success, then complete; its promise resolves; the tap gesture stays valid [typings 25853; wx.getSystemInfo]', async () => {
  const test = testPhone();
  const outcome = record(() => test.wx.openSetting({ complete() {} }));
  test.phone.tap(() => test.wx.getSystemInfo(outcome));
  expect(outcome.order).toEqual(['success', 'complete']);
  expect(outcome.result).toMatchObject({ errMsg: 'getSystemInfo:ok', statusBarHeight: 47 });
  expect(test.phone.screen.find('settings')).toBeDefined();
  expect(await test.wx.getSystemInfo()).toEqual(outcome.result);
});

/** Pairs of an API and its `…Sync` form that are both modelled: the parameters of each form. */
const TWINS: Readonly<Record<string, readonly [option: object, args: readonly unknown[]]>> = {
  clearStorage: [{}, []],
  setStorage: [{ key: 'tea', data: '龙井' }, ['tea', '龙井']],
  getStorage: [{ key: 'tea' }, ['tea']],
  getStorageInfo: [{}, []],
  removeStorage: [{ key: 'none' }, ['none']],
  getSystemInfo: [{}, []],
};

test('an API …Sync returns the result of its asynchronous form, without errMsg; getStorageSync returns only the data [page framework/app-service/api.html]', async () => {
  const test = testPhone();
  const wx = test.wx as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  for (const [name, [option, args]] of Object.entries(TWINS)) {
    const { result } = await ask(test, (callbacks) => wx[name]?.({ ...option, ...callbacks }));
    const { errMsg, ...answer } = result;
    expect(errMsg).toBe(`${name}:ok`);
    const value = wx[`${name}Sync`]?.(...args) ?? {};
    expect({ name, value }).toEqual({ name, value: name === 'getStorage' ? answer.data : answer });
  }
});

test('a failure has errno from 2.24.0 on, if its number is known [typings 7928, 10763]', async () => {
  const errnoAt = async (version: string) => {
    const test = phoneAt(version, { authSetting: { 'scope.record': false } });
    return (await ask(test, (option) => test.wx.authorize({ scope: 'scope.record', ...option }))).result
      .errno;
  };
  expect(await errnoAt('2.23.4')).toBeUndefined();
  expect(await errnoAt('2.24.0')).toBe(103);
});

test('a failure whose number is not published has no errno [choice]', async () => {
  const test = testPhone();
  const { result } = await ask(test, (option) => test.wx.getStorage({ key: 'none', ...option }));
  expect(result).not.toHaveProperty('errno');
});

test('a parameter of the wrong type fails with errno 1001 [community https://github.com/Alan1034/network-spanner]', async () => {
  const test = testPhone();
  const { result } = await ask(test, (option) => test.wx.setStorage({ data: 1, ...option } as never));
  expect(result).toEqual({
    errMsg: 'setStorage:fail parameter error: parameter.key should be String instead of Undefined;',
    errno: 1001,
  });
});

test('a synchronous API throws the failure of its asynchronous form [page framework/app-service/api.html]', () => {
  const { wx } = testPhone();
  expect(() => wx.setStorageSync(undefined as never, 1)).toThrow(/^setStorageSync:fail parameter error/);
});

test('after an exception in a callback complete is still called, and the phone continues [choice]', async () => {
  const test = testPhone();
  const outcome = record(() => {
    throw new Error('mine');
  });
  test.wx.login(outcome);
  await test.phone.settle();
  expect(outcome.order).toEqual(['success', 'complete']);
  expect(test.reports.join()).toMatch(/success callback of wx\.login threw.*mine/);
});

test('an exception in a callback of a fallback API, of a listener or of nextTick is handled in the same way [choice]', async () => {
  const boom = () => {
    throw new Error('mine');
  };
  const places: unknown[] = [];
  const test = testPhone({
    fallback: { scanCode: answerAtOnce, onMemoryWarning: (listener: () => void) => listener() },
  });
  test.phone.onError((_error, where) => places.push(where));
  test.wx.scanCode({ success: boom, complete: boom });
  test.wx.onMemoryWarning(boom);
  test.wx.onThemeChange(boom);
  test.wx.nextTick(boom);
  test.wx.getSystemInfo({ success: boom });
  test.wx.getUpdateManager().onCheckForUpdate(boom);
  test.phone.setTheme('dark');
  await test.phone.settle();
  expect(places.sort()).toEqual([
    'A listener of wx.onMemoryWarning',
    'A listener of wx.onThemeChange',
    'The callback of wx.nextTick',
    'The complete callback of wx.scanCode',
    'The listener of UpdateManager.onCheckForUpdate',
    'The success callback of wx.getSystemInfo',
    'The success callback of wx.scanCode',
  ]);
});

test('a process that has ended receives no results [choice]', async () => {
  const test = testPhone();
  const outcome = record();
  test.wx.login(outcome);
  test.phone.kill();
  await test.phone.settle();
  expect(outcome.order).toEqual([]);
});
