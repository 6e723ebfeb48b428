/** A process: modules, globals, timers, restarts. */
import type { Case } from '../../support/case';

const MODULES = 'https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/module.html';

const cases: Record<string, Case> = {
  modules: {
    title: 'modules are found by relative and absolute paths, and run once',
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
    title: 'a second call of App() is reported',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html',
    files: { 'page.wxml': 'x', 'app.js': 'App({ a: 1 }); App({ a: 2 });' },
    opened: { reports: ['App() was called twice'] },
  },
  'page-twice-or-of-no-object': {
    title: 'a second Page() in a script, or Page() without an object, is an error in WeChat’s words',
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
  'definitions-that-are-no-objects': {
    title: 'App, Page, Component and Behavior refuse what is not an object, in WeChat’s words',
    source: 'https://github.com/chemzqm/wept (base library 2.8.2); for App and Behavior: choice',
    files: {
      'page.wxml': '<x/><y/>',
      'page.json': '{ "usingComponents": { "x": "/c/x", "y": "/c/y" } }',
      'page.js': `const messages = [];
for (const one of [null, 5, 'x', [], function () {}]) for (const define of [App, Page, Component, Behavior])
  try { define(one); messages.push(define.name + ' accepts it'); } catch ({ message }) { messages.push(message); }
for (const define of [App, Page]) try { define(); } catch ({ message }) { messages.push(message); }
Page({ onLoad() { getApp().note(messages); } });`,
      'c/x.wxml': 'empty',
      'c/x.js': 'Component();',
      'c/y.wxml': '{{a}}',
      'c/y.js': 'Component({ behaviors: [Behavior()], data: { a: "own" } });',
    },
    opened: {
      text: 'emptyown',
      noted: [
        [
          ...['null', '5', '"x"', 'Array', 'Function'].flatMap((given) =>
            ['app.js', ...Array(3).fill('pages/page/page.js')].map(
              (file) => `Options is not object: ${given} in ${file}`,
            ),
          ),
          'Options is not object: undefined in app.js',
          'Options is not object: undefined in pages/page/page.js',
        ],
      ],
    },
  },
  'require-without-a-module': {
    title: 'require of a missing file, and of what is no text, fails with WeChat’s message',
    source: 'https://github.com/chemzqm/wept (base library 2.8.2)',
    files: {
      'page.wxml': 'x',
      'page.js': `const messages = [];
for (const one of ['x', '../none', '#a', 'a b', '', undefined, null, 5, {}, Symbol('s')])
  try { messages.push(typeof require(one)); } catch ({ message }) { messages.push(message); }
Page({ onLoad() { getApp().note(messages); require.async(5).catch(({ message }) => getApp().note(message)); } });`,
    },
    opened: {
      noted: [
        [
          ...['x', '../none', '#a', 'a b'].map(
            (request) =>
              `module '${request}.js' is not defined, require args is '${request}': there is no such file, required by pages/page/page.js`,
          ),
          ...Array(6).fill('require args must be a string'),
        ],
        'require args must be a string',
      ],
      // The preview also reports missing modules when it compiles.
      mayReport: [/module "[^"]+" is not found/],
    },
  },
  'no-modules-of-node': {
    title: 'a phone has no modules of Node: their require throws',
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
    title: 'ES modules and TypeScript work',
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
    title: 'require resolves names of resolveAlias',
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
    title: 'a built npm package is found by its name, also its components',
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
    title: 'pages of sub-packages open; require.async loads their modules',
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
    title: 'usingComponents of app.json apply to every page, those of a page only to that page',
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
  'storage-stays': {
    title: 'storage stays after the end of the process',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/storage/wx.setStorageSync.html',
    files: {
      'page.wxml': '<view>{{n}}</view>',
      'page.js':
        "Page({ data: { n: 0 }, onLoad() { const n = (wx.getStorageSync('n') || 0) + 1; wx.setStorageSync('n', n); this.setData({ n }); } })",
    },
    opened: { text: '1', storage: { n: 1 } },
    steps: [{ relaunch: true, text: '2', storage: { n: 2 } }],
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
    title: 'a page whose onLoad throws is still shown, and its onShow runs',
    source: 'measured in WeChat DevTools',
    files: {
      'page.wxml': '<view>{{t}}</view><button bind:tap="go">go</button>',
      'page.js':
        "Page({ data: { t: 'start' }, onLoad() { throw new Error('load'); }, onShow() { getApp().note('onShow'); }, go() { this.setData({ t: 'alive' }); } })",
    },
    opened: { text: 'start\ngo', errors: ['load'], noted: ['onShow'] },
    steps: [{ tap: 'button', text: 'alive\ngo' }],
  },
  'require-calculated': {
    title: 'require accepts a computed name',
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
    title: 'a chain of requires that would overflow the stack is an error that shows the chain',
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
