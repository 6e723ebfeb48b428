/** Window, bars, capsule and font size of the devices. */
import { fontLevels } from '../../simulator/phone/font-size';
import type { Device } from '../../simulator/types';
import { testPhone } from './support/phone';

const PHONES = [
  { platform: 'ios', screenWidth: 375, screenHeight: 667, statusBarHeight: 20 },
  { platform: 'ios', screenWidth: 430, screenHeight: 932, statusBarHeight: 59 },
  { platform: 'android', screenWidth: 360, screenHeight: 800, statusBarHeight: 28 },
] as const;

test('getMenuButtonBoundingClientRect returns a rectangle in the navigation bar [typings 22532; wx.getMenuButtonBoundingClientRect]', () => {
  for (const device of PHONES) {
    const { wx } = testPhone({ device });
    const { top, right, bottom, left, width, height } = wx.getMenuButtonBoundingClientRect();
    const { statusBarHeight, screenTop, windowWidth } = wx.getWindowInfo();
    expect([right - left, bottom - top]).toEqual([width, height]);
    // Custom navigation bars use this rule: the margins above and below the capsule are equal.
    expect(bottom + (top - statusBarHeight)).toBe(screenTop);
    expect(right).toBeLessThan(windowWidth);
  }
});

test('the navigation bar is 44 px high on iOS and 48 px on Android; the capsule is 87 × 32 px, 7 px from the right edge [choice]', () => {
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

test('getWindowInfo, getSystemInfo and getSystemInfoSync return the same values [typings 22615; wx.getSystemInfoSync]', async () => {
  for (const device of PHONES) {
    const { wx } = testPhone({ device });
    expect(wx.getSystemInfoSync()).toMatchObject(wx.getWindowInfo());
    expect(await wx.getSystemInfo()).toMatchObject(wx.getWindowInfo());
  }
});

/** `fontSizeSetting` and `fontSizeScaleFactor` of a device at each step of WeChat's font-size setting. */
const fontsOf = (device: Partial<Device>) =>
  fontLevels.map((fontLevel) => {
    const { fontSizeSetting, fontSizeScaleFactor } = testPhone({
      device: { ...device, fontLevel },
    }).wx.getAppBaseInfo();
    return [fontSizeSetting, Number(fontSizeScaleFactor.toFixed(3))];
  });

test('on iOS the font size depends on the step and on the screen width; the factor is the size divided by 17 [page design/elderly.html]', () => {
  const sizes = (screenWidth: number) => fontsOf({ platform: 'ios', screenWidth }).map(([px]) => px);
  // iOS has fewer steps: a higher step counts as its highest one.
  expect(sizes(320)).toEqual([16, 17, 18, 19, 20.5, 22, 23.8, 23.8]);
  expect(sizes(375)).toEqual([16, 17, 18, 19.5, 21, 22, 23.8, 23.8]);
  expect(sizes(414)).toEqual([16, 17, 18.5, 20, 22, 23.8, 25.5, 25.5]);
  expect(sizes(820)).toEqual([16, 17, 20, 24.5, 27.5, 29.75, 29.75, 29.75]);
  expect(fontsOf({ platform: 'ios', screenWidth: 375 })[6]).toEqual([23.8, 1.4]);
});

test('an iPhone whose width is between two widths of the table uses the smaller one [choice]', () => {
  expect(fontsOf({ platform: 'ios', screenWidth: 390 })).toEqual(
    fontsOf({ platform: 'ios', screenWidth: 375 }),
  );
  expect(fontsOf({ platform: 'ios', screenWidth: 430 })).toEqual(
    fontsOf({ platform: 'ios', screenWidth: 414 }),
  );
});

test('on Android the font size is 16 times the factor of the step, in whole px [page design/elderly.html]', () => {
  expect(fontsOf({ platform: 'android', screenWidth: 360 })).toEqual([
    [16, 1],
    [16, 1],
    [16, 1],
    [18, 1.12],
    [18, 1.125],
    [22, 1.4],
    [25, 1.55],
    [26, 1.65],
  ]);
});

test('getAppBaseInfo returns the font size from base library 2.23.4 on; getSystemInfo also returns it before that [typings 467; wx.getAppBaseInfo]', () => {
  const { wx } = testPhone({ sdkVersion: '2.23.3', device: { fontLevel: 5 } });
  expect(wx.getAppBaseInfo()).not.toHaveProperty('fontSizeSetting');
  expect(wx.getSystemInfoSync().fontSizeSetting).toBe(23.8);
});
