/** Scenarios of the phone number: bound, being bound, and refused. */
import type { Scenario, UserStep } from '../types';
import { LIN } from './people';

const MEMBER = {
  era: 'fill',
  privacy: { needAuthorization: false },
  stored: { session: 'live', profile: true },
} as const;

const give: readonly UserStep[] = [{ tap: '一键绑定' }, { answer: 'phone-number', with: 'allow' }];

export const phoneNumbers: readonly Scenario[] = [
  {
    id: 'phone-bound',
    title: { zh: '已绑定手机号', en: 'Phone number bound' },
    description: {
      zh: '会员绑定过手机号：中间四位隐去。',
      en: 'A member who has bound a phone number: its middle is hidden.',
    },
    phone: MEMBER,
    server: { user: LIN, phone: '13800000000' },
    endsIn: { isLogin: 1 },
  },
  {
    id: 'phone-only',
    title: { zh: '只有手机号，没有资料', en: 'Phone number, no profile' },
    description: {
      zh: '换了手机，服务器只知道他的手机号：照常显示，资料仍由用户填写。',
      en: 'A new phone. The server has only the number: the page shows it, and asks for the profile.',
    },
    phone: { era: 'fill' },
    server: { phone: '13800000000' },
    endsIn: { isLogin: 2 },
  },
  {
    id: 'phone-sheet',
    title: { zh: '正在选择手机号', en: 'Choosing a phone number' },
    description: {
      zh: '点了一键绑定：微信列出绑定过的号码，可以拒绝。',
      en: 'A tap on 一键绑定: WeChat lists the phone numbers of the user, who can refuse.',
    },
    phone: MEMBER,
    server: { user: LIN },
    steps: [{ tap: '一键绑定' }],
    endsIn: { isLogin: 1 },
  },
  {
    id: 'phone-no-quota',
    title: { zh: '手机号额度用完了', en: 'No phone numbers left' },
    description: {
      zh: '小程序的手机号次数用完了（1400001）：在原处说明。',
      en: 'The mini-program has used up its phone numbers (1400001): explained at the button.',
    },
    phone: { ...MEMBER, phoneNumber: { quota: 0 } },
    server: { user: LIN },
    steps: [{ tap: '一键绑定' }],
    endsIn: { isLogin: 1 },
  },
  {
    id: 'phone-taken',
    title: { zh: '手机号已属于其他账号', en: 'Number of another account' },
    description: {
      zh: '服务器拒绝绑定，原因显示在手机号处，可以换一个号码。',
      en: 'The server refuses to bind it: its message is shown at the button, and another number can be chosen.',
    },
    phone: MEMBER,
    server: {
      user: LIN,
      faults: [
        {
          on: 'bindphone',
          kind: 'respond',
          status: 409,
          contentType: 'application/json',
          body: '{"code":0,"msg":"该手机号已绑定其他账号"}',
        },
      ],
    },
    steps: give,
    endsIn: { isLogin: 1 },
  },
  {
    id: 'phone-expired',
    title: { zh: '手机号授权已过期', en: 'Phone code expired' },
    description: {
      zh: '微信说 code 无效（40029）：请用户重新绑定。',
      en: 'WeChat says that the code is not valid (40029): the page asks for a new one.',
    },
    phone: MEMBER,
    server: { user: LIN, wechat: { phoneNumberError: { errcode: 40029, errmsg: 'invalid code' } } },
    steps: give,
    endsIn: { isLogin: 1 },
  },
];
