/** A person's yes or no: what a failed call means, what a scope's state is, and the way back from a no. */
import { WxFailure, wxCall } from '../services/wx-call';

/** The scope that the eras before 2021 put in front of the profile. It says nothing about being logged in. */
export const USER_INFO = 'scope.userInfo';

/** Milliseconds that WeChat may take to read the settings: nobody is asked anything. */
const SETTING_PATIENCE = 5000;

/** WeChat knows three states: a key that is absent from authSetting was never asked for. */
export type ScopeState = 'unasked' | 'granted' | 'refused';

/** Reads one scope out of an authSetting. */
export function scopeIn(authSetting: unknown, scope: string): ScopeState {
  const value = (Object(authSetting) as Record<string, unknown>)[scope];
  if (value === undefined) return 'unasked';
  return value === true ? 'granted' : 'refused';
}

/**
 * Asks WeChat for a scope's state.
 * @throws WxFailure
 */
export async function scopeState(scope: string): Promise<ScopeState> {
  const { authSetting } = Object(
    await wxCall<unknown>((callbacks) => wx.getSetting(callbacks), SETTING_PATIENCE),
  ) as { authSetting?: unknown };
  // Nonsense must not be taken for "never asked".
  if (typeof authSetting !== 'object' || authSetting === null)
    throw new WxFailure('getSetting:fail no authSetting');
  return scopeIn(authSetting, scope);
}

/**
 * What a call that asked a person did not get:
 * - `refused`: they said no.
 * - `cancelled`: they closed the sheet without a choice; asking again asks again.
 * - `unavailable`: nobody was asked, because this way of asking no longer does.
 * - `unclear`: nobody was asked, and the text does not say why: the network may be the reason, or this way of asking.
 * - `failed`: something else went wrong.
 */
export type Denial = 'refused' | 'cancelled' | 'unavailable' | 'unclear' | 'failed';

/**
 * Reads a denial out of a failure. Texts differ between iOS, Android and DevTools (`auth deny`, `auth denied`,
 * `auth:deny`, with or without a number before it), so they are matched loosely, and errno comes first:
 * 103 is "user authorize denied", 104 "user authorize canceled" (but also a refused privacy contract).
 */
export function denialOf(failure: unknown): Denial {
  const { errMsg = '', errno = null } = Object(failure) as Partial<WxFailure>;
  if (/privacy permission/i.test(errMsg)) return 'refused';
  if (errno === 103 || /auth[ :]*(deny|denied)/i.test(errMsg)) return 'refused';
  if (errno === 104 || /cancel/i.test(errMsg)) return 'cancelled';
  return /scope unauthorized/i.test(errMsg) ? 'unavailable' : 'failed';
}

/** As `denialOf`, but the settings outweigh a text: a bare `authorize:fail` is a refusal if they say so. */
export async function denialOfScope(failure: unknown, scope: string): Promise<Denial> {
  const said = denialOf(failure);
  if (said === 'cancelled') return said;
  try {
    const state = await scopeState(scope);
    if (state === 'refused') return 'refused';
    if (state === 'granted') return said;
    // Denied without a trace of having been asked: WeChat answered by itself.
    return said === 'failed' ? 'unclear' : 'unavailable';
  } catch {
    return said;
  }
}

/**
 * Makes sure that the person agrees to the privacy contract: asks now if they have not agreed yet.
 * @returns false after a no. Phones without such contracts, and an account that has none, have nothing to agree to.
 */
export function agreesToPrivacy(): Promise<boolean> {
  return wxCall<unknown>((callbacks) => wx.requirePrivacyAuthorize(callbacks)).then(
    () => true,
    (failure) => denialOf(failure) !== 'refused',
  );
}

const EXPLANATION = {
  title: '提示',
  content: '若不授权微信登录,则无法使用小程序。点击"授权"按钮并允许使用"用户信息"方可正常使用。',
  cancelText: '取消',
  confirmText: '授权',
} as const;

/**
 * Explains to a person why they are asked, and does something if they agree.
 * @param agreed runs inside the modal's own callback, which counts as a tap: what it calls may need one. That is
 *   why this takes a callback; after an `await` some phones no longer count the tap.
 * @returns what `agreed` returned, or null when the person did not agree
 */
export function explain<T>(agreed: () => Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    wx.showModal({
      ...EXPLANATION,
      success: (answer) => {
        if (Object(answer).confirm) agreed().then(resolve, reject);
        else resolve(null);
      },
      // Older Androids report a tap beside the modal as a failure.
      fail: () => resolve(null),
    });
  });
}

/**
 * Opens WeChat's settings page and reads the scope when the person comes back. Call it from a tap.
 * @throws WxFailure when it does not open
 */
export async function openSettings(scope: string): Promise<ScopeState> {
  const { authSetting } = await wxCall<WechatMiniprogram.OpenSettingSuccessCallbackResult>((callbacks) =>
    wx.openSetting(callbacks),
  );
  return scopeIn(authSetting, scope);
}
