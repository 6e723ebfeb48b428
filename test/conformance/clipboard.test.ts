/** The clipboard, and base64. */
import { AGREED, ask, phoneAt, testPhone } from './support/phone';

test('getClipboardData returns the text of setClipboardData, also in the next process [typings 31157; wx.setClipboardData]', async () => {
  const test = testPhone(AGREED);
  await ask(test, (option) => test.wx.setClipboardData({ data: '龙井', ...option }));
  test.phone.kill();
  const { result } = await ask(test, (option) => test.phone.wx.getClipboardData(option));
  expect(result).toEqual({ data: '龙井', errMsg: 'getClipboardData:ok' });
});

test('setClipboardData shows 内容已复制 for 1.5 s [typings 31157; wx.setClipboardData]', async () => {
  const test = testPhone(AGREED);
  await ask(test, (option) => test.wx.setClipboardData({ data: 'a', ...option }));
  expect(test.phone.screen.get('toast').title).toBe('内容已复制');
  await test.clock.advance(1500);
  expect(test.phone.screen.find('toast')).toBeUndefined();
});

test('the clipboard APIs need consent to the privacy contract [page framework/user-privacy/miniprogram-intro.html]', async () => {
  for (const api of ['setClipboardData', 'getClipboardData'] as const) {
    const test = phoneAt('3.16.2', { privacy: { needAuthorization: true } });
    const call = test.wx[api] as (option: object) => unknown;
    const outcome = await ask(test, (option) => call({ data: 'a', ...option }));
    expect(outcome.order).toEqual([]);
    test.phone.screen.get('privacy').disagree();
    await test.phone.settle();
    expect(outcome.result.errMsg).toBe(`${api}:fail privacy permission is not authorized`);
  }
});

test('base64ToArrayBuffer and arrayBufferToBase64 are inverse functions [typings 22289; wx.base64ToArrayBuffer]', () => {
  const { wx } = testPhone();
  const buffer = wx.base64ToArrayBuffer('6Iy2');
  expect([...new Uint8Array(buffer)]).toEqual([0xe8, 0x8c, 0xb6]);
  expect(wx.arrayBufferToBase64(buffer)).toBe('6Iy2');
});
