/**
 * Code that `legacy`, `button` and `profile` share: read the profile that WeChat gives, and explain in a modal after a
 * refusal.
 */
import { REQUEST_TIMEOUT } from '../../services/config';
import { WxFailure, wxCall } from '../../services/wx-call';
import { denialOf } from '../denial';
import { denialOfScope, openSettings, scopeIn, scopeState } from '../scope';
import type { Given, Way, Words } from '../types';

/** The scope that `getUserInfo` needs. It is independent of the login. */
export const USER_INFO = 'scope.userInfo';

/** Texts before the user was asked. */
export const WELCOME: Words = ['你好，欢迎', '授权后，这里会显示你的头像和昵称'];

/** Label of the button. */
export const LABEL = '授权登录';

/** The data that `getUserInfo`, `getUserProfile` and the button's event contain. */
export interface UserData {
  userInfo: WechatMiniprogram.UserInfo;
  rawData?: string;
  signature?: string;
  encryptedData?: string;
  iv?: string;
}

/**
 * Reads the profile that WeChat gave. `title` is no field of WeChat's, so it is not sent.
 * @throws WxFailure if there is no nickname
 */
export function givenIn(data: UserData): Given {
  const { nickName, avatarUrl, gender, country, province, city } = Object(
    data.userInfo,
  ) as UserData['userInfo'];
  if (typeof nickName !== 'string') throw new WxFailure('getUserInfo:fail no nickName');
  const { rawData, signature, encryptedData, iv } = data;
  const signed = rawData && signature ? { rawData, signature } : null;
  const proof = signed && encryptedData && iv ? { ...signed, encryptedData, iv } : signed;
  return { info: { nickName, avatarUrl, gender, country, province, city }, proof };
}

/** `wx.getUserInfo`. It opens no dialog if the scope is granted, so the time limit of a request applies. */
export async function getUserInfo(): Promise<Given> {
  const take = (withCredentials: boolean) =>
    wxCall<UserData>(
      (callbacks) => wx.getUserInfo({ withCredentials, lang: 'zh_CN', ...callbacks }),
      REQUEST_TIMEOUT,
    );
  // If the session key is invalid, WeChat gives the profile only without a signature.
  const data = await take(true).catch((failure) => {
    if (denialOf(failure) === 'failed' && !/timeout/.test(failure.errMsg)) return take(false);
    throw failure;
  });
  return givenIn(data);
}

const EXPLANATION = {
  title: '提示',
  content: '若不授权微信登录,则无法使用小程序。点击"授权"按钮并允许使用"用户信息"方可正常使用。',
  cancelText: '取消',
  confirmText: '授权',
} as const;

/**
 * Explains in a modal why the profile is needed.
 * @param agreed runs in the modal's own callback, which counts as a tap. It must not run after an `await`: some phones
 *   no longer count that as a tap.
 * @returns the result of `agreed`, or null if the user did not agree
 */
export function explain<T>(agreed: () => Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    wx.showModal({
      ...EXPLANATION,
      success: (answer) => {
        if (Object(answer).confirm) agreed().then(resolve, reject);
        else resolve(null);
      },
      // Older Android phones report a tap outside the modal as a failure.
      fail: () => resolve(null),
    });
  });
}

async function visitSettings(detail?: unknown): Promise<Given | null> {
  const state = detail
    ? scopeIn((detail as { authSetting?: unknown }).authSetting, USER_INFO)
    : await openSettings(USER_INFO);
  return state === 'granted' ? getUserInfo() : null;
}

/**
 * Members that `legacy` and `button` share: WeChat stores a refusal as a scope, and the user can turn it on in the
 * settings.
 */
export const byScope = {
  label: LABEL,
  words: WELCOME,
  refusedWords: ['需要你的授权', '你没有允许使用“用户信息”。请在设置中打开它，或再授权一次'],
  askAgain: () => explain(visitSettings),
  async readGranted() {
    const state = await scopeState(USER_INFO);
    return state === 'granted' ? getUserInfo() : state;
  },
  visitSettings,
  denialOf: (failure) => denialOfScope(failure, USER_INFO),
} satisfies Partial<Way>;
