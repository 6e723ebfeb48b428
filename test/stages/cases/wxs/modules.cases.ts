/** WXS: modules, types, and differences from JavaScript. */
import type { Case } from '../../support/case';

const WXS = 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/';

const cases: Record<string, Case> = {
  inline: {
    title: 'a module can stand in the template',
    source: `${WXS}01wxs-module.html`,
    files: {
      'page.wxml':
        '<wxs module="m">module.exports = { twice: function (n) { return n * 2; }, name: "m" };</wxs><view>{{m.twice(n)}} {{m.name}}</view>',
      'page.js': 'Page({ data: { n: 3 } })',
    },
    opened: { text: '6 m' },
  },
  files: {
    title: 'modules are files that require each other, and run once',
    source: `${WXS}01wxs-module.html`,
    files: {
      'utils/a.wxs': 'var b = require("./b.wxs"); module.exports = { f: function (x) { return b.add(x); } };',
      'utils/b.wxs': 'var n = 10; module.exports.add = function (x) { n = n + x; return n; };',
      'page.wxml': '<wxs src="../../utils/a.wxs" module="a"/><view>{{a.f(1)}}</view>',
    },
    opened: { text: '11' },
  },
  constructor: {
    title: 'constructor is the name of a type',
    source: `${WXS}06datatype.html`,
    files: {
      'page.wxml': `<wxs module="m">module.exports.t = function (a) { return a.constructor; };</wxs><view>{{m.t([])}} {{m.t({a:1})}} {{m.t('')}} {{m.t(1)}} {{m.t(true)}}</view>`,
    },
    opened: { text: 'Array Object String Number Boolean' },
  },
  'class-is-a-name': {
    title: 'class is a name like any other',
    source: `${WXS}02variate.html`,
    files: {
      'page.wxml':
        '<wxs module="m">module.exports = { f: function (s) { var class = "x"; class = class + s; return class; } };</wxs><view>{{m.f("1")}}</view>',
    },
    opened: { text: 'x1' },
  },
  'backslash-stays': {
    title: 'an unknown escape in a text keeps its backslash',
    source: 'wcc',
    files: {
      'page.wxml': String.raw`<wxs module="m">var R = getRegExp('^-?\d+(\.\d+)?$'); module.exports = { px: function (v) { return R.test('' + v) ? v + 'px' : v; } };</wxs><view>{{m.px(44)}}</view>`,
    },
    opened: { text: '44px' },
  },
  getDate: {
    title: 'getDate makes dates, getRegExp patterns',
    source: `${WXS}07basiclibrary.html`,
    files: {
      'page.wxml':
        '<wxs module="m">module.exports = { y: function (t) { return getDate(t).getFullYear(); }, r: function (s) { return s.replace(getRegExp("a", "g"), "b"); } };</wxs><view>{{m.y(0)}} {{m.r("aXa")}}</view>',
    },
    opened: { text: '1970 bXb' },
  },
  library: {
    title: 'Math, JSON, Number and the methods of arrays and texts are there',
    source: `${WXS}07basiclibrary.html`,
    files: {
      'page.wxml': `<wxs module="m">module.exports.f = function () { return [Math.max(1, 2), JSON.stringify({ a: 1 }), Number.MAX_VALUE > 1, [3, 1].sort().join('-'), 'abc'.substring(1)].join(' '); };</wxs><view>{{m.f()}}</view>`,
    },
    opened: { text: '2 {"a":1} true 1-3 bc' },
  },
  'refuses-new': {
    title: 'there is no new',
    source: `${WXS}`,
    files: { 'page.wxml': '<wxs module="m">module.exports.d = new Date();</wxs><view>{{m.d}}</view>' },
    refuses: { file: 'pages/page/page.wxml' },
  },
  'refuses-arrow': {
    title: 'there are no arrow functions',
    source: 'wcc',
    files: {
      'utils/a.wxs': 'module.exports.f = (x) => x;',
      'page.wxml': '<wxs src="/utils/a.wxs" module="m"/><view>{{m.f(1)}}</view>',
    },
    refuses: { file: 'utils/a.wxs', line: 1 },
  },
  'in-a-list': {
    title: 'functions take items of lists',
    source: `${WXS}`,
    files: {
      'page.wxml':
        '<wxs module="m">module.exports.sum = function (list) { var s = 0; for (var i = 0; i < list.length; i++) s += list[i]; return s; };</wxs><view wx:for="{{rows}}" wx:key="*this">{{m.sum(item)}}</view><button bind:tap="t">x</button>',
      'page.js': 'Page({ data: { rows: [[1, 2], [3]] }, t() { this.setData({ "rows[0][0]": 5 }); } })',
    },
    opened: { text: '3\n3\nx' },
    steps: [{ tap: 'button', text: '7\n3\nx' }],
  },
  'event-handler': {
    title: 'a function of a module handles events without the page',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html',
    files: {
      'page.wxml': `<wxs module="m">module.exports.tap = function (event, owner) { owner.callMethod('called', { type: event.type, id: event.currentTarget.dataset.k }); owner.selectComponent('.a').addClass('on'); return false; };</wxs><view class="a" data-k="v" bind:tap="{{m.tap}}">x</view>`,
      'page.js': 'Page({ called(e) { getApp().note(e); } })',
    },
    steps: [{ tap: '.a', noted: [{ type: 'tap', id: 'v' } as never], classes: { '.a': 'a on' } }],
  },
  'change-handler': {
    title: 'change: calls a function of a module when a property changes',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html',
    files: {
      'page.wxml': `<wxs module="m">module.exports.changed = function (now, before, owner) { owner.callMethod('called', [now, before]); };</wxs><view prop="{{n}}" change:prop="{{m.changed}}">x</view><button bind:tap="t">x</button>`,
      'page.js': 'Page({ data: { n: 1 }, t() { this.setData({ n: 2 }); }, called(e) { getApp().note(e); } })',
    },
    steps: [{ tap: 'button', noted: [[2, 1]] }],
  },
};

export default cases;
