/** Storage: copies, invalid values, and the entries as a tool sees them. */
import { testPhone } from './support/phone';

const MB = 1024 * 1024;

it('stores JSON values, dates and special numbers, as copies', () => {
  const { wx, phone } = testPhone();
  const value = { list: [1, { deep: '深' }], none: null };
  wx.setStorageSync('object', value);
  value.list.push(2);
  expect(wx.getStorageSync('object')).toEqual({ list: [1, { deep: '深' }], none: null });
  const read = wx.getStorageSync('object');
  read.list.length = 0;
  expect(wx.getStorageSync('object').list).toHaveLength(2);
  const date = new Date(1_700_000_000_000);
  wx.setStorageSync('date', date);
  expect(wx.getStorageSync('date')).toEqual(date);
  wx.setStorageSync('nan', Number.NaN);
  expect(wx.getStorageSync('nan')).toBeNaN();
  for (const plain of [0, '', false, null]) {
    wx.setStorageSync('plain', plain);
    expect(wx.getStorageSync('plain')).toBe(plain);
  }
  expect(Object.keys(phone.storage)).toEqual(['object', 'date', 'nan', 'plain']);
});

it('starts with the entries of earlier runs', () => {
  const { wx } = testPhone({ storage: { session: { v: 1, value: 'abc' } } });
  expect(wx.getStorageSync('session')).toEqual({ v: 1, value: 'abc' });
});

it('refuses values that cannot be stored, and a key that is not a string', () => {
  const { wx } = testPhone();
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(() => wx.setStorageSync('circle', circle)).toThrow(/setStorageSync:fail data cannot be stored/);
  expect(() => wx.setStorageSync(undefined as never, 1)).toThrow(/parameter\.key should be String/);
});

it('a tool reads entries with type and size, and changes them without an API call', () => {
  const { wx, phone } = testPhone({ storage: { text: '字', list: [1], none: null, bytes: true } });
  wx.setStorageSync('when', new Date(0));
  wx.setStorageSync('text', '字');
  const calls = phone.events.length;
  const listed = () => phone.stored.entries().map(({ key, type, bytes }) => `${key} ${type} ${bytes}`);
  expect(listed()).toEqual([
    'text String 8',
    'list Array 8',
    'none Null 5',
    'bytes Boolean 10',
    'when Date 6',
  ]);
  const revision = () => phone.stored.entries().find(({ key }) => key === 'text')?.revision;
  const before = revision();
  phone.stored.set('text', '字');
  expect(revision()).toBe(before);
  phone.stored.set('text', { a: 1 });
  phone.stored.remove('list');
  expect(revision()).not.toBe(before);
  expect(phone.events).toHaveLength(calls);
  expect(wx.getStorageSync('text')).toEqual({ a: 1 });
  expect(phone.stored.bytes).toBe(phone.stored.entries().reduce((sum, { bytes }) => sum + bytes, 0));
  expect(() => phone.stored.set('big', 'x'.repeat(MB))).toThrow('entry size limit reached');
});

it('an encrypted entry stays encrypted when a tool changes it', async () => {
  const { wx, phone } = testPhone();
  await wx.setStorage({ key: 'secret', data: 'a', encrypt: true });
  phone.stored.set('secret', 'b');
  expect(phone.stored.entries()).toMatchObject([{ key: 'secret', encrypted: true }]);
  expect(await wx.getStorage({ key: 'secret', encrypt: true })).toMatchObject({ data: 'b' });
});
