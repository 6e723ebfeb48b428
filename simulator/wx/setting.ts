/** `wx.getSetting`, `wx.authorize`, `wx.openSetting` (typings 5.2.3, lines 745, 23845 and 29619). */
import { denied, ensureScope } from '../phone/consent';
import type { Core } from '../phone/core';
import { ApiFailure, parameterError } from '../phone/failure';
import { ALWAYS_GRANTED, SCOPES } from '../phone/scopes';
import { asyncApi, type Family, requireTap } from './define';

type AuthSetting = WechatMiniprogram.AuthSetting;

/** True since 2021-04-28: WeChat shows no dialog for `scope.userInfo`, and every request for it succeeds. */
export function isUserInfoRetired(core: Core): boolean {
  return core.era === 'profile' || core.era === 'fill';
}

/** Does WeChat grant the scope without asking the user? Then a stored answer has no effect. */
function needsNoConsent(core: Core, scope: string): boolean {
  return isUserInfoRetired(core) && (scope === 'scope.userInfo' || ALWAYS_GRANTED.has(scope));
}

/**
 * The scopes that have been requested. A scope that no longer needs consent is true. Since 2021-04-28 `scope.userInfo`
 * is true even if it was never requested (announcement 000cacfa20ce88df04cb468bc52801, as quoted in
 * blog.csdn.net/weixin_43905387/article/details/114641212).
 */
export function authSettingOf(core: Core): AuthSetting {
  const asked = Object.fromEntries(
    Object.entries(core.scopes.all()).map(([scope, granted]) => [
      scope,
      granted || needsNoConsent(core, scope),
    ]),
  );
  return isUserInfoRetired(core) ? { ...asked, 'scope.userInfo': true } : asked;
}

/** Shows the settings page and resolves when the user comes back. */
export function showSettings(core: Core): Promise<AuthSetting> {
  return new Promise((resolve) => {
    const shown = () =>
      // A scope that has been retired has no switch.
      Object.entries(core.scopes.all()).filter(([scope]) => !needsNoConsent(core, scope));
    const close = core.screen.show({
      kind: 'settings',
      get scopes() {
        return shown().map(([scope, granted]) => ({ scope, label: SCOPES[scope]?.label ?? scope, granted }));
      },
      set(scope, granted) {
        if (!shown().some(([asked]) => asked === scope)) {
          const switches = shown().map(([asked]) => asked);
          throw new Error(
            `The settings page has no switch for ${scope}: only scopes that were asked for are listed (${switches.join(', ') || 'none'}).`,
          );
        }
        core.scopes.set(scope, granted);
        core.screen.touch();
      },
      back() {
        close();
        resolve(authSettingOf(core));
      },
    });
  });
}

export const setting = ((core) => ({
  getSetting: asyncApi(
    core,
    'getSetting',
    (option) => {
      const authSetting = authSettingOf(core);
      if (!('withSubscriptions' in option) || !option.withSubscriptions) return { authSetting };
      return { authSetting, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } };
    },
    { gesture: 'inherit' },
  ),

  authorize: asyncApi(core, 'authorize', async (option, call) => {
    const { scope } = option as { scope?: unknown };
    if (typeof scope !== 'string') throw parameterError('scope', 'String', scope);
    if (!(scope in SCOPES)) throw new ApiFailure('invalid scope');
    if (needsNoConsent(core, scope)) {
      core.scopes.set(scope, true);
      return;
    }
    if (scope === 'scope.userInfo' && core.era === 'button') {
      if (core.scopes.get(scope) === false) throw denied();
      // In 2018 `authorize` never shows a sheet for this scope: only the button can request it.
      else if (core.scopes.get(scope) !== true) throw new ApiFailure('scope unauthorized');
      return;
    }
    await ensureScope(core, call, scope);
  }),

  openSetting: asyncApi(core, 'openSetting', async (_option, call) => {
    // Older base libraries are exempt (community/develop/doc/000cea2305cc5047af5733de751008).
    if (core.since('2.3.0')) requireTap(call);
    return { authSetting: await call.waitForUser(showSettings(core)) };
  }),
})) satisfies Family;
