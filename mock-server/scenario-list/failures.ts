/** Scenarios with failures of the phone, the backend or WeChat. */
import type { Scenario } from '../types';
import { WECHAT_ERRORS } from '../wechat/errors';
import { LIN } from './people';

export const failures: readonly Scenario[] = [
  {
    id: 'offline',
    title: { zh: '老用户，无网络', en: 'Member, offline' },
    description: {
      zh: '手机没有网络：缓存的资料照常显示，并提示离线。',
      en: 'The phone is offline: the cached profile stays on screen, with a hint.',
    },
    phone: { era: 'fill', stored: { session: 'live', profile: true }, online: false },
    server: { user: LIN },
    endsIn: { isLogin: 1 },
  },
  {
    id: 'server-down',
    title: { zh: '服务器故障', en: 'Server down' },
    description: {
      zh: '所有接口返回 500 和一页 HTML：提示稍后重试。',
      en: 'Every endpoint answers 500 with an HTML page: the page offers to try again.',
    },
    phone: { era: 'fill' },
    server: {
      faults: [
        {
          on: '*',
          kind: 'respond',
          status: 500,
          contentType: 'text/html; charset=utf-8',
          body: '<!DOCTYPE html><html><head><title>500 Internal Server Error</title></head><body><center><h1>500 Internal Server Error</h1></center><hr><center>nginx</center></body></html>',
        },
      ],
    },
    endsIn: { isLogin: 2 },
  },
  {
    id: 'slow',
    title: { zh: '网络很慢', en: 'Slow network' },
    description: {
      zh: '每个接口都慢 3 秒：先显示加载状态，最后显示资料。',
      en: 'Every answer takes 3 seconds: the page shows that it is loading, then the profile.',
    },
    phone: { era: 'fill' },
    server: { user: LIN, faults: [{ on: '*', kind: 'delay', ms: 3000 }] },
    endsIn: { isLogin: 1 },
  },
  {
    id: 'bad-json',
    title: { zh: '返回的 JSON 损坏', en: 'Broken JSON' },
    description: {
      zh: '接口返回 200，但 JSON 只有半截：当作失败处理，可以重试。',
      en: 'Status 200 with half a JSON text: treated as a failure that can be tried again.',
    },
    phone: { era: 'fill' },
    server: { faults: [{ on: '*', kind: 'mangle', body: '{"rd3_session":"' }] },
    endsIn: { isLogin: 2 },
  },
  {
    id: 'code-used',
    title: { zh: 'code 已被使用', en: 'Code already used' },
    description: {
      zh: '微信回答 40163：登录失败，可以重试。',
      en: 'WeChat answers 40163: the login fails and can be tried again.',
    },
    phone: { era: 'fill' },
    server: { wechat: { code2SessionError: WECHAT_ERRORS.usedCode } },
    endsIn: { isLogin: 2 },
  },
  {
    id: 'blocked-user',
    title: { zh: '被微信拦截的用户', en: 'User blocked by WeChat' },
    description: {
      zh: '微信判定为高风险用户（40226）：无法登录，说明原因。',
      en: 'WeChat rates the user as high risk (40226): no login, and the page explains why.',
    },
    account: 'risky',
    phone: { era: 'fill' },
    server: { wechat: { blocked: true } },
    endsIn: { isLogin: 2 },
  },
];
