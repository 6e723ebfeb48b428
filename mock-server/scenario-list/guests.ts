/** Scenarios of phones without an earlier login: one for each way in which WeChat has asked for a profile. */
import type { Scenario } from '../types';

export const guests: readonly Scenario[] = [
  {
    id: 'guest',
    title: { zh: '新访客', en: 'New visitor' },
    description: {
      zh: '第一次打开：已静默登录，还没有资料，由用户自己选择头像、填写昵称。',
      en: 'First launch: logged in silently, no profile yet; the user picks an avatar and types a name.',
    },
    phone: { era: 'fill' },
    server: {},
    endsIn: { isLogin: 2 },
  },
  {
    id: 'guest-profile',
    title: { zh: '新访客（2021–2022）', en: 'New visitor (2021–2022)' },
    description: {
      zh: '点击后由 wx.getUserProfile 询问头像昵称。',
      en: 'A tap calls wx.getUserProfile, which asks for avatar and nickname.',
    },
    phone: { era: 'profile' },
    server: {},
    endsIn: { isLogin: 2 },
  },
  {
    id: 'guest-button',
    title: { zh: '新访客（2018–2021）', en: 'New visitor (2018–2021)' },
    description: {
      zh: '点击微信的授权按钮弹出授权框；拒绝后可以去设置页打开。',
      en: "A tap on WeChat's own button shows the sheet; after a refusal, the user can grant it in the settings.",
    },
    phone: { era: 'button' },
    server: {},
    endsIn: { isLogin: 2 },
  },
  {
    id: 'guest-legacy',
    title: { zh: '新访客（2018 年以前）', en: 'New visitor (before 2018)' },
    description: {
      zh: '旧规则：点击后由 wx.authorize 弹出授权框。',
      en: 'The old rules: a tap calls wx.authorize, which shows the sheet.',
    },
    phone: { era: 'legacy' },
    server: {},
    endsIn: { isLogin: 2 },
  },
  {
    id: 'offline-guest',
    title: { zh: '新访客，无网络', en: 'New visitor, offline' },
    description: {
      zh: '手机没有网络，也没有缓存：提示网络不可用，可以重试。',
      en: 'No network and nothing cached: the page explains that and offers to try again.',
    },
    phone: { era: 'fill', online: false },
    server: {},
    endsIn: { isLogin: 2 },
  },
];
