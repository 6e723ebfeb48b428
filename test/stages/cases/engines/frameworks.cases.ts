/** Undocumented names that frameworks (uni-app, Taro, remax …) use. */
import type { Case } from '../../support/case';

const cases: Record<string, Case> = {
  'instance-ids': {
    title: 'a page has route and the ids that frameworks hand on, and selector queries take them',
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
    title: 'a project with es6: false runs sloppy: an undeclared name becomes a global',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html',
    files: {
      'project.config.json': { setting: { es6: false }, appid: 'touristappid' },
      'page.wxml': '<view>{{t}}</view>',
      'page.js':
        "undeclared = typeof undeclared === 'undefined' ? 5 : 'left over'; Page({ data: { t: undeclared } })",
    },
    opened: { text: '5' },
    steps: [{ relaunch: true, text: '5' }],
  },
  'undeclared-name': {
    title: 'in a strict script an assignment to an undeclared name throws, in modules and functions too',
    source: 'https://github.com/wendux/grace/issues/7',
    files: {
      'page.wxml': '<view>{{t}}</view>',
      'near.js':
        "module.exports = () => { try { alsoUndeclared = 1; return 'set'; } catch (e) { return e.name; } };",
      'page.js': `const near = require('../../near');
        let t = []; try { undeclared = 5; t.push('set'); } catch (e) { t.push(e.name + ' ' + e.message); }
        t.push(near(), typeof undeclared, globalThis.alsoUndeclared);
        globalThis.declared = 1; declared = 2; t.push(globalThis.declared);
        Page({ data: { t: t.join('|') } })`,
    },
    opened: { text: 'ReferenceError undeclared is not defined|ReferenceError|undefined||2' },
  },
  'this-of-a-script': {
    title: '`this` outside of functions is undefined in a strict script, whether it has imports or not',
    source: 'https://github.com/jashkenas/underscore/pull/2641',
    files: {
      'page.wxml': '<view>{{t}}</view>',
      'near.js': 'const arrow = () => this; exports.t = [typeof this, typeof arrow()].join();',
      'page.js': `import { t } from '../../near'; const plain = (function () { return this; })();
        Page({ data: { t: [t, typeof this, typeof plain].join() } })`,
    },
    opened: { text: 'undefined,undefined,undefined,undefined' },
  },
  'this-of-a-sloppy-script': {
    title: 'with es6: false `this` outside of functions is the global object of the process',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html',
    files: {
      'project.config.json': { setting: { es6: false }, appid: 'touristappid' },
      'page.wxml': '<view>{{t}}</view>',
      'page.js':
        'this.fromThis = 5; var root = this; Page({ data: { t: [root === globalThis, typeof fromThis, typeof this.document].join() } })',
    },
    opened: { text: 'true,number,undefined' },
  },
  'add-global-class': {
    title: 'options of style are taken at registration, however they are written',
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
    title: '__wxConfig and __wxRoute are there for frameworks',
    source: 'https://github.com/NervJS/taro',
    files: {
      'page.wxml': '<view>{{t}}</view>',
      'page.js': 'Page({ data: { t: [typeof __wxConfig, typeof __wxRoute].join() } })',
    },
    opened: { text: 'object,string' },
  },
};

export default cases;
