/** The backend's records of the users in the scenarios. `avatarUrl` is a path: the world adds its origin. */
import type { Profile } from '../../miniprogram/services/contract';
import { ANONYMOUS_AVATAR, ANONYMOUS_NICKNAME, LONGEST_NICKNAME } from '../wechat/accounts';

export const LIN: Profile = {
  nickName: '林小满',
  avatarUrl: '/avatars/wechat-lin.png',
  title: '今天也要好好吃饭',
  gender: 2,
  country: '中国',
  province: '广东',
  city: '深圳',
};

export const LIN_WITHOUT_TITLE: Profile = { ...LIN, title: '' };

export const WANG: Profile = {
  nickName: LONGEST_NICKNAME,
  avatarUrl: '/avatars/wechat-wang.png',
  title:
    '慢慢走，欣赏啊。山一程，水一程，把走过的每一条路都写成日记，把遇见的每一个人都记在心里；哪怕只是擦肩而过的一个微笑，也值得在多年以后的某个黄昏里被轻轻想起。',
  gender: 0,
  country: '中国',
  province: '山东',
  city: '威海',
};

export const ZHAO: Profile = {
  nickName: '赵一一',
  avatarUrl: '',
  title: '头像还没想好',
  gender: 0,
  country: '中国',
  province: '四川',
  city: '成都',
};

/** A placeholder that an older client saved after WeChat had stopped giving nicknames. */
export const ANONYMOUS: Profile = {
  nickName: ANONYMOUS_NICKNAME,
  avatarUrl: ANONYMOUS_AVATAR,
  title: '',
  gender: 0,
  country: '',
  province: '',
  city: '',
};
