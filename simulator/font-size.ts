/**
 * WeChat's font size setting (我 → 设置 → 通用 → 字体大小), and what it means on each phone. Source of all figures: the
 * guide for elderly people, https://developers.weixin.qq.com/miniprogram/design/elderly.html.
 */
/** The steps of the setting: 0 is the standard, -1 is smaller. 6 is there on Android only. */
export const fontLevels = [-1, 0, 1, 2, 3, 4, 5, 6] as const;
export type FontLevel = (typeof fontLevels)[number];

/** What of a phone decides over its sizes. */
interface FontDevice {
  readonly platform: string;
  /** px. */
  readonly screenWidth: number;
  readonly fontLevel: FontLevel;
}

/** On iOS the size in px goes by the width of the screen: that of the first row that is not wider than it. */
const IOS: readonly { readonly from: number; readonly px: readonly number[] }[] = [
  { from: 744, px: [16, 17, 20, 24.5, 27.5, 29.75, 29.75] },
  { from: 414, px: [16, 17, 18.5, 20, 22, 23.8, 25.5] },
  { from: 375, px: [16, 17, 18, 19.5, 21, 22, 23.8] },
  { from: 0, px: [16, 17, 18, 19, 20.5, 22, 23.8] },
];
const IOS_STANDARD = 17;

/** On Android a step is a factor; the size is the standard times the factor, as a whole number of px. */
const ANDROID = [1, 1, 1, 1.12, 1.125, 1.4, 1.55, 1.65];
const ANDROID_STANDARD = 16;

/** The title of WeChat's own navigation bar on iOS, px. */
const TITLE = [16, 17, 18.5, 20, 20, 20, 20];
/** It grows by this factor at most. */
const TITLE_LIMIT = 1.18;

/** 关怀模式, WeChat's mode for elderly people, enlarges by this factor. */
const CARE = 1.4;

/** The setting, as the mini-program's APIs return it. */
export interface FontSize {
  /** `fontSizeSetting`, px. */
  readonly setting: number;
  /** `fontSizeScaleFactor`. */
  readonly factor: number;
  /** The step that WeChat's mode for elderly people (关怀模式) takes. */
  readonly isCare: boolean;
}

/** The highest step of this phone. */
export const highestFontLevel = ({ platform }: Pick<FontDevice, 'platform'>): FontLevel =>
  platform === 'ios' ? 5 : 6;

/** The place of the step in a table. A step that the phone does not have counts as its highest. */
const placeOf = (device: FontDevice): number => Math.min(device.fontLevel, highestFontLevel(device)) + 1;

/** What the step of this phone comes to. */
export function fontSizeOf(device: FontDevice): FontSize {
  const place = placeOf(device);
  if (device.platform !== 'ios') {
    const factor = ANDROID[place] ?? 1;
    return { setting: Math.round(ANDROID_STANDARD * factor), factor, isCare: factor === CARE };
  }
  const row = IOS.find(({ from }) => device.screenWidth >= from);
  const setting = row?.px[place] ?? IOS_STANDARD;
  const isTablet = device.screenWidth >= 744;
  return { setting, factor: setting / IOS_STANDARD, isCare: setting === (isTablet ? 24.5 : 23.8) };
}

/** How large WeChat's own navigation bar writes its title, px. */
export function titleSizeOf(device: FontDevice): number {
  if (device.platform === 'ios') return TITLE[placeOf(device)] ?? IOS_STANDARD;
  return IOS_STANDARD * Math.min(fontSizeOf(device).factor, TITLE_LIMIT);
}
