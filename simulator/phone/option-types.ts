/** Types of the phone's options: hardware, clock, account, rules. Part of `types.ts`. */
import type { Era, WechatForPhones } from '../../mock-server/wechat/types';
import type { FontLevel } from './font-size';

/** The phone's time. The virtual clock (`clock.ts`) and the browser's timers both implement it. */
export interface PhoneClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Returns a handle for `clearTimeout`. */
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** The clock of servers and networks, if it differs: it continues while the phone's clock is stopped. */
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
  /** The level of WeChat's font size setting: 0 is the standard, -1 to 5, on Android up to 6. See `font-size.ts`. */
  fontLevel: FontLevel;
}

/** The verdict of WeChat's nickname review; `timeout`: no verdict in time. */
export type NicknameVerdict = 'pass' | 'reject' | 'timeout';

/** The argument of a substitute for an API: the mini-program's parameters, always with the three callbacks. */
export interface SubstituteCall {
  success(result?: unknown): void;
  fail(result?: unknown): void;
  complete(result?: unknown): void;
  readonly [parameter: string]: unknown;
}

/** Substitutes for APIs that the phone does not model, by name: functions, or objects such as `cloud`. */
export type Substitutes = Readonly<
  Record<string, ((call: SubstituteCall) => unknown) | object | string | number | boolean>
>;

/** The options of a phone. Only `wechat`, `fetch` and `account` have no default. */
export interface PhoneOptions {
  wechat: WechatForPhones;
  /** Sends the requests of `wx.request`, `wx.uploadFile` and `wx.downloadFile`. */
  fetch: typeof globalThis.fetch;
  /** The id of the account that is logged in to WeChat on this phone. */
  account: string;
  /** Default `fill`: today's rules. */
  era?: Era;
  /** Base-library version, e.g. `3.16.2`. Default: a version typical of the era. */
  sdkVersion?: string;
  /** Scopes that the user has been asked for: true = granted, false = refused, absent = never asked. */
  authSetting?: Readonly<Record<string, boolean>>;
  /** The storage that earlier runs of the mini-program have left. */
  storage?: Readonly<Record<string, unknown>>;
  /** Must the user still agree to the privacy contract? Default: yes in the era `fill`, no in earlier ones. */
  privacy?: { needAuthorization?: boolean; contractName?: string };
  clock?: PhoneClock;
  online?: boolean;
  /**
   * A slow network: requests and uploads take time on the phone's clock, and `wx.getNetworkType` returns `3g`. Default:
   * no delay, `wifi`.
   */
  speed?: Speed;
  envVersion?: 'develop' | 'trial' | 'release';
  /**
   * Origins that the mini-program may reach, e.g. `https://api.example.com`; null = no check of origins, as in DevTools
   * with `urlCheck: false`.
   */
  allowedOrigins?: readonly string[] | null;
  device?: Partial<Device>;
  /**
   * The effect of the fifth call of `login`, `checkSession`, `getSetting`, `getUserInfo` or `getUserProfile` within a
   * second: a report to the developer, or a failure of the call. Default `report`, because WeChat's page
   * (miniprogram/dev/framework/performance/api-frequency.html) mentions warnings, not failures.
   */
  frequencyLimit?: 'report' | 'fail';
  /**
   * Which nicknames WeChat's review rejects: names that contain one of these words, or the verdict of a function.
   * Default: none.
   */
  nicknameReview?: readonly string[] | ((name: string) => NicknameVerdict);
  /** Permissions for `<button open-type="getPhoneNumber">` and `getRealtimePhoneNumber`. */
  phoneNumber?: {
    /**
     * The owner of the mini-program. The mini-program of an individual gets no phone numbers. Default `organisation`.
     */
    owner?: 'organisation' | 'individual';
    /**
     * The number of phone numbers that each of the two buttons returns before its quota is used up. Default 1000,
     * WeChat's trial quota.
     */
    quota?: number;
  };
  /** Substitutes for APIs that the phone does not model. Each use is reported once. */
  fallback?: Substitutes;
  /**
   * Called with messages for the developer: an API that is not modelled, an error in a callback. Default: console.warn.
   */
  report?: (message: string) => void;
}
