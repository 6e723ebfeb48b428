/** The phone's hardware. */
import type { Device, Era } from '../types';

/** WeChat's version in each era: since 6.7.2, `showModal` succeeds when the user cancels. */
const WECHAT_VERSION: Readonly<Record<Era, string>> = {
  legacy: '6.6.6',
  button: '7.0.12',
  profile: '8.0.14',
  fill: '8.0.56',
};

/** An iPhone of ordinary size with `changes` applied. */
export function deviceOf(era: Era, changes: Partial<Device> = {}): Device {
  return {
    brand: 'iPhone',
    model: 'iPhone 15',
    platform: 'ios',
    system: 'iOS 17.5',
    version: WECHAT_VERSION[era],
    language: 'zh_CN',
    theme: 'light',
    screenWidth: 390,
    screenHeight: 844,
    pixelRatio: 3,
    statusBarHeight: 47,
    safeAreaBottom: 34,
    keyboardHeight: 336,
    fontLevel: 0,
    ...changes,
  };
}

/** Height of the navigation bar without the status bar, in px, by platform. */
export const navigationBarHeight = { ios: 44, android: 48, devtools: 44 } as const;

/** The menu button (capsule) at the right of the navigation bar. Sizes in CSS px; no official page documents them. */
const CAPSULE = { width: 87, height: 32, right: 7 };

/** The rectangle that `wx.getMenuButtonBoundingClientRect` returns. */
export function menuButtonOf({ screenWidth, statusBarHeight, platform }: Device) {
  const { width, height } = CAPSULE;
  const top = statusBarHeight + (navigationBarHeight[platform] - height) / 2;
  const right = screenWidth - CAPSULE.right;
  return { width, height, top, right, bottom: top + height, left: right - width };
}
