/** From 2018-05 to 2021-04-28: WeChat asked only after a tap on `<button open-type="getUserInfo">`. */
import { WxFailure } from '../../services/wx-call';
import { canIUse } from '../platform';
import type { Way } from '../types';
import { byScope, givenIn, type UserData } from './wechat-profile';

export const button: Way = {
  name: 'button',
  asks: 'button',
  openType: 'getUserInfo',
  // The button exists since 1.3.0, but the API still asked then. 2.3.0 (autumn 2018) is the first base library on which
  // the API certainly no longer asks. If it does not ask on an older one, the `legacy` way falls back to this way.
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
