/** `wx.getUserInfo`, `wx.getUserProfile` (typings 5.2.3, lines 6608 and 26035). */
import type { UserDataOptions } from '../../mock-server/wechat/types';
import { denied, ensureScope, showAuthorizeSheet } from '../phone/consent';
import type { Core } from '../phone/core';
import { ApiFailure } from '../phone/failure';
import { askWechat, asyncApi, type Family, requireTap } from './define';
import type { TrueUserData } from './official';
import { isUserInfoRetired } from './setting';

/** `desc` of getUserProfile: at most 30 characters. */
const DESC_LIMIT = 30;

/**
 * Requests the user's data from WeChat.
 * @param withCredentials undefined (the default of getUserInfo): signed and encrypted if there is a valid session key,
 * else plain; true: fails without a valid session key.
 */
export async function userData(
  core: Core,
  options: Omit<UserDataOptions, 'withCredentials'> & { withCredentials: boolean | undefined },
): Promise<TrueUserData> {
  const { account } = core;
  const { wechat } = core.options;
  const ask = (withCredentials: boolean) =>
    askWechat(core, () => wechat.userData(account, { ...options, withCredentials }));
  if (options.withCredentials !== undefined) return ask(options.withCredentials);
  const fresh = await askWechat(core, () => wechat.isSessionFresh(account));
  return ask(fresh);
}

export const userInfo = ((core) => ({
  getUserInfo: asyncApi(core, 'getUserInfo', async (option, call) => {
    await call.waitForUser(core.privacy.gate('getUserInfo'));
    const anonymous = isUserInfoRetired(core);
    if (core.era === 'legacy') await ensureScope(core, call, 'scope.userInfo');
    if (core.era === 'button') {
      const state = core.scopes.get('scope.userInfo');
      if (state === false) throw denied();
      if (state !== true) throw new ApiFailure('scope unauthorized');
    }
    const { withCredentials } = option;
    return userData(core, { anonymous, withCredentials, withIdentity: true });
  }),

  getUserProfile: asyncApi(core, 'getUserProfile', async (option, call) => {
    requireTap(call);
    const { desc } = option;
    if (typeof desc !== 'string' || desc === '' || [...desc].length > DESC_LIMIT) {
      throw new ApiFailure('desc length does not meet the requirements');
    }
    await call.waitForUser(core.privacy.gate('getUserProfile'));
    // Withdrawn on 2022-11-08, except for base libraries below 2.27.1: these still get the user's real data.
    const anonymous = core.era === 'fill' && core.since('2.27.1');
    if (!anonymous) await showAuthorizeSheet(core, call, 'scope.userInfo', { desc, remember: false });
    return userData(core, { anonymous, withCredentials: undefined, withIdentity: false });
  }),
})) satisfies Family;
