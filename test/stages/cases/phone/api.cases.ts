/** APIs handle their parameters like WeChat's base library, on both stages. */
import type { Case } from '../../support/case';

const OWN = 'https://github.com/chemzqm/wept (base library 2.8.2)';
const DOC = 'https://developers.weixin.qq.com/community/develop/doc/';
const NEXT = {
  'pages/next/next.wxml': 'next',
  'pages/next/next.js': 'Page({ onLoad(query) { getApp().note(query); } })',
};

const cases: Record<string, Case> = {
  'query-of-an-address': {
    title:
      'WeChat drops the part of a URL after a second ? or, in a parameter, after a second =; a parameter without = is "undefined"',
    source: `${DOC}0004e8d93c4c080eddc36298661800`,
    page: 'pages/page/page',
    files: {
      ...NEXT,
      'page.wxml': 'page',
      'page.js': 'Page({ go(url) { wx.navigateTo({ url, success() {} }); } })',
    },
    steps: [
      {
        call: ['go', '/pages/next/next?k=a=b&flag&e=&c=%E8'],
        noted: [{ k: 'a', flag: 'undefined', e: '', c: '%E8' } as never],
      },
      { back: true },
      { call: ['go', '../next/next?u=https://x?id=1&z=2'], noted: [{ u: 'https://x' } as never] },
      { back: true },
      {
        call: ['go', '../x/../next/next'],
        pages: ['pages/page/page'],
        reports: ['page "pages/x/../next/next" is not found'],
      },
    ],
  },
  'query-of-a-tab': {
    title: 'reLaunch passes a query to a tab; switchTab drops it and reports this',
    source: OWN,
    page: 'pages/page/page',
    files: {
      ...NEXT,
      'app.json': {
        pages: ['pages/page/page', 'pages/next/next'],
        tabBar: {
          list: [
            { pagePath: 'pages/page/page', text: 'P' },
            { pagePath: 'pages/next/next', text: 'N' },
          ],
        },
      },
      'page.wxml': 'page',
      'page.js': 'Page({ go(api) { wx[api]({ url: "/pages/next/next?a=1" }); } })',
    },
    steps: [
      { call: ['go', 'switchTab'], noted: [{} as never], reports: ['url 不支持 queryString'] },
      { tapTab: 'P' },
      { call: ['go', 'reLaunch'], noted: [{ a: '1' } as never] },
    ],
  },
  'bar-of-no-tab': {
    title: 'a page that is not a tab cannot change the tab bar',
    source: 'https://github.com/dcloudio/uni-app/issues/1249',
    files: {
      'page.wxml': 'page',
      'page.js':
        'Page({ onLoad() { for (const api of ["hideTabBar", "showTabBarRedDot"]) wx[api]({ index: 0, fail: ({ errMsg }) => getApp().note(errMsg) }); } })',
    },
    opened: { noted: ['hideTabBar:fail not TabBar page', 'showTabBarRedDot:fail not TabBar page'] },
  },
  'event-channel-keeps': {
    title:
      'an event emitted before the other page listens is delivered later; an exception of a listener does not reach the emitter',
    source: OWN,
    page: 'pages/page/page',
    files: {
      'page.wxml': 'page',
      'page.js':
        'Page({ go() { wx.navigateTo({ url: "../next/next", events: { back() { throw new Error("in a listener"); } }, success: ({ eventChannel }) => { eventChannel.emit("data", 1); eventChannel.emit("data", 2); } }); } })',
      'pages/next/next.wxml': '<button bind:tap="listen">x</button>',
      'pages/next/next.js':
        'Page({ listen() { const c = this.getOpenerEventChannel(); c.on("data", getApp().note.bind(getApp())); c.emit("back"); getApp().note("goes on"); } })',
    },
    steps: [
      { call: ['go'], noted: [] },
      { tap: 'button', noted: [1, 2, 'goes on'], errors: ['in a listener'] },
    ],
  },
  'data-of-a-request': {
    title:
      'data of a GET joins the URL, objects in it as JSON; in a form or header, other values are converted to strings',
    source: OWN,
    files: {
      'page.wxml': 'page',
      'page.js': `Page({ onLoad() {
        const url = 'https://a.test/p?x=1';
        const success = ({ data }) => getApp().note(data);
        wx.request({ url, data: { x: 'é', o: { k: 1 }, u: undefined }, success });
        wx.request({ url, data: 'a=1', success });
        wx.request({ url, method: 'POST', header: { 'content-type': 'text/plain; application/x-www-form-urlencoded' }, data: { a: [1, 2], o: {} }, success });
        wx.request({ url, method: 'POST', header: { 'x-on': true }, data: null, success });
        wx.request({ success });
      } })`,
    },
    backend: ({ url, body }) => [url, body ?? ''],
    opened: {
      noted: [
        ['https://a.test/p?x=%C3%A9&o=%7B%22k%22%3A1%7D&u=undefined', ''],
        ['https://a.test/p?x=1', ''],
        ['https://a.test/p?x=1', 'a=1%2C2&o=%5Bobject%20Object%5D'],
        ['https://a.test/p?x=1', 'null'],
      ],
      reports: [
        'does not send a text',
        'header["x-on"] is neither a text nor a number: WeChat sends "[object Boolean]"',
        'wx.request failed, and the call has neither a `fail` nor a `complete` callback',
      ],
    },
  },
};
export default cases;
