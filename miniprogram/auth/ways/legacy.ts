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
   * A scope that was granted before succeeds, one that was refused before fails, both without a dialog: reading the
   * settings first would only be one more of the four calls that WeChat allows a second.
   */
  async ask() {
    await wxCall<unknown>((callbacks) => wx.authorize({ scope: USER_INFO, ...callbacks }));
    return getUserInfo();
  },
  ...byScope,
};
