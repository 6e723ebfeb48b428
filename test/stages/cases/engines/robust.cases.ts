/** A page with an error still works: built-in components do not depend on its code. */
import type { Case } from '../../support/case';

const cases: Record<string, Case> = {
  'on-load-throws': {
    title: 'a page whose onLoad throws is rendered, and its built-in components work',
    source: 'WeChat: an exception ends the function that threw it',
    files: {
      'page.wxml':
        '<form bindsubmit="save"><input name="t" value="{{t}}" bindinput="typed"></input><switch name="s" bindchange="note"></switch><button class="go" form-type="submit">送</button></form><view class="late" wx:if="{{ready}}">好</view>',
      'page.js': `Page({ data: { t: '', ready: false, saved: null },
        onLoad() { throw new Error('from onLoad'); },
        onReady() { this.setData({ ready: true }); },
        typed(event) { this.setData({ t: event.detail.value }); },
        note(event) { getApp().note(event.detail.value); },
        save(event) { this.setData({ saved: event.detail.value }); } });`,
    },
    opened: { errors: ['from onLoad'], has: ['送', '好'] },
    steps: [
      { input: ['input', '茶'], data: { t: '茶' } },
      { tap: 'switch', noted: [true] },
      { tap: '.go', data: { saved: { t: '茶', s: true } } },
    ],
  },
  'components-without-an-end': {
    title: 'components that contain each other endlessly are an error that names them',
    source: 'a stack overflow in WeChat',
    files: {
      'page.json': { usingComponents: { a: '/c/a/a' } },
      'page.wxml': '<a wx:if="{{on}}"/><view bind:tap="tap">go</view>',
      'page.js': 'Page({ data: { on: false }, tap() { this.setData({ on: true }); } })',
      'c/a/a.json': { component: true, usingComponents: { b: '/c/b/b' } },
      'c/a/a.wxml': '<b/><b/>',
      'c/a/a.js': 'Component({})',
      'c/b/b.json': { component: true, usingComponents: { a: '/c/a/a' } },
      'c/b/b.wxml': '<a/>',
      'c/b/b.js': 'Component({})',
    },
    steps: [
      {
        tap: 'view',
        text: 'go',
        errors: [
          /^these components contain each other endlessly: c\/a\/a.wxml → c\/b\/b.wxml → c\/a\/a.wxml /,
        ],
      },
    ],
  },
  'component-that-adds-itself': {
    title: 'a component that adds itself when it is ready is an error, before the stack overflows',
    source: 'an endless loop in WeChat',
    files: {
      'page.json': { usingComponents: { r: '/c/r/r' } },
      'page.wxml': '<r/>go',
      'c/r/r.json': { component: true, usingComponents: { r: '/c/r/r' } },
      'c/r/r.wxml': '<r wx:if="{{more}}"/>',
      'c/r/r.js': 'Component({ lifetimes: { ready() { this.setData({ more: true }); } } })',
    },
    opened: {
      text: 'go',
      errors: [/^these components contain each other endlessly: c\/r\/r.wxml → c\/r\/r.wxml /],
    },
  },
  'thousands-of-elements': {
    title: 'thousands of sibling elements are rendered',
    source: 'glass-easel-template-compiler 0.12.1 calls a variable `if`',
    files: {
      'page.wxml': `${'<block wx:if="{{a}}">x</block>'.repeat(2500)}<view>{{n}}</view>`,
      'page.js': 'Page({ data: { n: 1 } })',
    },
    opened: { text: '1' },
  },
  'names-of-every-object': {
    title: 'modules, templates, data and components may have names that every JavaScript object has',
    source: 'JavaScript: such names are no data',
    files: {
      'page.json': { usingComponents: { constructor: '/toString' } },
      'page.wxml': '<constructor/><view>{{valueOf}}</view>',
      'page.js': `const load = (name) => { try { return require(name); } catch (error) { return 'none'; } };
        Page({ data: { valueOf: [require('./__proto__'), require('/constructor'), load('./hasOwnProperty'), require("./a'b"), require('./$\\{x}%41 #')].join() } })`,
      'pages/page/__proto__.js': "module.exports = 'proto'",
      "pages/page/a'b.js": "module.exports = 'quote'",
      'pages/page/${x}%41 #.js': "module.exports = 'signs'",
      'constructor.js': "module.exports = 'constructor'",
      'toString.js': 'Component({})',
      'toString.json': { component: true },
      'toString.wxml': '<wxs module="m">module.exports = { a: "component " };</wxs>{{m.a}}',
    },
    opened: { text: 'component\nproto,constructor,none,quote,signs' },
  },
  'no-id': {
    title: 'an id that is undefined or null counts as absent',
    source: 'as every attribute in a text',
    files: {
      'page.wxml':
        '<view class="a" id="{{none}}">1</view><view class="b" id="{{empty}}">2</view><view id="{{zero}}">3</view>',
      'page.js': 'Page({ data: { empty: null, zero: 0 } })',
    },
    opened: { text: '1\n2\n3', count: { '#undefined': 0, '#null': 0 } },
  },
  'odd-file-names': {
    title: 'a page and its modules may have any name without ? and #',
    source: 'a <wxs> in a file with a quote in its name did not compile',
    page: "d/a'b\\c d/a'b",
    files: {
      'app.json': { pages: ["d/a'b\\c d/a'b"] },
      "d/a'b\\c d/a'b.js": "const result = require('./%41'); Page({ data: { result } })",
      "d/a'b\\c d/%41.js": "module.exports = 'module'",
      "d/a'b\\c d/a'b.wxml":
        '<wxs module="m" src="./q\'.wxs"/><wxs module="n">module.exports = { a: "inline" };</wxs>{{m.a}} {{n.a}} {{result}}',
      "d/a'b\\c d/q'.wxs": 'module.exports = { a: "file" };',
    },
    opened: { text: 'file inline module' },
  },
  'shared-references': {
    title: 'a field of the page may contain the same object at many levels',
    source: 'a page with such data hung the preview',
    files: {
      'page.wxml': '<view>{{n}}</view>',
      'page.js':
        'Page({ data: { n: 0 }, onLoad() { let node = { leaf: 1 }; for (let level = 0; level < 40; level += 1) node = { left: node, right: node }; this.shared = node; this.setData({ n: 1 }); } });',
    },
    opened: { text: '1' },
  },
};
export default cases;
