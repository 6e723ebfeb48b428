/** What a phone is made of: hardware, clock, person, rules. Part of `types.ts`. */
import type { Era, WechatForPhones } from '../mock-server/wechat/types';
import type { FontLevel } from './font-size';

/** The phone's time. The virtual clock (`clock.ts`) and the browser's own timers both fit. */
export interface PhoneClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Returns a handle for `clearTimeout`. */
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** Where the world outside has a time of its own, which goes on while the phone's is held: that one. */
  readonly world?: PhoneClock;
}

/** A slow network. See `link-speed.ts`. */
export type Speed = 'fast-3g' | 'slow-3g';

/** The hardware, as `wx.getSystemInfoSync` returns it. Sizes in CSS px. */
export interface Device {
  brand: string;
  model: string;
  platform: 'ios' | 'android' | 'devtools';
  /** Operating system and version, e.g. `iOS 17.5`. */
  system: string;
  /** WeChat's version, e.g. `8.0.56`. */
  version: string;
  language: 'zh_CN' | 'zh_TW' | 'en';
  theme: 'light' | 'dark';
  screenWidth: number;
  screenHeight: number;
  pixelRatio: number;
  statusBarHeight: number;
  /** Distance from the bottom edge to the safe area. */
  safeAreaBottom: number;
  /** Height of the keyboard in CSS px; 0 on a device with keys, where `keyboardheightchange` never fires. */
  keyboardHeight: number;
  /** WeChat's font size setting: steps above the standard, -1 to 5, on Android to 6. See `font-size.ts`. */
  fontLevel: FontLevel;
}

/** What WeChat's check says of a nickname; `timeout`: it does not answer. */
export type NicknameVerdict = 'pass' | 'reject' | 'timeout';

/** What a substitute for an API is called with: the mini-program's parameters, and always the three callbacks. */
export interface SubstituteCall {
  success(result?: unknown): void;
  fail(result?: unknown): void;
  complete(result?: unknown): void;
  readonly [parameter: string]: unknown;
}

/** Substitutes for APIs that are not modelled, by name: functions, or objects such as `cloud`. */
export type Substitutes = Readonly<
  Record<string, ((call: SubstituteCall) => unknown) | object | string | number | boolean>
>;

/** Everything a phone starts with. Only `wechat`, `fetch` and `account` have no default. */
export interface PhoneOptions {
  wechat: WechatForPhones;
  /** Carries `wx.request`, `wx.uploadFile` and `wx.downloadFile`. */
  fetch: typeof globalThis.fetch;
  /** The id of the account that is logged in to WeChat on this phone. */
  account: string;
  /** Default `fill`: the rules of today. */
  era?: Era;
  /** Base-library version, e.g. `3.16.2`. Default: a version typical of the era. */
  sdkVersion?: string;
  /** Scopes already asked for: true granted, false refused; absent = never asked. */
  authSetting?: Readonly<Record<string, boolean>>;
  /** What the mini-program stored in earlier runs. */
  storage?: Readonly<Record<string, unknown>>;
  /** Has the person still to agree to the privacy contract? Default: not needed before `fill`, needed in it. */
  privacy?: { needAuthorization?: boolean; contractName?: string };
  clock?: PhoneClock;
  online?: boolean;
  /** A slow network: each request and upload takes phone time, and `wx.getNetworkType` says `3g`. Default: at once, `wifi`. */
  speed?: Speed;
  envVersion?: 'develop' | 'trial' | 'release';
  /**
   * Origins that the mini-program may reach, e.g. `https://api.example.com`; null = the url check is off, as in DevTools
   * with `urlCheck: false`.
   */
  allowedOrigins?: readonly string[] | null;
  device?: Partial<Device>;
  /**
   * What happens at the fifth call within a second of `login`, `checkSession`, `getSetting`, `getUserInfo` or
   * `getUserProfile`: a report to the developer, or a failure of the call. Default `report`: WeChat's page on it
   * (miniprogram/dev/framework/performance/api-frequency.html) speaks of warnings, not of failures.
   */
  frequencyLimit?: 'report' | 'fail';
  /**
   * The nicknames that WeChat's check refuses: names that contain one of these words, or what the function decides.
   * Default: none.
   */
  nicknameReview?: readonly string[] | ((name: string) => NicknameVerdict);
  /** What the mini-program may do with `<button open-type="getPhoneNumber">` and `getRealtimePhoneNumber`. */
  phoneNumber?: {
    /** Whose mini-program it is: an individual's gets no numbers. Default `organisation`. */
    owner?: 'organisation' | 'individual';
    /** How many numbers each of the two buttons gives before the quota is used up. Default 1000, WeChat's trial quota. */
    quota?: number;
  };
  /** APIs to fall back on for what is not modelled; each use is reported once. */
  fallback?: Substitutes;
  /** Called with what a developer should know: an API that is not modelled, an error in a callback. Default: console.warn. */
  report?: (message: string) => void;
}
