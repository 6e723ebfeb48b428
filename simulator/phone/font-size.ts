/**
 * WeChat's font size setting (我 → 设置 → 通用 → 字体大小), and its effect on each phone. Source of all figures: the guide for
 * elderly people, https://developers.weixin.qq.com/miniprogram/design/elderly.html.
 */
/** The levels of the setting: 0 is the standard, -1 is smaller. Only Android has 6. */
export const fontLevels = [-1, 0, 1, 2, 3, 4, 5, 6] as const;
export type FontLevel = (typeof fontLevels)[number];

/** The properties of a phone that determine its font sizes. */
interface FontDevice {
  readonly platform: string;
  /** px. */
  readonly screenWidth: number;
  readonly fontLevel: FontLevel;
}

/**
 * iOS: the font sizes in px for each level, by screen width. The first row with `from` ≤ the screen's width applies.
 */
const IOS: readonly { readonly from: number; readonly px: readonly number[] }[] = [
  { from: 744, px: [16, 17, 20, 24.5, 27.5, 29.75, 29.75] },
  { from: 414, px: [16, 17, 18.5, 20, 22, 23.8, 25.5] },
  { from: 375, px: [16, 17, 18, 19.5, 21, 22, 23.8] },
  { from: 0, px: [16, 17, 18, 19, 20.5, 22, 23.8] },
];
const IOS_STANDARD = 17;

/** Android: the factor of each level. The size is the standard size times the factor, rounded to whole px. */
const ANDROID = [1, 1, 1, 1.12, 1.125, 1.4, 1.55, 1.65];
const ANDROID_STANDARD = 16;

/** iOS: the title size of WeChat's navigation bar for each level, px. */
const TITLE = [16, 17, 18.5, 20, 20, 20, 20];
/** Android: the maximum factor of the navigation bar's title. */
const TITLE_LIMIT = 1.18;

/** The factor of 关怀模式, WeChat's mode for elderly people. */
const CARE = 1.4;

/** The setting, as the mini-program's APIs return it. */
interface FontSize {
  /** `fontSizeSetting`, px. */
  readonly setting: number;
  /** `fontSizeScaleFactor`. */
  readonly factor: number;
  /** Is this the level of WeChat's mode for elderly people (关怀模式)? */
  readonly isCare: boolean;
}

/** The highest level of this phone. */
export const highestFontLevel = ({ platform }: Pick<FontDevice, 'platform'>): FontLevel =>
  platform === 'ios' ? 5 : 6;

/** The index of the level in a table. A level that the phone does not have counts as its highest level. */
const placeOf = (device: FontDevice): number => Math.min(device.fontLevel, highestFontLevel(device)) + 1;

/** The font size for the level of this phone. */
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

/** The title size of WeChat's navigation bar, px. */
export function titleSizeOf(device: FontDevice): number {
  if (device.platform === 'ios') return TITLE[placeOf(device)] ?? IOS_STANDARD;
  return IOS_STANDARD * Math.min(fontSizeOf(device).factor, TITLE_LIMIT);
}
