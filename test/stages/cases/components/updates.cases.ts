/**
 * The updates of one setData: attributes of components, WXS observers, names of slots. wcc's generated code marks them.
 */
import type { Case } from '../../support/case';

const WCC = 'miniprogram-compiler (wcc: the list `n` of a node)';
const EASEL = 'https://github.com/wechat-miniprogram/glass-easel/blob/master/glass-easel/tests/tmpl/';
const SET = 'Page({ data: DATA, set(data) { this.setData(data); } })';
const page = (data: string) => SET.replace('DATA', data);

const cases: Record<string, Case> = {
  'part-of-an-object': {
    says: 'a component hears of a change in an object that it was given, and of no other',
    source: `${EASEL}structure.test.ts (pass object to child components)`,
    files: {
      'c/p.wxml': '<view>{{o.a}}{{o.b}}</view>',
      'c/p.js': "Component({ properties: { o: Object }, observers: { o(o) { getApp().hear(['o', o]); } } })",
      'page.wxml': '<p o="{{obj}}"/>',
      'page.js': page('{ obj: { a: 1 }, n: 0 }'),
    },
    opened: { text: '1', heard: [['o', { a: 1 }]] },
    steps: [
      { call: ['set', { 'obj.b': 2 }], text: '12', heard: [['o', { a: 1, b: 2 }]] },
      { call: ['set', { n: 1 }], heard: [] },
    ],
  },
  'part-of-a-list': {
    says: 'of the items of a list only the one that was set is given again',
    source: WCC,
    files: {
      'c/p.wxml': '<view>{{o.t}}</view>',
      'c/p.js':
        "Component({ properties: { o: Object, k: Number }, observers: { o(o) { getApp().hear(['o', o.t]); }, k(k) { getApp().hear(['k', k]); } } })",
      'page.wxml':
        '<template name="row"><p o="{{one}}" k="{{at}}"/></template><template wx:for="{{list}}" wx:key="k" is="row" data="{{one: item, at: index}}"/>',
      'page.js': page("{ list: [{ k: 1, t: 'a' }, { k: 2, t: 'b' }] }"),
    },
    opened: { text: 'a\nb' },
    steps: [{ call: ['set', { 'list[1].t': 'c' }], text: 'a\nc', heard: [['o', 'c']] }],
  },
  'items-that-move': {
    says: 'of the items of a list with keys as few as possible are moved, and hear of it',
    source: `${EASEL}structure.test.ts (for blocks with key)`,
    files: {
      'c/p.wxml': '<view>{{k}}</view>',
      'c/p.js':
        "Component({ properties: { k: String }, lifetimes: { attached() { getApp().hear('new ' + this.data.k); }, moved() { getApp().hear('moved ' + this.data.k); }, detached() { getApp().hear('gone ' + this.data.k); } } })",
      'page.wxml': '<block wx:for="{{list}}" wx:key="*this"><p k="{{item}}"/></block>',
      'page.js': page("{ list: ['a', 'b'] }"),
    },
    opened: { text: 'a\nb', heard: ['new a', 'new b'] },
    steps: [
      {
        call: ['set', { list: ['c', 'a', 'd', 'b', 'e'] }],
        text: 'c\na\nd\nb\ne',
        heard: ['new c', 'new d', 'new e'],
      },
      { call: ['set', { list: ['c', 'b', 'a', 'd', 'e'] }], text: 'c\nb\na\nd\ne', heard: ['moved b'] },
      { call: ['set', { list: ['c', 'b', 'd', 'e', 'a'] }], text: 'c\nb\nd\ne\na', heard: ['moved a'] },
      {
        call: ['set', { list: ['e', 'x', 'c', 'd', 'a'] }],
        text: 'e\nx\nc\nd\na',
        heard: ['moved e', 'new x', 'gone b'],
      },
      { call: ['set', { list: ['x', 'a'] }], text: 'x\na', heard: ['gone e', 'gone c', 'gone d'] },
      { call: ['set', { list: ['y', 'a', 'z'] }], text: 'y\na\nz', heard: ['gone x', 'new y', 'new z'] },
      { call: ['set', { list: [] }], text: '', heard: ['gone y', 'gone a', 'gone z'] },
    ],
  },
  'object-in-an-expression': {
    says: 'an object that an expression makes is given again when something in it was set, equal or not',
    source: `${EASEL}expression.test.ts (object literal path analysis)`,
    files: {
      'c/p.wxml': '<view>{{o.a}}{{o.b}}{{l[0]}}</view>',
      'c/p.js':
        "Component({ properties: { o: Object, l: Array }, observers: { o(o) { getApp().hear(['o', o]); }, l(l) { getApp().hear(['l', l]); } } })",
      'page.wxml': '<p o="{{ {a: n, ...more} }}" l="{{[n]}}"/>',
      'page.js': page('{ n: 0, more: {}, other: 0 }'),
    },
    opened: {
      heard: [
        ['o', { a: 0 }],
        ['l', [0]],
      ],
    },
    steps: [
      { call: ['set', { other: 1 }], heard: [] },
      {
        call: ['set', { n: 0 }],
        heard: [
          ['o', { a: 0 }],
          ['l', [0]],
        ],
      },
      { call: ['set', { 'more.b': 5 }], text: '050', heard: [['o', { a: 0, b: 5 }]] },
    ],
  },
  'equal-values': {
    says: 'an equal value is set again: observers and change: hear of it, the observer of a property does not',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html',
    files: {
      'c/p.wxml': '<view>{{n}}</view>',
      'c/p.js':
        "Component({ properties: { n: { type: Number, observer() { getApp().hear('observer'); } }, s: String }, observers: { n() { getApp().hear('n'); }, s() { getApp().hear('s'); } } })",
      'page.wxml':
        '<wxs module="w">module.exports.set = function (now, before, owner) { owner.callMethod("told", [now, before]); };</wxs><p n="{{n}}" s="x{{m}}"/><view change:x="{{w.set}}" x="{{o}}"/>',
      'page.js':
        'Page({ data: { n: 1, m: 0, o: { a: 1 } }, told(values) { getApp().hear(values); }, set(data) { this.setData(JSON.parse(JSON.stringify(data))); } })',
    },
    steps: [
      { call: ['set', { n: 1 }], heard: ['n'] },
      { call: ['set', { m: 0 }], heard: ['s'] },
      { call: ['set', { o: { a: 1 } }], heard: [[{ a: 1 }, { a: 1 }]] },
      { call: ['set', { 'o.a': 2 }], heard: [[{ a: 2 }, { a: 1 }]] },
    ],
  },
  'path-of-a-change': {
    says: 'the observer of a property hears which part of it was set',
    source: 'https://github.com/wepyjs/wepy (packages/core/weapp/init/props.js)',
    files: {
      'c/p.wxml': '<view>{{o.a}}</view>',
      'c/p.js': `Component({ properties: { o: { type: Object, observer(...args) { getApp().hear(args[2]); } }, n: { type: Number, observer: 'named' } },
methods: { named(...args) { getApp().hear(args[2]); }, set(data) { this.setData(data); } } })`,
      'page.wxml': '<p id="p" o="{{o}}" n="{{n}}"/>',
      'page.js':
        "Page({ data: { n: 1, o: { a: 1 } }, inside(data) { this.selectComponent('#p').set(data); }, set(data) { this.setData(data); } })",
    },
    steps: [
      { call: ['set', { n: 2 }], heard: [['n']] },
      { call: ['set', { 'o.a': 2 }], heard: [['o']] },
      { call: ['inside', { 'o.a': 5 }], heard: [['o', 'a']] },
      { call: ['inside', { 'o.l[1]': 5 }], heard: [['o', 'l', 1]] },
      { call: ['inside', { n: 3 }], heard: [['n']] },
    ],
  },
  'own-copies': {
    says: 'what a component or a handler changes of an object that it was given stays its own',
    source: 'https://github.com/wechat-miniprogram/glass-easel (options.propertyPassingDeepCopy)',
    files: {
      'c/p.wxml': '<view>{{o.a}}</view>',
      'c/p.js':
        "Component({ properties: { o: Object }, methods: { write() { this.data.o.a = 9; }, set() { this.setData({ 'o.a': 7 }); } } })",
      'page.wxml':
        '<p id="p" o="{{o}}"/><button data-o="{{o}}" mark:o="{{o}}" bind:tap="tap">{{o.a}}{{n}}</button>',
      'page.js': `Page({ data: { o: { a: 1 }, n: 0 }, inside(name) { this.selectComponent('#p')[name](); }, set(data) { this.setData(data); },
tap(e) { e.currentTarget.dataset.o.a = 100; e.target.dataset.o.a = 100; e.mark.o.a = 100; } })`,
    },
    opened: { text: '1\n10' },
    steps: [
      { call: ['inside', 'write'] },
      { call: ['set', { n: 1 }], text: '1\n11' },
      { call: ['inside', 'set'], text: '7\n11' },
      { tap: 'button' },
      { call: ['set', { n: 2 }], text: '7\n12', data: { o: { a: 1 } } },
      { call: ['set', { 'o.b': 3 }], text: '1\n12', data: { o: { a: 1, b: 3 } } },
    ],
  },
  'name-of-a-slot': {
    says: 'the name of a slot may change',
    source: `${EASEL}structure.test.ts (setting slot name)`,
    files: {
      'c/p.wxml': '<view class="a"><slot name="{{a}}"/></view><view class="b"><slot name="{{b}}"/></view>',
      'c/p.js':
        "Component({ options: { multipleSlots: true }, data: { a: 's', b: 'none' }, methods: { set(data) { this.setData(data); } } })",
      'page.wxml': '<p id="p"><text slot="s">x</text></p>',
      'page.js': "Page({ set(data) { this.selectComponent('#p').set(data); } })",
    },
    opened: { texts: { '.a': 'x', '.b': '' } },
    steps: [{ call: ['set', { a: 'other', b: 's' }], texts: { '.a': '', '.b': 'x' } }],
  },
  'attributes-of-a-block': {
    says: 'a <block> draws nothing: what it holds goes to the slot without a name, and that is told',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/conditional.html; wcc',
    files: {
      'c/p.wxml': '<view class="a"><slot name="a"/></view><view class="b"><slot/></view>',
      'c/p.js': 'Component({ options: { multipleSlots: true } })',
      'page.wxml': '<p><block slot="a"><text>x</text></block></p>',
    },
    opened: {
      texts: { '.a': '', '.b': 'x' },
      reports: [/<block> draws nothing: slot on it means nothing/],
    },
  },
  'dataset-with-a-colon': {
    says: 'data:name is known to glass-easel only: phones have no such field of the dataset, and that is told',
    source: `${EASEL}structure.test.ts (setting element dataset)`,
    files: {
      'page.wxml': '<view data:a="1" data-b="2" bind:tap="t">x</view>',
      'page.js': 'Page({ t(e) { getApp().hear([e.currentTarget.dataset]); } })',
    },
    opened: { reports: [/data:a means nothing to phones/] },
    steps: [{ tap: 'view', heard: [[{ b: '2' }]] }],
  },
};

export default cases;
