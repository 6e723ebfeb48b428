/** Storage: limits, types, missing keys, encryption. */
import { ask, phoneAt, type TestPhone, testPhone } from './support/phone';

const MB = 1024 * 1024;
const write = (test: TestPhone, key: string, data: unknown, option: object = {}) =>
  ask(test, (callbacks) => test.wx.setStorage({ key, data, ...option, ...callbacks }));
const read = (test: TestPhone, key: string, option: object = {}) =>
  ask(test, (callbacks) => test.wx.getStorage({ key, ...option, ...callbacks }));

test('one entry has at most 1 MB [typings 31303; wx.setStorage]', async () => {
  const test = testPhone();
  expect((await write(test, 'fits', 'a'.repeat(MB - 100))).order[0]).toBe('success');
  expect((await write(test, 'large', 'a'.repeat(MB))).order[0]).toBe('fail');
  // Bytes count, not characters.
  expect((await write(test, 'large', '字'.repeat(MB / 3))).order[0]).toBe('fail');
});

test('all entries together have at most 10 MB [typings 31303; wx.setStorage]', async () => {
  const test = testPhone();
  for (let index = 0; index < 10; index += 1) await write(test, `k${index}`, 'a'.repeat(MB - 100));
  expect((await write(test, 'more', 'a'.repeat(2000))).order[0]).toBe('fail');
  expect((await write(test, 'k0', 'small')).order[0]).toBe('success');
});

test('a full storage fails with `exceed storage max size 10Mb` [community https://github.com/tensorflow/tfjs-wechat/issues/52]', async () => {
  const test = testPhone();
  for (let index = 0; index < 10; index += 1) test.wx.setStorageSync(`k${index}`, 'a'.repeat(MB - 100));
  expect((await write(test, 'more', 'a'.repeat(2000))).result.errMsg).toBe(
    'setStorage:fail exceed storage max size 10Mb',
  );
  expect(() => test.wx.setStorageSync('more', 'a'.repeat(2000))).toThrow(
    'setStorageSync:fail exceed storage max size 10Mb',
  );
});

test('an entry that is too large fails with `entry size limit reached` [choice]', async () => {
  expect((await write(testPhone(), 'large', 'a'.repeat(MB))).result.errMsg).toBe(
    'setStorage:fail entry size limit reached',
  );
});

test('native types, Date and JSON data are read back as they were stored [typings 11865; wx.setStorage]', async () => {
  const test = testPhone();
  const values = ['text', 0, false, null, { a: [1, { b: '二' }] }, new Date(0), Number.NaN];
  for (const [index, value] of values.entries()) {
    await write(test, `k${index}`, value);
    expect((await read(test, `k${index}`)).result.data).toEqual(value);
  }
});

test('a value that is not a native type, Date, array or plain object is read back as an empty string [community https://github.com/chemzqm/wept]', async () => {
  const test = testPhone();
  for (const value of [new Map([[1, 2]]), /x/, new ArrayBuffer(2), new Error('x'), () => 1]) {
    await write(test, 'k', value);
    expect((await read(test, 'k')).result.data).toBe('');
  }
});

test('the stored value is a copy [typings 11865; wx.setStorage]', async () => {
  const test = testPhone();
  const mine = { a: 1 };
  await write(test, 'k', mine);
  mine.a = 2;
  expect((await read(test, 'k')).result.data).toEqual({ a: 1 });
});

test('for data that cannot be serialised setStorage fails and setStorageSync throws [typings 31351; wx.setStorageSync]', async () => {
  const round: Record<string, unknown> = {};
  round.self = round;
  const test = testPhone();
  expect((await write(test, 'k', round)).order[0]).toBe('fail');
  expect(() => test.wx.setStorageSync('k', round)).toThrow(/^setStorageSync:fail /);
});

test('a missing key: getStorage fails with `data not found` [community https://glpla.github.io/minip/storage.html]', async () => {
  expect((await read(testPhone(), 'none')).result.errMsg).toBe('getStorage:fail data not found');
});

test('a missing key: getStorageSync returns an empty string [community https://github.com/chemzqm/wept]', () => {
  expect(testPhone().wx.getStorageSync('none')).toBe('');
});

test('getStorageInfo returns keys, and sizes in KB [typings 6498; wx.getStorageInfo]', async () => {
  const test = testPhone();
  await write(test, 'k', 'a'.repeat(2000));
  const { result } = await ask(test, (option) => test.wx.getStorageInfo(option));
  expect(result).toMatchObject({ keys: ['k'], currentSize: 2, limitSize: 10 * 1024 });
  expect(test.wx.getStorageInfoSync()).toMatchObject({ keys: ['k'], currentSize: 2, limitSize: 10 * 1024 });
});

test('removeStorage and clearStorage delete entries, in both forms [page framework/ability/storage.html]', async () => {
  const test = testPhone({ storage: { a: 1, b: 2, c: 3, d: 4 } });
  test.wx.removeStorageSync('a');
  await ask(test, (option) => test.wx.removeStorage({ key: 'b', ...option }));
  expect(Object.keys(test.phone.storage)).toEqual(['c', 'd']);
  await ask(test, (option) => test.wx.clearStorage(option));
  expect(test.phone.storage).toEqual({});
  test.wx.setStorageSync('e', 5);
  test.wx.clearStorageSync();
  expect(test.phone.storage).toEqual({});
});

test('an encrypted entry has at most 0.7 MB, from 2.21.3 on [typings 11873; wx.setStorage]', async () => {
  const encrypted = async (sdkVersion: string, size: number) =>
    (await write(phoneAt(sdkVersion), 'k', 'a'.repeat(size), { encrypt: true })).order[0];
  expect(await encrypted('2.21.3', 0.7 * MB)).toBe('success');
  expect(await encrypted('2.21.3', 0.75 * MB)).toBe('fail');
  expect(await encrypted('2.21.2', 0.75 * MB)).toBe('success');
});

test('encrypted data is read with encrypt: true [typings 11873; wx.setStorage]', async () => {
  const test = testPhone();
  await write(test, 'k', { a: 1 }, { encrypt: true });
  expect((await read(test, 'k', { encrypt: true })).result.data).toEqual({ a: 1 });
});

test('an entry that is read with the wrong value of encrypt counts as missing [choice]', async () => {
  const test = testPhone({ storage: { plain: 1 } });
  await write(test, 'secret', 1, { encrypt: true });
  expect((await read(test, 'secret')).result.errMsg).toBe('getStorage:fail data not found');
  expect((await read(test, 'plain', { encrypt: true })).order[0]).toBe('fail');
  expect(test.wx.getStorageSync('secret')).toBe('');
});

test('storage belongs to an account: another account on the phone does not see it [page framework/ability/storage.html]', async () => {
  const test = testPhone({ authSetting: { 'scope.userInfo': true } });
  const wx = () => test.phone.wx;
  await write(test, 'k', 1);
  const fs = wx().getFileSystemManager();
  fs.writeFileSync(`${wx().env.USER_DATA_PATH}/a.txt`, 'a');
  const mine = test.phone.account;
  test.phone.switchAccount('chen');
  expect(test.phone.account).toBe('chen');
  expect([wx().getStorageSync('k'), test.phone.files, test.phone.authSetting]).toEqual(['', [], {}]);
  wx().setStorageSync('k', 2);
  test.phone.switchAccount(mine);
  expect(wx().getStorageSync('k')).toBe(1);
  expect(test.phone.files).toHaveLength(1);
  expect(test.phone.authSetting).toEqual({ 'scope.userInfo': true });
  test.phone.switchAccount('chen');
  expect(wx().getStorageSync('k')).toBe(2);
});

test('storage stays after the end of the process, until the mini-program is deleted [page framework/ability/storage.html]', async () => {
  const test = testPhone();
  await write(test, 'k', 1);
  test.phone.kill();
  expect(test.wx.getStorageSync('k')).toBe(1);
  test.phone.uninstall();
  expect(test.wx.getStorageSync('k')).toBe('');
});
