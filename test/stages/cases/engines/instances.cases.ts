/** Pages and components at run time: members, ids, properties, handlers, relations, instances as data. */
import type { Case } from '../../support/case';

const names = ['id', 'class', 'slot', 'style', 'hidden', 'dataFoo', 'markFoo', 'customFoo'];
const tabs = {
  pages: ['pages/a/a', 'pages/b/b'],
  tabBar: {
    list: [
      { pagePath: 'pages/a/a', text: '甲' },
      { pagePath: 'pages/b/b', text: '乙' },
    ],
  },
};
const TAB_PAGE = 'Page({ onTabItemTap(item) { getApp().note(item); } });';

const cases: Record<string, Case> = {
  'reserved-properties': {
    title:
      'attributes style, hidden, data-* and mark:* set properties of these names; id, class and slot do not',
    source: 'https://github.com/weapp-vite/weapp-vite/issues/627 (measured in DevTools)',
    files: {
      'page.wxml':
        '<view bindtap="seen"><k class="k1" id="i1" slot="s1" style="color: red" hidden="{{h}}" data-foo="{{d}}" mark:foo="{{m}}" custom-foo="c1"/></view>',
      'page.js':
        "Page({ data: { h: '', d: 'd1', m: 'm1' }, set(data) { this.setData(data); }, seen(event) { getApp().note([event.target.dataset, event.mark]); } });",
      'c/k.js': `Component({ properties: { ${names.map((name) => `${name}: String`)} } });`,
      'c/k.wxml': `<view class="in">${names.map((name) => `${name}={{${name}}}`).join(' ')}</view>`,
    },
    opened: { text: 'id= class= slot= style=color: red hidden= dataFoo=d1 markFoo=m1 customFoo=c1' },
    steps: [
      {
        call: ['set', { d: 'd2', m: 'm2' }],
        text: 'id= class= slot= style=color: red hidden= dataFoo=d2 markFoo=m2 customFoo=c1',
        dataset: { k: { foo: 'd2' } },
      },
      { call: ['set', { h: 'h1' }], text: '' },
    ],
  },
  'page-takes-query': {
    title: 'a page receives every query parameter that it declares as a property, also one named id',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/component.html',
    page: 'pages/page/page',
    query: { id: '100', pid: '7', title: '%E8%8C%B6', other: 'x' },
    files: {
      'page.js':
        'Component({ properties: { id: Number, pid: Number, title: String }, methods: { onLoad(query) { getApp().note(query); } } });',
      'page.wxml': '<view>{{id}} {{pid}} {{title}}</view>',
    },
    opened: {
      text: '100 7 %E8%8C%B6',
      noted: [{ id: '100', pid: '7', title: '%E8%8C%B6', other: 'x' }] as never,
    },
  },
  'handlers-at-run-time': {
    title: 'handlers added to the instance at run time are called, also if data contains their names',
    source: 'the output of uni-app and remax',
    files: {
      'page.wxml':
        '<view class="a" bindtap="{{a}}">A</view><view class="b" bindtap="{{b}}">B</view><view class="c" bindtap="later">C</view><view class="e" wx:for="{{list}}" wx:key="id" bindtap="{{item.h}}">E</view>',
      'page.js': `Page({ data: { a: 'go', b: '', list: [] }, go() { getApp().note('go'); },
        onLoad() { this.later = function () { getApp().note(['later', this.route]); }; this.e0 = () => getApp().note('e0'); this.setData({ b: 'go', list: [{ id: 1, h: 'e0' }] }); } });`,
    },
    steps: [
      { tap: '.a', noted: ['go'] },
      { tap: '.b', noted: ['go'] },
      { tap: '.c', noted: [['later', 'pages/page/page']] },
      { tap: '.e', noted: ['e0'] },
    ],
  },
  'event-channel': {
    title: 'without navigateTo the event channel of a page is empty',
    source: 'https://github.com/wechat-miniprogram/api-typings/issues/350',
    files: {
      'app.json': { pages: ['pages/page/page', 'pages/two/two'] },
      'page.js':
        "Page({ onLoad() { const channel = this.getOpenerEventChannel(); getApp().note([typeof channel, typeof channel.emit]); }, go() { wx.navigateTo({ url: '/pages/two/two?n=1', events: { back: (x) => getApp().note(x) }, success: ({ eventChannel }) => eventChannel.emit('hello', 'hi') }); } });",
      'page.wxml': '<view/>',
      'pages/two/two.wxml': '<view/>',
      'pages/two/two.js':
        "Page({ onLoad() { const channel = this.getOpenerEventChannel(); getApp().note(typeof channel.emit); channel.on('hello', (x) => { getApp().note(x); channel.emit('back', 'ok'); }); } });",
    },
    opened: { noted: [['object', 'undefined']] },
    steps: [{ call: ['go'], noted: ['function', 'hi', 'ok'] }],
  },
  'tab-item-tap': {
    title: 'onTabItemTap receives index (a text), pagePath and text',
    source: 'typings 5.2.3: ITabItemTapOptions',
    files: {
      'app.json': tabs,
      'pages/a/a.wxml': '<view/>',
      'pages/a/a.js': TAB_PAGE,
      'pages/b/b.wxml': '<view/>',
      'pages/b/b.js': TAB_PAGE,
    },
    steps: [
      { tapTab: '乙', noted: [{ index: '1', pagePath: 'pages/b/b', text: '乙' }] as never },
      { tapTab: '乙', noted: [{ index: '1', pagePath: 'pages/b/b', text: '乙' }] as never },
      { tapTab: '甲', noted: [{ index: '0', pagePath: 'pages/a/a', text: '甲' }] as never },
    ],
  },
  'instances-in-data': {
    title: 'component instances in setData are kept by reference in this.data, also in pure data',
    source: 'vant and TDesign keep children and parents in data',
    files: {
      'page.wxml':
        '<group id="g"><item k="1"/><item k="2"/><item k="3"/></group><view class="go" bindtap="go">去</view>',
      'page.js':
        "Page({ go() { const { data } = this.selectComponent('#g'); getApp().note([data._items.length, data.items === data._items, data.items[1].data.k, data.items[1].data.group.data.items.length]); } });",
      'c/group.js': `Component({ options: { pureDataPattern: /^_/ }, data: { items: [], _items: [] },
        relations: { './item': { type: 'child', linked(item) { const all = this.getRelationNodes('./item'); this.setData({ items: all, _items: all }); item.setData({ group: this }); } } } });`,
      'c/group.wxml': '<slot/><view>{{items.length}} {{_items.length}}</view>',
      'c/item.js':
        "Component({ properties: { k: String }, data: { group: null }, relations: { './group': { type: 'parent' } } });",
      'c/item.wxml': '<view>{{k}}</view>',
    },
    opened: { text: '1\n2\n3\n3\n去' },
    steps: [{ tap: '.go', noted: [[3, true, '2', 3]] }],
  },
  'instances-in-wxml': {
    title:
      'if data contains an instance, WXML sees the fields that the program set, but not is, id, data or methods',
    source: 'a choice: WeChat documents nothing',
    files: {
      'page.wxml':
        '<k id="k" data-a="1" t="T"/><view class="shown">{{k}}|{{k.data.t}}|{{k.is}}|{{k.id}}|{{k.dataset.a}}|{{k.properties.t}}|{{k.setData}}|{{k.go}}|{{k.__wxExparserNodeId__}}|{{k.own}}</view><text wx:for="{{k}}" wx:for-index="n" wx:key="n">{{n}};</text><view class="page">{{page.data.x}}|{{page.is}}|{{page.field}}</view><view class="list">{{list[0].own}} {{list.length}}</view>',
      'page.js': `Page({ data: { x: 1 }, field: 'f', onReady() {
        const k = this.selectComponent('#k'); k.own = 'mine';
        this.setData({ k, page: this, list: [k, k] });
        getApp().note([this.data.k === k, this.data.list[1].data.t]);
      } });`,
      'c/k.js': 'Component({ properties: { t: String }, data: { d: 1 }, methods: { go() {} } })',
      'c/k.wxml': '<view>{{t}}</view>',
    },
    opened: {
      texts: {
        '.shown': '[object Object]|||||||||mine',
        text: 'own;',
        '.page': '||f',
        '.list': 'mine 2',
      },
      noted: [[true, 'T']],
    },
  },
  'relation-without-partners': {
    title: 'getRelationNodes returns an empty list without partners, and for an undeclared relation',
    source: 'typings 5.2.3: getRelationNodes',
    files: {
      'page.wxml': '<a/>',
      'page.js': 'Page({});',
      'c/a.js':
        "Component({ data: { n: '' }, relations: { './b': { type: 'child' } }, lifetimes: { attached() { this.setData({ n: JSON.stringify([this.getRelationNodes('./b'), this.getRelationNodes('./none')]) }); } } });",
      'c/a.wxml': '<view>{{n}}</view>',
      'c/b.js': "Component({ relations: { './a': { type: 'parent' } } });",
      'c/b.wxml': '<view/>',
    },
    // Only glass-easel warns about an undeclared relation.
    opened: { text: '[[],[]]', mayReport: [/no relation "\.\/none" found/] },
  },
  'ids-of-frameworks': {
    title:
      'createSelectorQuery().in and createIntersectionObserver accept an object with the ids of an instance',
    source: 'the output of uni-app (initComponentMocks)',
    files: {
      'page.wxml': '<view class="a">A</view><k id="k"/>',
      'page.js': `Page({ onReady() {
        const ids = ({ __wxExparserNodeId__, __wxWebviewId__ }) => ({ __wxExparserNodeId__, __wxWebviewId__ });
        const k = this.selectComponent('#k');
        const note = (name) => (found) => getApp().note([name, found !== null]);
        const query = wx.createSelectorQuery();
        query.in(ids(this)).select('.a').boundingClientRect(note('page'));
        query.in(ids(k)).select('.a').boundingClientRect(note('component'));
        query.in(ids(k)).select('.in').boundingClientRect(note('inside'));
        query.exec((all) => getApp().note(all.length));
        wx.createIntersectionObserver(ids(this)).relativeToViewport().disconnect();
        wx.createIntersectionObserver(this).disconnect();
        this.createMediaQueryObserver().disconnect();
        getApp().note([typeof this.__wxExparserNodeId__, typeof this.__wxWebviewId__, this.__wxWebviewId__ === k.__wxWebviewId__, this.__wxExparserNodeId__ === k.__wxExparserNodeId__]);
      } });`,
      'c/k.wxml': '<view class="in"/>',
    },
    opened: {
      noted: [['string', 'number', true, false], ['page', true], ['component', false], ['inside', true], 3],
    },
  },
  'selector-query': {
    title: 'a selector query returns the requested fields, once',
    source: 'typings 5.2.3: SelectorQuery, NodesRef',
    files: {
      'page.wxml':
        '<view class="row" id="x" data-a="1" mark:m="2">A</view><view class="row" id="y">B</view><canvas id="c" type="2d"></canvas><image class="i" src="a.png" mode="aspectFit"></image>',
      'page.js': `Page({ go() {
        const note = (what) => getApp().note(JSON.parse(JSON.stringify(what)));
        const query = wx.createSelectorQuery();
        query.select('#x').fields({ id: true, dataset: true, mark: true }, note);
        query.selectAll('.row').fields({ id: true }, note);
        query.select('.none').boundingClientRect(note);
        query.selectAll('.none').boundingClientRect(note);
        query.select('#c').node(({ node }) => note([typeof node.getContext, node.width]));
        query.select('#x').node(note);
        query.select('.i').fields({ properties: ['mode'] }, note);
        query.exec((all) => { note(all.length); query.exec((again) => note(again.length)); });
      } });`,
    },
    steps: [
      {
        call: ['go'],
        noted: [
          { id: 'x', dataset: { a: '1' }, mark: { m: '2' } },
          [{ id: 'x' }, { id: 'y' }],
          null,
          [],
          ['function', 300],
          { node: null },
          { mode: 'aspectFit' },
          7,
          0,
        ] as never,
      },
    ],
  },
  'model-of-two-words': {
    title: 'model:is-open writes back, also through a component whose template binds its property again',
    source: 'https://github.com/wechat-miniprogram/glass-easel/issues/143',
    files: {
      'page.wxml':
        '<fold model:is-open="{{open}}"/><wrap model:my-value="{{text}}"/><view class="out">{{open}} {{text}}</view>',
      'page.js': "Page({ data: { open: false, text: '' } });",
      'c/fold.js':
        'Component({ properties: { isOpen: Boolean }, methods: { flip() { this.setData({ isOpen: !this.data.isOpen }); } } });',
      'c/fold.wxml': '<view class="fold" bindtap="flip">{{isOpen}}</view>',
      'c/wrap.js': 'Component({ properties: { myValue: String } });',
      'c/wrap.wxml': '<input model:value="{{myValue}}"></input>',
    },
    steps: [
      { tap: '.fold', data: { open: true }, texts: { '.out': 'true', '.fold': 'true' } },
      { input: ['input', '茶'], data: { text: '茶' }, texts: { '.out': 'true 茶' } },
    ],
  },
  'definition-filter': {
    title: 'the definitionFilter of a behavior receives the fields of Page() and can add data and methods',
    source: 'miniprogram-computed, mobx-miniprogram-bindings',
    files: {
      'page.wxml': '<view class="v" bindtap="more">{{sum}}</view>',
      'page.js': `const computed = Behavior({ definitionFilter(definition) {
          const { sum } = definition.computed || {};
          if (sum) definition.data = { ...definition.data, sum: sum(definition.data) };
          definition.methods = { ...definition.methods, more() { this.setData({ sum: 9 }); } };
        } });
        Page({ behaviors: [computed], data: { a: 1, b: 2 }, computed: { sum: (data) => data.a + data.b } });`,
    },
    opened: { text: '3' },
    steps: [{ tap: '.v', text: '9' }],
  },
  'page-used-as-component': {
    title: 'a page used as a component has its data and methods, and this is reported',
    source: 'choice: no public source says what a phone makes of its life cycle',
    files: {
      'app.json': { pages: ['pages/page/page', 'pages/part/part'] },
      'page.json': { usingComponents: { part: '/pages/part/part' } },
      'page.wxml': '<part/>',
      'pages/part/part.wxml': '<view class="p" bindtap="add">{{n}}</view>',
      'pages/part/part.js':
        "Page({ data: { n: 1 }, onLoad() { getApp().note('onLoad'); }, add() { this.setData({ n: this.data.n + 1 }); } })",
    },
    opened: {
      text: '1',
      noted: [],
      reports: [
        'pages/part/part is used as a component, but calls Page(): onLoad, onShow and the other page callbacks are not called.',
      ],
    },
    steps: [{ tap: '.p', text: '2' }],
  },
  'weui-of-wechat': {
    title: 'useExtendedLib: { weui } uses the installed package weui-miniprogram',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/useExtendedLib.html',
    files: {
      'app.json': { pages: ['pages/page/page'], useExtendedLib: { weui: true } },
      'page.json': { usingComponents: { 'mp-cell': 'weui-miniprogram/cell/cell' } },
      'page.wxml': '<mp-cell title="t"/>',
      'node_modules/weui-miniprogram/package.json': {
        name: 'weui-miniprogram',
        miniprogram: 'miniprogram_dist',
      },
      'node_modules/weui-miniprogram/miniprogram_dist/cell/cell.json': { component: true },
      'node_modules/weui-miniprogram/miniprogram_dist/cell/cell.wxml': '<view>单元格 {{title}}</view>',
      'node_modules/weui-miniprogram/miniprogram_dist/cell/cell.js':
        "module.exports = require('./core').make(Component);",
      'node_modules/weui-miniprogram/miniprogram_dist/cell/core.js':
        'exports.make = (component) => component({ properties: { title: String } });',
    },
    opened: { text: '单元格 t' },
  },
  'package-with-packages': {
    title: 'a package finds its dependencies in miniprogram_npm beside its code',
    source: 'tdesign-miniprogram 1.16.0 (tslib)',
    files: {
      'page.json': { usingComponents: { 'x-leaf': 'leafs/leaf/leaf' } },
      'page.wxml': '<x-leaf/>',
      'node_modules/leafs/package.json': { name: 'leafs', version: '1.0.0', miniprogram: 'miniprogram_dist' },
      'node_modules/leafs/miniprogram_dist/leaf/leaf.json': { component: true },
      'node_modules/leafs/miniprogram_dist/leaf/leaf.wxml': '<view>{{t}}</view>',
      'node_modules/leafs/miniprogram_dist/leaf/leaf.js':
        "const { t } = require('veins'); Component({ data: { t } });",
      'node_modules/leafs/miniprogram_npm/veins/index.js': "exports.t = 'beside';",
    },
    opened: { text: 'beside' },
  },
};
export default cases;
