/**
 * Which parts one setData updates: attributes of components, WXS observers, names of slots. wcc's generated code marks
 * the changed parts.
 */
import type { Case } from '../../support/case';

const WCC = 'miniprogram-compiler (wcc: the list `n` of a node)';
const EASEL = 'https://github.com/wechat-miniprogram/glass-easel/blob/master/glass-easel/tests/tmpl/';
const SET = 'Page({ data: DATA, set(data) { this.setData(data); } })';
const page = (data: string) => SET.replace('DATA', data);

const cases: Record<string, Case> = {
  'part-of-an-object': {
    title: 'a component is updated when an object passed to it changes, and not for other changes',
    source: `${EASEL}structure.test.ts (pass object to child components)`,
    files: {
      'c/p.wxml': '<view>{{o.a}}{{o.b}}</view>',
      'c/p.js': "Component({ properties: { o: Object }, observers: { o(o) { getApp().note(['o', o]); } } })",
      'page.wxml': '<p o="{{obj}}"/>',
      'page.js': page('{ obj: { a: 1 }, n: 0 }'),
    },
    opened: { text: '1', noted: [['o', { a: 1 }]] },
    steps: [
      { call: ['set', { 'obj.b': 2 }], text: '12', noted: [['o', { a: 1, b: 2 }]] },
      { call: ['set', { n: 1 }], noted: [] },
    ],
  },
  'part-of-a-list': {
    title: 'only the changed item of a list is passed to its component again',
    source: WCC,
    files: {
      'c/p.wxml': '<view>{{o.t}}</view>',
      'c/p.js':
        "Component({ properties: { o: Object, k: Number }, observers: { o(o) { getApp().note(['o', o.t]); }, k(k) { getApp().note(['k', k]); } } })",
      'page.wxml':
        '<template name="row"><p o="{{one}}" k="{{at}}"/></template><template wx:for="{{list}}" wx:key="k" is="row" data="{{one: item, at: index}}"/>',
      'page.js': page("{ list: [{ k: 1, t: 'a' }, { k: 2, t: 'b' }] }"),
    },
    opened: { text: 'a\nb' },
    steps: [{ call: ['set', { 'list[1].t': 'c' }], text: 'a\nc', noted: [['o', 'c']] }],
  },
  'items-that-move': {
    title: 'a list with keys moves as few items as possible, and calls `moved` on them',
    source: `${EASEL}structure.test.ts (for blocks with key)`,
    files: {
      'c/p.wxml': '<view>{{k}}</view>',
      'c/p.js':
        "Component({ properties: { k: String }, lifetimes: { attached() { getApp().note('new ' + this.data.k); }, moved() { getApp().note('moved ' + this.data.k); }, detached() { getApp().note('gone ' + this.data.k); } } })",
      'page.wxml': '<block wx:for="{{list}}" wx:key="*this"><p k="{{item}}"/></block>',
      'page.js': page("{ list: ['a', 'b'] }"),
    },
    opened: { text: 'a\nb', noted: ['new a', 'new b'] },
    steps: [
      {
        call: ['set', { list: ['c', 'a', 'd', 'b', 'e'] }],
        text: 'c\na\nd\nb\ne',
        noted: ['new c', 'new d', 'new e'],
      },
      { call: ['set', { list: ['c', 'b', 'a', 'd', 'e'] }], text: 'c\nb\na\nd\ne', noted: ['moved b'] },
      { call: ['set', { list: ['c', 'b', 'd', 'e', 'a'] }], text: 'c\nb\nd\ne\na', noted: ['moved a'] },
      {
        call: ['set', { list: ['e', 'x', 'c', 'd', 'a'] }],
        text: 'e\nx\nc\nd\na',
        noted: ['moved e', 'new x', 'gone b'],
      },
      { call: ['set', { list: ['x', 'a'] }], text: 'x\na', noted: ['gone e', 'gone c', 'gone d'] },
      { call: ['set', { list: ['y', 'a', 'z'] }], text: 'y\na\nz', noted: ['gone x', 'new y', 'new z'] },
      { call: ['set', { list: [] }], text: '', noted: ['gone y', 'gone a', 'gone z'] },
    ],
  },
  'object-in-an-expression': {
    title:
      'an object created by an expression is passed again when one of its parts is set, even to an equal value',
    source: `${EASEL}expression.test.ts (object literal path analysis)`,
    files: {
      'c/p.wxml': '<view>{{o.a}}{{o.b}}{{l[0]}}</view>',
      'c/p.js':
        "Component({ properties: { o: Object, l: Array }, observers: { o(o) { getApp().note(['o', o]); }, l(l) { getApp().note(['l', l]); } } })",
      'page.wxml': '<p o="{{ {a: n, ...more} }}" l="{{[n]}}"/>',
      'page.js': page('{ n: 0, more: {}, other: 0 }'),
    },
    opened: {
      noted: [
        ['o', { a: 0 }],
        ['l', [0]],
      ],
    },
    steps: [
      { call: ['set', { other: 1 }], noted: [] },
      {
        call: ['set', { n: 0 }],
        noted: [
          ['o', { a: 0 }],
          ['l', [0]],
        ],
      },
      { call: ['set', { 'more.b': 5 }], text: '050', noted: [['o', { a: 0, b: 5 }]] },
    ],
  },
  'equal-values': {
    title: 'setting an equal value runs observers and change:, but not the observer of a property',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html',
    files: {
      'c/p.wxml': '<view>{{n}}</view>',
      'c/p.js':
        "Component({ properties: { n: { type: Number, observer() { getApp().note('observer'); } }, s: String }, observers: { n() { getApp().note('n'); }, s() { getApp().note('s'); } } })",
      'page.wxml':
        '<wxs module="w">module.exports.set = function (now, before, owner) { owner.callMethod("changed", [now, before]); };</wxs><p n="{{n}}" s="x{{m}}"/><view change:x="{{w.set}}" x="{{o}}"/>',
      'page.js':
        'Page({ data: { n: 1, m: 0, o: { a: 1 } }, changed(values) { getApp().note(values); }, set(data) { this.setData(JSON.parse(JSON.stringify(data))); } })',
    },
    steps: [
      { call: ['set', { n: 1 }], noted: ['n'] },
      { call: ['set', { m: 0 }], noted: ['s'] },
      { call: ['set', { o: { a: 1 } }], noted: [[{ a: 1 }, { a: 1 }]] },
      { call: ['set', { 'o.a': 2 }], noted: [[{ a: 2 }, { a: 1 }]] },
    ],
  },
  'path-of-a-change': {
    title: 'the observer of a property receives the path that was set',
    source: 'https://github.com/wepyjs/wepy (packages/core/weapp/init/props.js)',
    files: {
      'c/p.wxml': '<view>{{o.a}}</view>',
      'c/p.js': `Component({ properties: { o: { type: Object, observer(...args) { getApp().note(args[2]); } }, n: { type: Number, observer: 'named' } },
methods: { named(...args) { getApp().note(args[2]); }, set(data) { this.setData(data); } } })`,
      'page.wxml': '<p id="p" o="{{o}}" n="{{n}}"/>',
      'page.js':
        "Page({ data: { n: 1, o: { a: 1 } }, inside(data) { this.selectComponent('#p').set(data); }, set(data) { this.setData(data); } })",
    },
    steps: [
      { call: ['set', { n: 2 }], noted: [['n']] },
      { call: ['set', { 'o.a': 2 }], noted: [['o']] },
      { call: ['inside', { 'o.a': 5 }], noted: [['o', 'a']] },
      { call: ['inside', { 'o.l[1]': 5 }], noted: [['o', 'l', 1]] },
      { call: ['inside', { n: 3 }], noted: [['n']] },
    ],
  },
  'own-copies': {
    title: 'a component or handler has its own copy of a passed object: its changes do not affect the page',
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
    title: 'the name of a slot can change',
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
    title: 'a <block> is not an element: its content goes to the unnamed slot, and this is reported',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/conditional.html; wcc',
    files: {
      'c/p.wxml': '<view class="a"><slot name="a"/></view><view class="b"><slot/></view>',
      'c/p.js': 'Component({ options: { multipleSlots: true } })',
      'page.wxml': '<p><block slot="a"><text>x</text></block></p>',
    },
    opened: {
      texts: { '.a': '', '.b': 'x' },
      reports: [/<block> is not an element: slot on it has no effect/],
    },
  },
  'dataset-with-a-colon': {
    title: 'only glass-easel supports data:name: phones do not set it in the dataset, and this is reported',
    source: `${EASEL}structure.test.ts (setting element dataset)`,
    files: {
      'page.wxml': '<view data:a="1" data-b="2" bind:tap="t">x</view>',
      'page.js': 'Page({ t(e) { getApp().note([e.currentTarget.dataset]); } })',
    },
    opened: { reports: [/data:a has no effect on phones/] },
    steps: [{ tap: 'view', noted: [[{ b: '2' }]] }],
  },
};

export default cases;
