/** Behaviors and relations. */
import type { Case } from '../../support/case';

const DOC = 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/';

const cases: Record<string, Case> = {
  nested: {
    title: 'behaviors bring data, properties, methods and life cycle, also those of their own behaviors',
    source: `${DOC}behaviors.html`,
    files: {
      'b/base.js':
        "module.exports = Behavior({ data: { base: 1, who: 'base' }, methods: { hi() { return 'base'; } }, lifetimes: { attached() { getApp().note('base attached'); } } });",
      'b/more.js':
        "const base = require('./base'); module.exports = Behavior({ behaviors: [base], properties: { p: String }, data: { who: 'more', o: { a: 1 } }, lifetimes: { attached() { getApp().note('more attached'); } } });",
      'c/x.wxml': '<view>{{base}} {{who}} {{p}} {{o.a}}{{o.b}}</view>',
      'c/x.js':
        "Component({ behaviors: [require('../b/more')], data: { o: { b: 2 } }, lifetimes: { attached() { getApp().note('own attached ' + this.hi()); } } })",
      'page.wxml': '<x p="P"/>',
    },
    opened: { text: '1 more P 12', noted: ['base attached', 'more attached', 'own attached base'] },
  },
  'on-a-page': {
    title: 'a page takes behaviors, too',
    source: `${DOC}behaviors.html`,
    files: {
      'b/x.js':
        'module.exports = Behavior({ data: { b: 1 }, methods: { go() { this.setData({ b: this.data.b + 1 }); } } });',
      'page.wxml': '<button bind:tap="go">{{b}}</button>',
      'page.js': "Page({ behaviors: [require('../../b/x')], data: { own: 1 } })",
    },
    opened: { text: '1', data: { b: 1, own: 1 } },
    steps: [{ tap: 'button', text: '2' }],
  },
  'definition-filter-on-a-page': {
    title: 'the fields of Page() reach the definitionFilter of a behavior',
    source: 'https://github.com/wechat-miniprogram/computed',
    files: {
      'page.wxml': '<view>{{sum}}</view>',
      'page.js': `const c = Behavior({ definitionFilter(def) { const { sum } = def.computed || {}; if (sum) def.data = Object.assign({}, def.data, { sum: sum(def.data) }); } });
Page({ behaviors: [c], data: { a: 1, b: 2 }, computed: { sum(d) { return d.a + d.b; } } })`,
    },
    opened: { text: '3' },
  },
  'form-field': {
    title: 'a component with wx://form-field is a field of a form',
    source: `${DOC}behaviors.html`,
    files: {
      'c/field.wxml': '<button class="set" bind:tap="set">{{value}}</button>',
      'c/field.js':
        "Component({ behaviors: ['wx://form-field'], methods: { set() { this.setData({ value: 'chosen' }); } } })",
      'page.wxml':
        '<form bind:submit="sent"><field name="own" value="first"/><input name="plain" value="v"/><button form-type="submit" class="go">go</button></form>',
      'page.js': 'Page({ sent(e) { getApp().note(e.detail.value); } })',
    },
    steps: [
      { tap: '.go', noted: [{ own: 'first', plain: 'v' } as never] },
      { tap: '.set' },
      { tap: '.go', noted: [{ own: 'chosen', plain: 'v' } as never] },
    ],
  },
  'form-field-group': {
    title: 'fields inside a component with wx://form-field-group belong to the form around it',
    source: `${DOC}behaviors.html`,
    files: {
      'c/group.wxml': '<input name="inner" value="i"/>',
      'c/group.js': "Component({ behaviors: ['wx://form-field-group'] })",
      'c/alone.wxml': '<input name="alone" value="a"/>',
      'page.wxml': '<form bind:submit="sent"><group/><alone/><button form-type="submit">go</button></form>',
      'page.js': 'Page({ sent(e) { getApp().note(e.detail.value); } })',
    },
    steps: [{ tap: 'button', noted: [{ inner: 'i', alone: undefined } as never] }],
  },
  'form-field-button': {
    title: 'a button inside a component with wx://form-field-button submits the form around it',
    source: `${DOC}behaviors.html`,
    files: {
      'c/sender.wxml': '<button form-type="submit">go</button>',
      'c/sender.js': "Component({ behaviors: ['wx://form-field-button'] })",
      'page.wxml': '<form bind:submit="sent"><input name="x" value="1"/><sender/></form>',
      'page.js': 'Page({ sent(e) { getApp().note(e.detail.value); } })',
    },
    steps: [{ tap: 'button', noted: [{ x: '1' } as never] }],
  },
  relations: {
    title: 'parent and child know each other',
    source: `${DOC}relations.html`,
    files: {
      'c/ul.wxml': '<slot/>',
      'c/ul.js':
        "Component({ relations: { './li': { type: 'child', linked(t) { getApp().note('linked ' + t.data.k); }, unlinked(t) { getApp().note('unlinked ' + t.data.k); } } }, methods: { keys() { return this.getRelationNodes('./li').map((one) => one.data.k); } } })",
      'c/li.wxml': '<view>{{k}}</view>',
      'c/li.js':
        "Component({ properties: { k: String }, relations: { './ul': { type: 'parent', linked() { getApp().note('child'); } } } })",
      'page.wxml': '<ul id="u"><li k="a"/><li k="b" wx:if="{{on}}"/></ul>',
      'page.js':
        "Page({ data: { on: true }, go() { getApp().note(this.selectComponent('#u').keys()); }, off() { this.setData({ on: false }); } })",
    },
    opened: { noted: ['linked a', 'child', 'linked b', 'child'] },
    steps: [
      { call: ['go'], noted: [['a', 'b']] },
      { call: ['off'], noted: ['unlinked b'] },
      { call: ['go'], noted: [['a']] },
    ],
  },
  'relation-nodes-are-a-list': {
    title: 'getRelationNodes of a relation without nodes is an empty list',
    source: `${DOC}relations.html`,
    files: {
      'a/index.wxml': '<view>{{n}}</view>',
      'a/index.json': { component: true },
      'a/index.js':
        "Component({ data: { n: '' }, relations: { '../b/index': { type: 'child' } }, lifetimes: { attached() { this.setData({ n: JSON.stringify(this.getRelationNodes('../b/index')) }); } } });",
      'b/index.wxml': '<view/>',
      'b/index.json': { component: true },
      'b/index.js': "Component({ relations: { '../a/index': { type: 'parent' } } });",
      'page.wxml': '<a/>',
      'page.json': { usingComponents: { a: '/a/index' } },
    },
    opened: { text: '[]', mayReport: [/not a valid behavior or component/, /no relation/] },
  },
  'instances-in-pure-data': {
    title: 'instances of components may be kept in pure data',
    source: 'https://github.com/youzan/vant-weapp',
    files: {
      'c/group.wxml': '<slot/>',
      'c/group.js':
        "Component({ options: { pureDataPattern: /^_/ }, data: { _items: [] }, relations: { './item': { type: 'child', linked() { this.setData({ _items: this.getRelationNodes('./item') }); } } }, methods: { keys() { return this.data._items.map((one) => one.data.k); } } });",
      'c/item.wxml': '<view>{{k}}</view>',
      'c/item.js': "Component({ properties: { k: String }, relations: { './group': { type: 'parent' } } });",
      'page.wxml': '<group id="g"><item k="1"/><item k="2"/><item k="3"/></group>',
      'page.js': "Page({ go() { getApp().note(this.selectComponent('#g').keys()); } })",
    },
    opened: { text: '1\n2\n3' },
    steps: [{ call: ['go'], noted: [['1', '2', '3']] }],
  },
  'chain-of-behaviors': {
    title:
      '300 behaviors may stand inside each other; one more is an error that names the component: no stack overflows',
    source: 'choice',
    files: {
      'c/x.wxml': '<view>{{n}}</view>',
      'c/x.js': `const chain = (length) => { let last = Behavior({ data: { n: 'all' } }); for (let n = 1; n < length; n += 1) last = Behavior({ behaviors: [last] }); return last; };
for (const length of [301, 2000]) try { chain(length); } catch (error) { getApp().note([error.constructor === Error, error.message.split('.')[0]]); }
Component({ behaviors: [chain(300), Behavior({ behaviors: ['wx://form-field'] })] })`,
      'page.wxml': '<x/>',
    },
    opened: {
      text: 'all',
      noted: [301, 2000].map(() => [true, 'c/x: more than 300 behaviors stand inside each other']),
    },
  },
};

export default cases;
