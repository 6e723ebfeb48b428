/** Before 2018-05: a call of the API opened WeChat's dialog. */
import { wxCall } from '../../services/wx-call';
import type { Way } from '../types';
import { byScope, getUserInfo, USER_INFO } from './wechat-profile';

export const legacy: Way = {
  name: 'legacy',
  asks: 'tap',
  needed: '0',
  available: () => true,
  /**
   * `wx.authorize` opens no dialog for a scope that was granted or refused before. So it does not read the settings
   * first: that would use one more of the four calls per second that WeChat allows.
   */
  async ask() {
    await wxCall<unknown>((callbacks) => wx.authorize({ scope: USER_INFO, ...callbacks }));
    return getUserInfo();
  },
  ...byScope,
};
