/** Scopes and settings, for the ways that need `scope.userInfo` for the profile. */
import { WxFailure, wxCall } from '../services/wx-call';
import { denialOf } from './denial';
import type { Denial } from './types';

/** Milliseconds to wait for the settings. WeChat opens no dialog for this call, so it is quick. */
const SETTING_TIMEOUT = 5000;

/** `unasked`: authSetting has no key for the scope, because it was never requested. */
type ScopeState = 'unasked' | 'granted' | 'refused';

/** Reads one scope from an authSetting. */
export function scopeIn(authSetting: unknown, scope: string): ScopeState {
  const value = (Object(authSetting) as Record<string, unknown>)[scope];
  if (value === undefined) return 'unasked';
  return value === true ? 'granted' : 'refused';
}

/**
 * Reads the state of a scope from WeChat's settings.
 * @throws WxFailure
 */
export async function scopeState(scope: string): Promise<ScopeState> {
  const { authSetting } = Object(
    await wxCall<unknown>((callbacks) => wx.getSetting(callbacks), SETTING_TIMEOUT),
  ) as { authSetting?: unknown };
  // A malformed result must not count as `unasked`.
  if (typeof authSetting !== 'object' || authSetting === null)
    throw new WxFailure('getSetting:fail no authSetting');
  return scopeIn(authSetting, scope);
}

/**
 * Like `denialOf`. If the error text is unclear, the settings decide: `authorize:fail` is a refusal if the scope is
 * off.
 */
export async function denialOfScope(failure: unknown, scope: string): Promise<Denial> {
  const denial = denialOf(failure);
  if (denial === 'cancelled') return denial;
  try {
    const state = await scopeState(scope);
    if (state === 'refused') return 'refused';
    if (state === 'granted') return denial;
    // The call failed, but the scope was never requested: WeChat refused without a dialog.
    return denial === 'failed' ? 'unclear' : 'unavailable';
  } catch {
    return denial;
  }
}

/**
 * Opens WeChat's settings, and reads the scope when the user comes back. Call it in a tap handler.
 * @throws WxFailure if the settings do not open
 */
export async function openSettings(scope: string): Promise<ScopeState> {
  const { authSetting } = await wxCall<WechatMiniprogram.OpenSettingSuccessCallbackResult>((callbacks) =>
    wx.openSetting(callbacks),
  );
  return scopeIn(authSetting, scope);
}
