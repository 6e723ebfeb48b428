/** The WXS language: values, members, modules, exceptions. */
import type { Case } from '../../support/case';

const MODULE = 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/01wxs-module.html';
const TYPES = 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/06datatype.html';

/** A page that shows the result of a module's `t` for its data. */
const shows = (code: string, data: object, page = '<view>{{m.t(a)}}</view>') => ({
  'page.wxml': `<wxs module="m">${code}</wxs>${page}`,
  'page.js': `Page({ data: ${JSON.stringify(data)} })`,
});

const cases: Record<string, Case> = {
  constructor: {
    title: 'constructor is the name of a type',
    source: TYPES,
    files: shows(
      'module.exports.t = function (a) { return a.constructor + (a[1].constructor === "Object"); };',
      { a: [1, {}] },
    ),
    opened: { text: 'Arraytrue' },
  },
  'field-named-constructor': {
    title: 'data may have fields with names of JavaScript object members',
    source: 'wcc',
    files: shows('module.exports.t = function (a) { return a.toString + a.valueOf; };', {
      a: { toString: 'x', valueOf: 'y' },
    }),
    opened: { text: 'xy' },
  },
  backslashes: {
    title: 'a backslash is kept unless n, r or t follows',
    source: 'wcc',
    files: shows(
      "var r = getRegExp('^-?\\d+(\\.\\d+)?$'); module.exports.t = function (a) { return r.test(a) ? a + 'px' : '\\d'; };",
      { a: 20 },
      '<view>{{m.t(a)}} {{m.t("x")}}</view>',
    ),
    opened: { text: '20px \\d' },
  },
  'javascript-keywords-are-names': {
    title: 'class, in and new are ordinary names',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/02variate.html',
    files: shows(
      'module.exports.t = function (in) { var class = "x"; class = class + in; var new = { let: class }; return new.let; };',
      { a: 1 },
    ),
    opened: { text: 'x1' },
  },
  copies: {
    title: 'WXS receives copies and returns copies: it changes no data, and the page receives no function',
    source: 'wcc',
    files: shows(
      'var kept = []; module.exports = { t: function (a) { a.list.push(3); kept = a.list; return { list: kept, f: module.exports.t }; }, kept: function () { return kept.length; } };',
      { a: { list: [1] } },
      '<view>{{m.t(a).list.length}} {{m.t(a).f === null}} {{a.list.length}} {{m.kept()}}</view>',
    ),
    opened: { text: '2 true 1 2', data: { a: { list: [1] } } },
  },
  'undefined-and-null': {
    title: 'undefined shows nothing in an attribute; an object with a number as key has no text key',
    source: 'wcc',
    files: shows('module.exports.t = function (a) { return [a[1], a["1"]].join("-"); };', {
      a: { 1: 'one' },
    }),
    opened: { text: '-one' },
  },
  'exports-alone': {
    title: 'only module.exports exists, not exports; the page continues',
    source: 'wcc',
    files: shows('exports.t = function (a) { return a; };', { a: 1 }, '<view>[{{m.t(a)}}]</view>'),
    opened: {
      text: '[]',
      reports: ['pages/page/page.wxml:1:17: "exports" is not defined: write module.exports'],
    },
  },
  'javascript-library': {
    title: "JavaScript's Object, Array and String do not exist",
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/07basiclibrary.html',
    files: shows(
      'module.exports.t = function (a) { return Object.keys(a); };',
      { a: {} },
      '<view>[{{m.t(a)}}]</view>',
    ),
    opened: {
      text: '[]',
      reports: ['"Object" is not defined: WXS has no globals of JavaScript or of WeChat'],
    },
  },
  'endless-loop': {
    title: 'an endless loop is reported, and the page continues',
    source: 'this project',
    files: shows(
      'module.exports.t = function (a) { while (true) { a++; } };',
      { a: 1 },
      '<view>[{{m.t(a)}}]</view>',
    ),
    opened: { text: '[]', reports: ['pages/page/page.wxml:1:51: this loop does not end'] },
  },
  'inline-and-file': {
    title: 'inline modules and files: each has its own variables and runs once',
    source: MODULE,
    files: {
      'page.wxml':
        '<wxs src="/utils/a.wxs" module="a" /><wxs src="../../utils/b.wxs" module="b"></wxs><wxs module="c">var n = 1; module.exports.n = n;</wxs><view>{{a.next()}} {{b.next()}} {{c.n}}</view>',
      'utils/a.wxs': 'var n = 0;\nmodule.exports.next = function () { n++; return n; };',
      'utils/b.wxs':
        "var a = require('./a.wxs');\nmodule.exports.next = function () { return a.next() + 10; };",
    },
    opened: { text: '1 12 1' },
  },
  'module-name-twice': {
    title: 'of two modules with the same name the last one counts',
    source: MODULE,
    files: {
      'page.wxml':
        '<wxs module="m">module.exports.t = 1;</wxs><wxs module="m">module.exports.t = 2;</wxs><view>{{m.t}}</view>',
    },
    opened: { text: '2' },
  },
  'in-a-template': {
    title: 'a template uses the modules of its own file',
    source: MODULE,
    files: {
      'page.wxml':
        '<import src="../../t.wxml" /><wxs module="m">module.exports.x = "page";</wxs><template is="t" data="{{n: m.x}}" />',
      't.wxml':
        '<wxs module="m">module.exports.x = "template";</wxs><template name="t"><view>{{m.x}} {{n}}</view></template>',
    },
    opened: { text: 'template page' },
  },
  'getters-of-events': {
    title: 'a handler receives a copy of the event; returning false stops the event',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html',
    files: {
      'page.wxml':
        '<wxs module="m">module.exports.t = function (e, owner) { e.currentTarget.dataset.a.b = 2; owner.callMethod("note", [e.type, e.currentTarget.dataset, e.detail.constructor, e.touches.constructor]); return false; };</wxs><view bind:tap="outer"><view id="in" data-a="{{a}}" bind:tap="{{m.t}}">in</view></view>',
      'page.js':
        'Page({ data: { a: { b: 1 } }, note(what) { getApp().note(what); }, outer() { getApp().note("outer"); } })',
    },
    steps: [{ tap: '#in', noted: [['tap', { a: { b: 2 } }, 'Object', 'Array']], data: { a: { b: 1 } } }],
  },
  'keyword-first': {
    title: 'let, new and throw are undefined variables: they fail at run time, and this is reported',
    source: 'wcc',
    files: {
      'm.wxs': `var f = {
  date: function (s) { s = new Date(s * 1000); return s.getTime() },
  twice: function (n) { let m = n * 2; return m },
  once: function (n) { if (n > 9) { throw "no" } return n },
};
module.exports = f;`,
      'page.wxml':
        '<wxs module="m" src="../../m.wxs"/><view>[{{m.once(1)}}]</view><view>[{{m.date(1)}}{{m.twice(1)}}{{m.once(10)}}]</view>',
    },
    opened: {
      text: '[1]\n[]',
      reports: [
        'm.wxs:2:28: WXS has no "new": use getDate() or getRegExp()',
        'm.wxs:3:25: WXS has no "let": use var',
        'm.wxs:4:37: WXS has no "throw": return a value that says what is wrong',
      ],
    },
  },
};
export default cases;
