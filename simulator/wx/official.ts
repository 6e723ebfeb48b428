/**
 * Corrections of the official typings (miniprogram-api-typings 5.2.3) of `wx`, where they are wrong or incomplete.
 * Everything else is checked against the original typings: every group of APIs `satisfies` a part of `ModelledWx`.
 */
import type { PrivacyListener } from '../phone/privacy';

type Official = WechatMiniprogram.Wx;

/** Results, without `errMsg`, of APIs whose typings differ from WeChat's real answers. */
export interface TrueResults {
  /** `subscriptionsSetting` is present only with `withSubscriptions: true` (according to its comment, line 6419). */
  getSetting: {
    authSetting: WechatMiniprogram.AuthSetting;
    subscriptionsSetting?: WechatMiniprogram.SubscriptionsSetting;
  };
  /** As for `getSetting` (line 9595). */
  openSetting: { authSetting: WechatMiniprogram.AuthSetting };
  /**
   * The signed and encrypted fields are present only with credentials (line 6624), `cloudID` only with cloud
   * development.
   */
  getUserInfo: TrueUserData;
  /** As for `getUserInfo`. */
  getUserProfile: TrueUserData;
  /** `content` is the user's input if `editable` (line 12202), else null. */
  showModal: { confirm: boolean; cancel: boolean; content: string | null };
  /** Some fields are missing on some phones. */
  getSystemInfo: Partial<WechatMiniprogram.SystemInfo>;
  /** As for `getSystemInfo`. */
  getSystemInfoAsync: Partial<WechatMiniprogram.SystemInfo>;
  /** The data may be of any type: `any` in the typings, `unknown` here. */
  getStorage: { data: unknown };
}

/** The result of getUserInfo and getUserProfile. */
export interface TrueUserData {
  userInfo: WechatMiniprogram.UserInfo;
  rawData: string;
  signature?: string;
  encryptedData?: string;
  iv?: string;
}

/** Signatures that are wrong in the typings, or generic in a way that only `wx` itself can satisfy. */
interface TrueSignatures {
  /**
   * The listener's parameters are (resolve, { referrer }), according to its comment (line 28796); in line 34806 it has
   * one parameter.
   */
  onNeedPrivacyAuthorization(listener: PrivacyListener): void;
  /** The result type is generic in the typings: the mini-program chooses it, so the phone cannot know it. */
  request(option: WechatMiniprogram.RequestOption): WechatMiniprogram.RequestTask;
  setStorageSync(key: string, data: unknown): void;
  getStorageSync(key: string): unknown;
  getSystemInfoSync(): Partial<WechatMiniprogram.SystemInfo>;
  getAppBaseInfo(): Partial<WechatMiniprogram.AppBaseInfo>;
  getDeviceInfo(): Partial<WechatMiniprogram.DeviceInfo>;
}

/** The real `wx`: the official type with the corrections above. */
export type ModelledWx = Omit<Official, keyof TrueSignatures> & TrueSignatures;
