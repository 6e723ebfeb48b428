/** The sheet's stills in two themes come from one start if the mini-program has not read the theme. */
import { watchThemeReads } from '../../preview/phone/stage/theme-reads';
import { testPhone } from './support/phone';

function watchedPhone() {
  const { phone } = testPhone({ device: { theme: 'dark' } });
  return { isRead: watchThemeReads(phone), phone };
}

const once = (call: (option: object) => unknown) =>
  new Promise<Record<string, unknown>>((success) => call({ success }));

it.each([
  ['getAppBaseInfo', ({ wx }) => wx.getAppBaseInfo()],
  ['getSystemInfoSync', ({ wx }) => wx.getSystemInfoSync()],
  ['getSystemInfo with success', ({ wx }) => once(wx.getSystemInfo)],
  ['getSystemInfo as a promise', ({ wx }) => wx.getSystemInfo()],
  ['getSystemInfoAsync', ({ wx }) => once(wx.getSystemInfoAsync)],
] as [string, (phone: ReturnType<typeof testPhone>['phone']) => unknown][])(
  '%s: a call is not a read; a use of `theme` is, also by a copy',
  async (_name, call) => {
    for (const read of [
      (info: Record<string, unknown>) => info.theme,
      (info: Record<string, unknown>) => ({ ...info }).theme,
      (info: Record<string, unknown>) => JSON.parse(JSON.stringify(info)).theme,
    ]) {
      const { phone, isRead } = watchedPhone();
      const info = (await call(phone)) as Record<string, unknown>;
      expect(info.SDKVersion).toBe(phone.sdkVersion);
      expect(isRead()).toBe(false);
      expect(read(info)).toBe('dark');
      expect(isRead()).toBe(true);
    }
  },
);

it('the next process is watched too', () => {
  const { phone, isRead } = watchedPhone();
  phone.kill();
  expect(phone.wx.getAppBaseInfo().theme).toBe('dark');
  expect(isRead()).toBe(true);
});
