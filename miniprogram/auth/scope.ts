/** Scopes and settings: for the ways that put `scope.userInfo` in front of the profile. */
import { WxFailure, wxCall } from '../services/wx-call';
import { denialOf } from './denial';
import type { Denial } from './types';

/** Milliseconds that WeChat may take to read the settings. No dialog opens, so the answer is quick. */
const SETTING_TIMEOUT = 5000;

/** A scope has three states: without a key in authSetting it was never requested. */
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
    await wxCall<unknown>((callbacks) => wx.getSetting(callbacks), SETTING_TIMEOUT),
  ) as { authSetting?: unknown };
  // A malformed answer must not read as "never asked".
  if (typeof authSetting !== 'object' || authSetting === null)
    throw new WxFailure('getSetting:fail no authSetting');
  return scopeIn(authSetting, scope);
}

/** As `denialOf`; where the text is not clear, the settings decide: `authorize:fail` is a refusal if the scope is off. */
export async function denialOfScope(failure: unknown, scope: string): Promise<Denial> {
  const denial = denialOf(failure);
  if (denial === 'cancelled') return denial;
  try {
    const state = await scopeState(scope);
    if (state === 'refused') return 'refused';
    if (state === 'granted') return denial;
    // Denied, but the settings say that the person was never asked: WeChat refused without a dialog.
    return denial === 'failed' ? 'unclear' : 'unavailable';
  } catch {
    return denial;
  }
}

/**
 * Opens WeChat's settings and reads the scope when the person comes back. Call it in a tap.
 * @throws WxFailure when they do not open
 */
export async function openSettings(scope: string): Promise<ScopeState> {
  const { authSetting } = await wxCall<WechatMiniprogram.OpenSettingSuccessCallbackResult>((callbacks) =>
    wx.openSetting(callbacks),
  );
  return scopeIn(authSetting, scope);
}
