/**
 * Scenarios with the current rules: the user chooses a picture and types a nickname, after consent to the privacy
 * contract.
 */
import type { Scenario, UserStep } from '../types';
import { ANONYMOUS, LIN } from './people';

/** The user gave consent in an earlier run. */
const agreed = { era: 'fill', privacy: { needAuthorization: false } } as const;

const pickAvatar: readonly UserStep[] = [{ tap: '选择头像' }, { answer: 'avatar', with: 'wechat' }];

export const filling: readonly Scenario[] = [
  {
    id: 'fill-form',
    title: { zh: '填好的资料表单', en: 'Form filled in' },
    description: {
      zh: '选好了头像，填好了昵称和签名，还没有保存。',
      en: 'Avatar chosen, nickname and bio typed, not saved yet.',
    },
    phone: agreed,
    server: {},
    steps: [
      ...pickAvatar,
      { type: '林深时见鹿', into: 'nickName' },
      { type: '山中何事？松花酿酒，春水煎茶', into: 'title' },
    ],
    endsIn: { isLogin: 2 },
  },
  {
    id: 'fill-half-done',
    title: { zh: '只填了一半', en: 'Form half done' },
    description: {
      zh: '选好了头像，没有填昵称就点了保存：在原处说明，头像还在。',
      en: 'Saved with an avatar but no nickname: explained at the field, and the avatar is kept.',
    },
    phone: agreed,
    server: {},
    steps: [...pickAvatar, { tap: '保存' }],
    endsIn: { isLogin: 2 },
  },
  {
    id: 'fill-uploading',
    title: { zh: '正在上传头像', en: 'Uploading the avatar' },
    description: {
      zh: '点了保存，网络很慢：显示上传进度，可以取消。',
      en: 'Saved over a slow network: a bar shows the progress of the upload, and it can be cancelled.',
    },
    phone: agreed,
    server: { faults: [{ on: 'setuserinfo', kind: 'delay', ms: 60_000 }] },
    steps: [...pickAvatar, { type: '林深时见鹿', into: 'nickName' }, { tap: '保存', wait: false }],
    endsIn: { isLogin: 2 },
  },
  {
    id: 'nickname-rejected',
    title: { zh: '昵称没有通过审核', en: 'Nickname rejected' },
    description: {
      zh: '微信的审核清空了昵称：说明原因，请用户换一个。',
      en: "WeChat's review cleared the nickname: the page explains why and asks for another one.",
    },
    phone: { ...agreed, nicknameReview: ['官方客服'] },
    server: {},
    steps: [...pickAvatar, { type: '官方客服小满', into: 'nickName' }],
    endsIn: { isLogin: 2 },
  },
  {
    id: 'avatar-too-large',
    title: { zh: '头像图片太大', en: 'Avatar too large' },
    description: {
      zh: '服务器拒绝了太大的图片（413）：在头像处说明，其余内容保留。',
      en: 'The server refuses the picture (413): explained at the avatar, and the rest of the form is kept.',
    },
    phone: agreed,
    server: {},
    steps: [
      { tap: '选择头像' },
      { answer: 'avatar', with: 'huge-picture' },
      { type: '林深时见鹿', into: 'nickName' },
      { tap: '保存' },
    ],
    endsIn: { isLogin: 2 },
  },
  {
    id: 'privacy-pending',
    title: { zh: '等待同意隐私指引', en: 'Privacy consent pending' },
    description: {
      zh: '点了选择头像：隐私弹窗等待回答，同意后继续选择头像。',
      en: 'A tap on the avatar opens the privacy sheet first, and the avatar sheet after consent.',
    },
    phone: { era: 'fill', privacy: { needAuthorization: true } },
    server: {},
    steps: [{ tap: '选择头像' }],
    endsIn: { isLogin: 2 },
  },
  {
    id: 'privacy-refused',
    title: { zh: '拒绝了隐私指引', en: 'Privacy refused' },
    description: {
      zh: '没有同意隐私指引：说明现在不能做什么，可以重新选择。',
      en: 'The privacy contract is refused: the page explains what is not possible and offers to choose again.',
    },
    phone: { era: 'fill', privacy: { needAuthorization: true } },
    server: {},
    steps: [{ tap: '选择头像' }, { tap: '拒绝' }],
    endsIn: { isLogin: 2 },
  },
  {
    id: 'profile-anonymous',
    title: { zh: '曾保存为「微信用户」', en: 'Saved as 微信用户' },
    description: {
      zh: '旧版本把匿名的「微信用户」当成资料存了下来：不算资料，请用户填写。',
      en: 'An older client saved the anonymous 微信用户: that is not a profile, so the user is asked.',
    },
    phone: { era: 'fill', stored: { session: 'live', profile: true } },
    server: { user: ANONYMOUS },
    endsIn: { isLogin: 2 },
  },
  {
    id: 'edit-profile',
    title: { zh: '编辑资料', en: 'Editing the profile' },
    description: {
      zh: '会员修改自己的资料：同一张表单，内容已经填好，可以取消。',
      en: 'A member changes their profile in the same form, filled in already; it can be cancelled.',
    },
    phone: { ...agreed, stored: { session: 'live', profile: true } },
    server: { user: LIN },
    steps: [{ tap: '编辑' }],
    endsIn: { isLogin: 1 },
  },
];
