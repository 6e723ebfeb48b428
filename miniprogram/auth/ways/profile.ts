/** From 2021-04-28 to 2022-11-08: `wx.getUserProfile`. On base libraries below 2.27.1 it still gives real data. */
import { wxCall } from '../../services/wx-call';
import type { Given, Way } from '../types';
import { explain, givenIn, LABEL, type UserData, WELCOME } from './wechat-profile';

/**
 * Opens a dialog at every call. Works only in the same task as the tap, so it must be the first call in the tap
 * handler.
 */
async function getUserProfile(): Promise<Given> {
  const data = await wxCall<UserData>((callbacks) =>
    wx.getUserProfile({ desc: '用于完善会员资料', lang: 'zh_CN', ...callbacks }),
  );
  return givenIn(data);
}

export const profile: Way = {
  name: 'profile',
  asks: 'tap',
  label: LABEL,
  words: WELCOME,
  refusedWords: ['需要你的授权', '你刚才没有同意。授权后才能显示你的头像和昵称，随时可以再来一次'],
  needed: '2.10.4',
  // WeChat's documentation recommends this test instead of canIUse.
  available: () => typeof wx.getUserProfile === 'function',
  ask: getUserProfile,
  askAgain: () => explain(getUserProfile),
};
