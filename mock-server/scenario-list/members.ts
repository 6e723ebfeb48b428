/** Scenarios of users with a profile in the backend. */
import type { Scenario } from '../types';
import { LIN, LIN_WITHOUT_TITLE, WANG, ZHAO } from './people';

export const members: readonly Scenario[] = [
  {
    id: 'member',
    title: { zh: '会员', en: 'Member' },
    description: {
      zh: '老用户再次打开：立即显示头像、昵称和个性签名。',
      en: 'A known user opens the mini-program again: avatar, name and bio are shown at once.',
    },
    phone: { era: 'fill', stored: { session: 'live', profile: true } },
    server: { user: LIN },
    endsIn: { isLogin: 1 },
  },
  {
    id: 'member-no-title',
    title: { zh: '会员，没有签名', en: 'Member without a bio' },
    description: {
      zh: '没有写个性签名：显示「这个玩家很懒，什么也没留下」。',
      en: 'The profile has no bio: the page shows its default text.',
    },
    phone: { era: 'fill', stored: { session: 'live', profile: true } },
    server: { user: LIN_WITHOUT_TITLE },
    endsIn: { isLogin: 1 },
  },
  {
    id: 'long-name',
    title: { zh: '会员，超长昵称', en: 'Member with a very long name' },
    description: {
      zh: '32 个字的昵称和很长的签名：排版不能被撑破。',
      en: 'A nickname of 32 characters and a long bio: the layout must not break.',
    },
    account: 'wang-long-name',
    phone: { era: 'fill', stored: { session: 'live', profile: true } },
    server: { user: WANG },
    endsIn: { isLogin: 1 },
  },
  {
    id: 'no-avatar',
    title: { zh: '会员，没有头像', en: 'Member without an avatar' },
    description: {
      zh: '资料里没有头像：显示默认头像。',
      en: 'The profile has no avatar: the page shows its default picture.',
    },
    account: 'zhao-no-avatar',
    phone: { era: 'fill', stored: { session: 'live', profile: true } },
    server: { user: ZHAO },
    endsIn: { isLogin: 1 },
  },
  {
    id: 'returning',
    title: { zh: '老用户，新手机', en: 'Known user, new phone' },
    description: {
      zh: '手机上没有记录，但服务器认识他：登录后直接显示资料，不再询问。',
      en: 'Nothing is stored on this phone. The server has the profile: the page shows it after the login.',
    },
    phone: { era: 'fill' },
    server: { user: LIN },
    endsIn: { isLogin: 1 },
  },
  {
    id: 'session-expired',
    title: { zh: '我方登录态过期', en: 'Backend session expired' },
    description: {
      zh: '本地 rd3_session 在服务器上已过期：先显示缓存，后台重新登录。',
      en: 'The stored session has expired on the server: the cached profile is shown during the new login.',
    },
    phone: { era: 'fill', stored: { session: 'expired', profile: true } },
    server: { user: LIN },
    endsIn: { isLogin: 1 },
  },
  {
    id: 'wechat-session-expired',
    title: { zh: '微信登录态过期', en: 'WeChat session expired' },
    description: {
      zh: 'wx.checkSession 失败而我方登录态仍有效：重新登录。',
      en: 'The backend session is valid, but wx.checkSession fails: the mini-program logs in again.',
    },
    phone: { era: 'fill', stored: { session: 'live', profile: true } },
    server: { user: LIN, wechat: { sessionKeyExpired: true } },
    endsIn: { isLogin: 1 },
  },
];
