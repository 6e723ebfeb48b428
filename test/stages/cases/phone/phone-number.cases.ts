/** `<button open-type="getPhoneNumber">` on a page. */
import type { Case } from '../../support/case';

const PAGE = 'https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html';

const agreed = { privacy: { needAuthorization: false } };

const cases: Record<string, Case> = {
  'phone-number-given': {
    title: 'after the user has chosen a number, the page receives a code',
    source: PAGE,
    files: {
      'page.wxml':
        '<button open-type="getPhoneNumber" bindgetphonenumber="got">绑定</button><view>{{result}}</view>',
      'page.js': `Page({ data: { result: '' }, got({ type, detail }) {
        this.setData({ result: [type, detail.errMsg, typeof detail.code].join(' ') });
      } });`,
    },
    phone: agreed,
    steps: [
      { tap: 'button', screen: ['phone-number'] },
      {
        phone: ({ screen }) => screen.get('phone-number').allow(),
        screen: [],
        has: 'getphonenumber getPhoneNumber:ok string',
      },
      { tap: 'button', screen: ['phone-number'] },
      {
        phone: ({ screen }) => screen.get('phone-number').deny(),
        has: 'getphonenumber getPhoneNumber:fail user deny undefined',
      },
    ],
  },
  'phone-number-realtime': {
    title: 'getRealtimePhoneNumber has its own event',
    source: PAGE.replace('getPhoneNumber', 'getRealtimePhoneNumber'),
    files: {
      'page.wxml':
        '<button open-type="getRealtimePhoneNumber" bindgetrealtimephonenumber="got" bindgetphonenumber="other">绑定</button><view>{{result}}</view>',
      'page.js': `Page({ data: { result: '' },
        got({ detail }) { this.setData({ result: detail.errMsg }); },
        other() { this.setData({ result: 'other' }); },
      });`,
    },
    phone: agreed,
    steps: [
      { tap: 'button', screen: ['phone-number'] },
      { phone: ({ screen }) => screen.get('phone-number').allow(), has: 'getRealtimePhoneNumber:ok' },
    ],
  },
  'phone-number-quota': {
    title:
      'without a quota WeChat shows a notice, unless the attribute is {{false}}; the text "false" is a true value',
    source: PAGE,
    files: {
      'page.wxml': `
        <button id="plain" open-type="getPhoneNumber" bindgetphonenumber="got">一</button>
        <button id="text" open-type="getPhoneNumber" phone-number-no-quota-toast="false" bindgetphonenumber="got">二</button>
        <button id="quiet" open-type="getPhoneNumber" phone-number-no-quota-toast="{{false}}" bindgetphonenumber="got">三</button>
        <view>{{result}}</view>`,
      'page.js':
        "Page({ data: { result: '' }, got({ detail }) { this.setData({ result: this.data.result + detail.errno + ' ' }); } });",
    },
    phone: { ...agreed, phoneNumber: { quota: 0 } },
    steps: [
      { tap: '#plain', screen: ['phone-quota'], has: '1400001' },
      { phone: ({ screen }) => screen.get('phone-quota').close(), screen: [] },
      { tap: '#text', screen: ['phone-quota'] },
      { phone: ({ screen }) => screen.get('phone-quota').close(), screen: [] },
      { tap: '#quiet', screen: [], has: '1400001 1400001 1400001' },
    ],
  },
};
export default cases;
