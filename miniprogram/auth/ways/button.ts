/** From 2018-05 to 2021-04-28: only a tap on `<button open-type="getUserInfo">` asked. */
import { WxFailure } from '../../services/wx-call';
import { canIUse } from '../platform';
import type { Way } from '../types';
import { byScope, givenIn, type UserData } from './wechat-profile';

export const button: Way = {
  name: 'button',
  asks: 'button',
  openType: 'getUserInfo',
  // The button exists since 1.3.0, when the API still asked too. 2.3.0 (autumn 2018) is the first base library for
  // which that is certainly over. On an older one whose API does not ask, the `legacy` way falls back to this one.
  needed: '2.3.0',
  available: () => canIUse('button.open-type.getUserInfo'),
  async read(detail) {
    const data = Object(detail) as Partial<UserData> & { errMsg?: string; errno?: number };
    const { userInfo, errMsg = 'getUserInfo:fail', errno = null } = data;
    if (!userInfo) throw new WxFailure(errMsg, errno);
    return givenIn({ ...data, userInfo });
  },
  ...byScope,
};
