/** What frameworks (uni-app, Taro, remax …) look for. */
import type { Case } from '../../support/case';

const cases: Record<string, Case> = {
  'instance-ids': {
    says: 'a page has route and the ids that frameworks hand on, and selector queries take them',
    source: 'https://github.com/dcloudio/uni-app',
    files: {
      'page.wxml': '<view class="a">A</view><view class="log">{{r}} {{o}} {{ids}}</view>',
      'page.js': `Page({ data: { r: '', o: '', ids: '' }, onReady() {
  const keys = ['__route__', '__wxExparserNodeId__', '__wxWebviewId__'];
  this.setData({ ids: keys.filter((k) => this[k] !== undefined).join() });
  const vm = {}; for (const k of keys) vm[k] = this[k];
  try { wx.createSelectorQuery().in(vm).select('.a').boundingClientRect((r) => this.setData({ r: 'rect:' + (r && 'yes') })).exec(); } catch (e) { this.setData({ r: 'E1 ' + e.message }); }
  try { wx.createIntersectionObserver(vm).relativeToViewport(); this.setData({ o: 'obs ok' }); } catch (e) { this.setData({ o: 'E2 ' + e.message }); }
} })`,
    },
    opened: { texts: { '.log': 'rect:yes obs ok __route__,__wxExparserNodeId__,__wxWebviewId__' } },
  },
  'sloppy-mode': {
    says: 'a project with es6: false runs sloppy: an undeclared name becomes a global',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html',
    files: {
      'project.config.json': { setting: { es6: false }, appid: 'touristappid' },
      'page.wxml': '<view>{{t}}</view>',
      'page.js': 'undeclared = 5; Page({ data: { t: undeclared } })',
    },
    opened: { text: '5' },
  },
  'add-global-class': {
    says: 'options of style are taken at registration, however they are written',
    source: 'output of minifiers',
    files: {
      'app.wxss': '.red { color: red }',
      'c/a.wxml': '<view class="red">a</view>',
      'c/a.js': 'Component({ options: { addGlobalClass: true } })',
      'c/e.wxml': '<view class="red">e</view>',
      'c/e.js': 'const o = {}; o.options = { addGlobalClass: !0 }; Component(o)',
      'page.wxml': '<a/><e/>',
    },
    opened: { text: 'a\ne', classes: { 'a view': 'red', 'e view': 'red' } },
  },
  'wx-config': {
    says: '__wxConfig and __wxRoute are there for frameworks',
    source: 'https://github.com/NervJS/taro',
    files: {
      'page.wxml': '<view>{{t}}</view>',
      'page.js': 'Page({ data: { t: [typeof __wxConfig, typeof __wxRoute].join() } })',
    },
    opened: { text: 'object,string' },
  },
};

export default cases;
