/** Scenarios of users who have refused a request before. */
import type { Scenario } from '../types';

export const refusals: readonly Scenario[] = [
  {
    id: 'refused',
    title: { zh: '曾经拒绝授权', en: 'Refused before' },
    description: {
      zh: '以前拒绝过「用户信息」：再点时微信会再问一次，仍拒绝才说明原因，引导去设置页。',
      en: 'Refused before: a tap asks again; a second refusal explains why it is needed and leads to the settings.',
    },
    phone: { era: 'button', authSetting: { 'scope.userInfo': false } },
    server: {},
    endsIn: { isLogin: 2 },
  },
  {
    id: 'refused-legacy',
    title: { zh: '曾经拒绝授权（2018 年以前）', en: 'Refused before (before 2018)' },
    description: {
      zh: '旧规则下拒绝过：启动时不再弹框，等用户自己点击。',
      en: 'Refused under the old rules: the launch does not ask again, it waits for a tap.',
    },
    phone: { era: 'legacy', authSetting: { 'scope.userInfo': false } },
    server: {},
    endsIn: { isLogin: 2 },
  },
  {
    id: 'refused-then-granted',
    title: { zh: '拒绝后又授权', en: 'Refused, then granted' },
    description: {
      zh: '拒绝后在设置页打开了开关，再次启动：静默取得资料并保存。',
      en: 'Refused, then switched on in the settings: the next launch takes and saves the profile silently.',
    },
    phone: {
      era: 'button',
      authSetting: { 'scope.userInfo': true },
      stored: { session: 'live' },
    },
    server: {},
    endsIn: { isLogin: 1 },
  },
];
