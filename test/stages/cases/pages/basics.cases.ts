/** Pages: life cycle and navigation. */
import type { Case } from '../../support/case';

const cases: Record<string, Case> = {
  'life-cycle': {
    says: 'onLoad, onShow, onReady when a page opens; onHide below another one; onShow when it comes back',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html',
    files: {
      'pages/a/a.wxml': '<view>{{q}}</view>',
      'pages/a/a.js': `const hear = (name) => function () { getApp().hear('a ' + name); };
Page({ data: { q: '' }, onLoad(query) { this.setData({ q: query.x }); getApp().hear(['a onLoad', query]); }, onShow: hear('onShow'), onReady: hear('onReady'), onHide: hear('onHide'), onUnload: hear('onUnload') });`,
      'pages/b/b.wxml': '<view>b</view>',
      'pages/b/b.js': `const hear = (name) => function () { getApp().hear('b ' + name); };
Page({ onLoad: hear('onLoad'), onShow: hear('onShow'), onReady: hear('onReady'), onHide: hear('onHide'), onUnload: hear('onUnload') });`,
    },
    query: { x: '1' },
    opened: { text: '1', heard: [['a onLoad', { x: '1' }], 'a onShow', 'a onReady'] },
    steps: [
      {
        goTo: '/pages/b/b',
        text: 'b',
        pages: ['pages/a/a', 'pages/b/b'],
        heard: ['a onHide', 'b onLoad', 'b onShow', 'b onReady'],
      },
      { back: true, text: '1', route: 'pages/a/a', heard: ['b onUnload', 'a onShow'] },
      { hide: true, heard: ['a onHide'] },
      { show: true, heard: ['a onShow'] },
    ],
  },
};

export default cases;
