/** The window: bars, the capsule. */
import { testPhone } from './support/phone';

const PHONES = [
  { platform: 'ios', screenWidth: 375, screenHeight: 667, statusBarHeight: 20 },
  { platform: 'ios', screenWidth: 430, screenHeight: 932, statusBarHeight: 59 },
  { platform: 'android', screenWidth: 360, screenHeight: 800, statusBarHeight: 28 },
] as const;

test('getMenuButtonBoundingClientRect tells a rectangle that lies in the navigation bar [typings 22532; wx.getMenuButtonBoundingClientRect]', () => {
  for (const device of PHONES) {
    const { wx } = testPhone({ device });
    const { top, right, bottom, left, width, height } = wx.getMenuButtonBoundingClientRect();
    const { statusBarHeight, screenTop, windowWidth } = wx.getWindowInfo();
    expect([right - left, bottom - top]).toEqual([width, height]);
    // The usual way to draw one's own bar: as far below the capsule as the capsule is below the status bar.
    expect(bottom + (top - statusBarHeight)).toBe(screenTop);
    expect(right).toBeLessThan(windowWidth);
  }
});

test('the navigation bar is 44 px high on iOS and 48 on Android, the capsule 87 × 32 px, 7 px from the right [choice]', () => {
  const bars = PHONES.map((device) => {
    const { wx } = testPhone({ device });
    const { screenTop, statusBarHeight } = wx.getWindowInfo();
    const { width, height, right } = wx.getMenuButtonBoundingClientRect();
    return [screenTop - statusBarHeight, width, height, device.screenWidth - right];
  });
  expect(bars).toEqual([
    [44, 87, 32, 7],
    [44, 87, 32, 7],
    [48, 87, 32, 7],
  ]);
});

test('getWindowInfo, getSystemInfo and getSystemInfoSync agree [typings 22615; wx.getSystemInfoSync]', async () => {
  for (const device of PHONES) {
    const { wx } = testPhone({ device });
    expect(wx.getSystemInfoSync()).toMatchObject(wx.getWindowInfo());
    expect(await wx.getSystemInfo()).toMatchObject(wx.getWindowInfo());
  }
});
