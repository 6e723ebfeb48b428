/**
 * Where the official typings (miniprogram-api-typings 5.2.3) are wrong or silent about `wx`, and what is true instead.
 * Everything else is checked against them as they are: every family of APIs `satisfies` a part of `ModelledWx`.
 */
import type { PrivacyListener } from '../privacy';

type Official = WechatMiniprogram.Wx;

/** Results, without `errMsg`, of APIs whose typings do not fit what WeChat answers. */
export interface TrueResults {
  /** `subscriptionsSetting` comes only with `withSubscriptions: true` (its own comment, line 6419). */
  getSetting: {
    authSetting: WechatMiniprogram.AuthSetting;
    subscriptionsSetting?: WechatMiniprogram.SubscriptionsSetting;
  };
  /** The same (line 9595). */
  openSetting: { authSetting: WechatMiniprogram.AuthSetting };
  /** Signed and encrypted parts come only with credentials (line 6624), `cloudID` only with cloud development. */
  getUserInfo: TrueUserData;
  /** The same. */
  getUserProfile: TrueUserData;
  /** `content` is what the person typed when `editable` (line 12202); without it there is none. */
  showModal: { confirm: boolean; cancel: boolean; content: string | null };
  /** Not every phone has every field. */
  getSystemInfo: Partial<WechatMiniprogram.SystemInfo>;
  /** The same. */
  getSystemInfoAsync: Partial<WechatMiniprogram.SystemInfo>;
  /** The data may be of any type: `any` there, `unknown` here. */
  getStorage: { data: unknown };
}

/** What getUserInfo and getUserProfile give. */
export interface TrueUserData {
  userInfo: WechatMiniprogram.UserInfo;
  rawData: string;
  signature?: string;
  encryptedData?: string;
  iv?: string;
}

/** Signatures that the typings give wrongly, or in generic forms that nothing but `wx` itself can satisfy. */
export interface TrueSignatures {
  /** The listener takes (resolve, { referrer }), as its own comment says (line 28796); line 34806 gives it one result. */
  onNeedPrivacyAuthorization(listener: PrivacyListener): void;
  /** Generic in what comes back; the mini-program chooses, the phone cannot know. */
  request(option: WechatMiniprogram.RequestOption): WechatMiniprogram.RequestTask;
  setStorageSync(key: string, data: unknown): void;
  getStorageSync(key: string): unknown;
  getSystemInfoSync(): Partial<WechatMiniprogram.SystemInfo>;
  getAppBaseInfo(): Partial<WechatMiniprogram.AppBaseInfo>;
  getDeviceInfo(): Partial<WechatMiniprogram.DeviceInfo>;
}

/** `wx` as it is: the official type with the corrections above. */
export type ModelledWx = Omit<Official, keyof TrueSignatures> & TrueSignatures;
