/** A process: modules, globals, timers, restarts. */
import type { Case } from '../../support/case';

const MODULES = 'https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/module.html';

const cases: Record<string, Case> = {
  modules: {
    title: 'modules are found relative, from the root, and run once',
    source: MODULES,
    files: {
      'utils/count.js': 'let n = 0; module.exports = { next: () => ++n };',
      'utils/index.js': "exports.name = 'index';",
      'page.wxml': '<view>{{text}}</view>',
      'page.js':
        "const a = require('../../utils/count'); const b = require('/utils/count.js'); const { name } = require('../../utils/index'); Page({ data: { text: [a.next(), b.next(), name].join() } })",
    },
    opened: { text: '1,2,index' },
  },
  'app-twice': {
    title: 'App() is called once; a second call is reported',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html',
    files: { 'page.wxml': 'x', 'app.js': 'App({ a: 1 }); App({ a: 2 });' },
    opened: { reports: ['App() was called twice'] },
  },
  'page-twice-or-of-no-object': {
    title: 'a second Page() in a file, and one of no object, are errors in WeChat’s words',
    source: 'https://github.com/chemzqm/wept (base library 2.8.2)',
    page: 'pages/page/page',
    files: {
      'page.wxml': '{{a}}',
      'page.js': 'Page({ data: { a: 1 }, go(url) { wx.navigateTo({ url, fail() {} }); } })',
      'pages/twice/twice.wxml': 'x',
      'pages/twice/twice.js': 'Page({}); Page({});',
      'pages/five/five.wxml': 'x',
      'pages/five/five.js': 'Page(5);',
    },
    steps: [
      {
        call: ['go', '/pages/twice/twice'],
        pages: ['pages/page/page'],
        errors: [/multiple Pages in pages\/twice\/twice.js/],
      },
      {
        call: ['go', '/pages/five/five'],
        pages: ['pages/page/page'],
        errors: [/Options is not object: 5 in pages\/five\/five.js/],
      },
    ],
  },
  'no-modules-of-node': {
    title: 'a phone has no modules of Node: require of one is an exception',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/env.html',
    files: {
      'page.wxml': 'x',
      'page.js': `let found = []; try { found.push(require('fs')) } catch (error) { found.push(/not (defined|found)/.test(error.message)) }
Page({ onLoad() { getApp().note(found); } });`,
    },
    // The preview also reports it when it compiles.
    opened: { noted: [[true]], mayReport: [/module "fs" is not found/] },
  },
  'es-modules-and-typescript': {
    title: 'ES modules and TypeScript are understood',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/devtools/codecompile.html',
    files: {
      'utils/say.ts': "export const say = (name: string): string => 'hi ' + name;\nexport default 5;",
      'page.wxml': '<view>{{text}}</view>',
      'page.ts':
        "import five, { say } from '../../utils/say';\ninterface Data { text: string }\nPage<Data, object>({ data: { text: say('all ' + five) } });",
    },
    opened: { text: 'hi all 5' },
  },
  'resolve-alias': {
    title: 'names of resolveAlias are found',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#resolveAlias',
    files: {
      'app.json': { pages: ['pages/page/page'], resolveAlias: { '@/*': '/*', '@u/*': '/utils/*' } },
      'utils/a.js': "module.exports = 'A';",
      'page.wxml': '<view>{{text}}</view>',
      'page.js': "Page({ data: { text: require('@/utils/a') + require('@u/a') } })",
    },
    opened: { text: 'AA' },
  },
  'npm-package': {
    title: 'a built package is found by its name, its components too',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/devtools/npm.html',
    files: {
      'app.json': { pages: ['pages/page/page'] },
      'miniprogram_npm/words/index.js': "module.exports = { hello: 'hello' };",
      'miniprogram_npm/ui/tag/index.json': { component: true },
      'miniprogram_npm/ui/tag/index.js': 'Component({ properties: { t: String } })',
      'miniprogram_npm/ui/tag/index.wxml': '<view>#{{t}}</view>',
      'page.json': { usingComponents: { 'ui-tag': 'ui/tag/index' } },
      'page.wxml': '<ui-tag t="{{text}}"/>',
      'page.js': "Page({ data: { text: require('words').hello } })",
    },
    opened: { text: '#hello' },
  },
  'sub-package-and-require-async': {
    title: 'pages of sub-packages open; require.async brings their modules',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages/async.html',
    files: {
      'app.json': { pages: ['pages/page/page'], subPackages: [{ root: 'more', pages: ['list/list'] }] },
      'page.wxml': '<view>{{text}}</view>',
      'page.js':
        "Page({ data: { text: '' }, onLoad() { require.async('../../more/words').then((w) => this.setData({ text: w.hello })); } })",
      'more/words.js': "module.exports = { hello: 'async' };",
      'more/list/list.wxml': '<view>list</view>',
      'more/list/list.js': 'Page({})',
    },
    opened: { text: 'async' },
    steps: [{ goTo: '/more/list/list', text: 'list', route: 'more/list/list' }],
  },
  'component-of-a-sub-package': {
    title: 'usingComponents of app.json hold for every page, those of a page for it alone',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/',
    files: {
      'app.json': { pages: ['pages/a/a', 'pages/b/b'], usingComponents: { all: '/c/all' } },
      'c/all.wxml': '<view>all</view>',
      'c/own.wxml': '<view>own</view>',
      'pages/a/a.json': { usingComponents: { own: '../../c/own' } },
      'pages/a/a.wxml': '<all/><own/>',
      'pages/b/b.wxml': '<all/>',
    },
    opened: { text: 'all\nown' },
    steps: [{ goTo: '/pages/b/b', text: 'all' }],
  },
  'short-timers': {
    title: 'an action has settled when short timers have run, nested ones too',
    source: 'simulator/README.md',
    files: {
      'page.wxml': '<view class="n">{{n}}</view><button bind:tap="add">加</button>',
      'page.js':
        'Page({ data: { n: 0 }, add() { setTimeout(() => setTimeout(() => Promise.resolve().then(() => this.setData({ n: this.data.n + 1 })), 5)); } })',
    },
    steps: [
      { tap: 'button', texts: { '.n': '1' } },
      { tap: 'button', texts: { '.n': '2' } },
    ],
  },
  'next-tick': {
    title: 'wx.nextTick runs before the action has settled',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/custom-component/wx.nextTick.html',
    files: {
      'page.wxml': '<view>{{n}}</view>',
      'page.js':
        "Page({ data: { n: 0 }, go() { wx.nextTick(() => { getApp().note('tick'); this.setData({ n: 1 }); }); getApp().note('after'); } })",
    },
    steps: [{ call: ['go'], text: '1', noted: ['after', 'tick'] }],
  },
  'timer-throws': {
    title: 'an exception in a timer reaches App.onError',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html',
    files: {
      'app.js': 'App({ noted: [], onError(t) { this.noted.push(/late/.test(t)); } })',
      'page.wxml': '<view>x</view>',
      'page.js': "Page({ go() { setTimeout(() => { throw new Error('late'); }); } })",
    },
    steps: [{ call: ['go'], errors: ['late'], noted: [true] }],
  },
  'globals-end-with-the-process': {
    title: 'what is set on wx, global and globalThis is gone after a restart',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/operating-mechanism.html',
    files: {
      'app.js':
        'wx.runs = (wx.runs || 0) + 1; globalThis.a = (globalThis.a || 0) + 1; global.b = (global.b || 0) + 1; App({ noted: [], runs: [wx.runs, globalThis.a, global.b] })',
      'page.wxml': '<view>{{runs}}</view>',
      'page.js': 'Page({ data: { runs: getApp().runs } })',
    },
    opened: { text: '1,1,1' },
    steps: [{ relaunch: true, text: '1,1,1' }],
  },
  'no-dom': {
    title: 'window and document are not there',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/env.html',
    files: {
      'page.wxml': '<view>{{t}}</view>',
      'page.js':
        'Page({ data: { t: [typeof window, typeof document, typeof navigator, typeof localStorage, typeof XMLHttpRequest].join() } })',
    },
    opened: { text: 'undefined,undefined,undefined,undefined,undefined' },
  },
  'storage-stays': {
    title: 'storage outlives the process',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/storage/wx.setStorageSync.html',
    files: {
      'page.wxml': '<view>{{n}}</view>',
      'page.js':
        "Page({ data: { n: 0 }, onLoad() { const n = (wx.getStorageSync('n') || 0) + 1; wx.setStorageSync('n', n); this.setData({ n }); } })",
    },
    opened: { text: '1', storage: { n: 1 } },
    steps: [{ relaunch: true, text: '2', storage: { n: 2 } }],
  },
  'system-info-is-synchronous': {
    title: 'wx.getSystemInfo calls back before it returns',
    source: 'typings 5.2.3: 异步格式，同步返回',
    files: {
      'app.js':
        'App({ noted: [], onLaunch() { let height; wx.getSystemInfo({ success: (e) => { height = e.statusBarHeight; } }); this.noted.push(typeof height); } })',
      'page.wxml': '<view>x</view>',
    },
    opened: { noted: ['number'] },
  },
  'unhandled-rejection': {
    title: 'App.onUnhandledRejection is called for a rejected promise without a handler',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html',
    files: {
      'app.js': 'App({ noted: [], onUnhandledRejection({ reason }) { this.noted.push(String(reason)); } })',
      'page.wxml': '<view>x</view>',
      'page.js': "Page({ go() { Promise.reject('why'); } })",
    },
    steps: [{ call: ['go'], noted: ['why'], errors: [/why/] }],
  },
  'on-load-throws': {
    title: 'a page whose onLoad throws is still shown',
    source: 'measured in WeChat DevTools',
    files: {
      'page.wxml': '<view>{{t}}</view><button bind:tap="go">go</button>',
      'page.js':
        "Page({ data: { t: 'start' }, onLoad() { throw new Error('load'); }, onShow() { getApp().note('onShow'); }, go() { this.setData({ t: 'alive' }); } })",
    },
    opened: { text: 'start\ngo', errors: ['load'], noted: ['onShow'] },
    steps: [{ tap: 'button', text: 'alive\ngo' }],
  },
  'fallback-callback-throws': {
    title: 'an exception in a callback of wx goes where exceptions go',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html',
    files: {
      'app.js': 'App({ noted: [], onError(e) { this.noted.push(/boom/.test(e)); } })',
      'page.wxml': '<view>x</view>',
      'page.js':
        "Page({ go() { wx.getNetworkType({ success() { throw new Error('boom of a modelled API'); } }); } })",
    },
    steps: [{ call: ['go'], errors: ['boom of a modelled API'], noted: [true] }],
  },
  'require-calculated': {
    title: 'a module is found by a name that is calculated',
    source: 'https://github.com/sbfkcel/towxml parse/markdown/index.js',
    files: {
      'page.wxml': '<view>{{all}}</view>',
      'page.js': `const all = ['a', 'b/index', 'b'].map((name) => require(\`../../parts/\${name}\`).name);
        const a = 'a'; all.push(require('../../parts/' + a + '.js').name);
        const none = 'none'; try { require('../../parts/' + none) } catch (error) { all.push(/none/.test(error.message)) }
        Page({ data: { all: all.join(' ') } })`,
      'parts/a.js': "module.exports = { name: 'A' }",
      'parts/b/index.js': "module.exports = { name: require('../a').name + 'B' }",
    },
    opened: { text: 'A AB AB A true' },
  },
  'require-in-a-long-chain': {
    title: 'a chain of requires that would overflow the stack is an error that shows it',
    source: 'choice: what a phone’s stack holds is not known',
    files: {
      'page.wxml': '<view>{{result}}</view>',
      'page.js':
        "let result = ''; try { require('../../s/0') } catch (e) { result = e.message } Page({ data: { result } })",
      ...Object.fromEntries(
        Array.from({ length: 301 }, (_, index) => [
          `s/${index}.js`,
          index < 300 ? `require('./${index + 1}')` : '',
        ]),
      ),
    },
    opened: { has: 'pages/page/page.js → s/0.js → … → s/298.js → s/299.js' },
  },
};

export default cases;
