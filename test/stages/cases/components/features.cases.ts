/** Components: properties, observers, life cycle, behaviors, relations, slots. */
import type { Case } from '../../support/case';

const DOC = 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/';
const NOTE = 'const note = (name) => function () { getApp().note(name); };\n';

const LIFETIMES =
  "Component({ lifetimes: { attached() { getApp().note('at ' + this.id); }, ready() { getApp().note('ready ' + this.id); } } })";
const SHOWN = 'Component({ pageLifetimes: { show() { getApp().note(this.id); } } })';

const cases: Record<string, Case> = {
  'property-types': {
    title: 'properties have types; a value of another type is converted',
    source: `${DOC}component.html`,
    files: {
      'c/p.wxml': '<view>{{text}}</view>',
      'c/p.js': `Component({ properties: { s: String, n: Number, b: Boolean, o: Object, a: Array, any: null }, data: { text: '' },
lifetimes: { attached() { const { s, n, b, o, a, any } = this.data; this.setData({ text: JSON.stringify([s, n, b, o, a, any]) }); } } })`,
      'page.wxml': `<p s="{{5}}" n="3" b="x" o="{{ {k: 1} }}" a="{{[1]}}" any="{{true}}"/><p/>`,
    },
    opened: { text: '["5",3,true,{"k":1},[1],true]\n["",0,false,null,[],null]' },
  },
  'property-value-and-optional-types': {
    title: 'a property can have a default value and several types',
    source: `${DOC}component.html`,
    files: {
      'c/p.wxml': '<view>{{v}} {{w}}</view>',
      'c/p.js':
        'Component({ properties: { v: { type: Number, optionalTypes: [String], value: 7 }, w: { type: String, value: "w" } } })',
      'page.wxml': '<p/><p v="{{x}}" w="q"/>',
      'page.js': "Page({ data: { x: 'text' } })",
    },
    opened: { text: '7 w\ntext q', mayReport: [/type/] },
  },
  'property-of-no-type': {
    title: 'a property with an invalid type accepts every value, and the type is reported',
    source: 'https://github.com/tairanch/wxapp-trmall (EmptyPage.js); miniprogram-exparser',
    files: {
      'c/p.wxml': '<view>{{a}}</view>',
      'c/p.js': `const b = Behavior({ properties: { e: { type: Date } } });
        Component({ behaviors: [b], properties: { a: { type: './a.png' }, b: { type: 5, value: 'own' }, c: Date, d: undefined } })`,
      'page.wxml': '<p/><p a="x"/><p a="{{5}}" c="{{6}}"/>',
    },
    opened: {
      text: 'null\nx\n5',
      reports: [
        /the type of property "e" is illegal \(when preparing "a behavior"\)/,
        ...['a', 'b', 'c', 'd'].map(
          (name) => `the type of property "${name}" is illegal (when preparing "c/p")`,
        ),
      ],
    },
  },
  'property-observer': {
    title: 'the observer of a property receives the new and the old value; it is a function or a method name',
    source: `${DOC}component.html`,
    files: {
      'c/p.wxml': '<view>{{a}}{{b}}</view>',
      'c/p.js': `Component({ properties: { a: { type: Number, observer(now, before) { getApp().note(['a', now, before]); } }, b: { type: String, observer: 'changed' } },
methods: { changed(now, before) { getApp().note(['b', now, before]); } } })`,
      'page.wxml': '<p a="{{n}}" b="{{s}}"/><button bind:tap="t">x</button>',
      'page.js': "Page({ data: { n: 1, s: 'x' }, t() { this.setData({ n: 2, s: 'y' }); } })",
    },
    opened: {
      noted: [
        ['a', 1, 0],
        ['b', 'x', ''],
      ],
    },
    steps: [
      {
        tap: 'button',
        noted: [
          ['a', 2, 1],
          ['b', 'y', 'x'],
        ],
      },
    ],
  },
  observers: {
    title: 'observers can watch several fields, nested fields, and all data below a field',
    source: `${DOC}observer.html`,
    files: {
      'c/p.wxml': '<view>{{sum}}</view>',
      'c/p.js': `Component({ data: { a: 1, b: 2, sum: 0, o: { x: { y: 1 } }, list: [1] }, observers: {
'a, b'(a, b) { this.setData({ sum: a + b }); },
'o.x'(x) { getApp().note(['o.x', x]); },
'o.**'(o) { getApp().note(['o.**', o]); },
'list[0]'(first) { getApp().note(['list[0]', first]); } },
methods: { t() { this.setData({ a: 5 }); }, u() { this.setData({ 'o.x.y': 2 }); }, v() { this.setData({ list: [9] }); } } })`,
      'page.wxml': '<p id="p"/>',
      'page.js': "Page({ go(name) { this.selectComponent('#p')[name](); } })",
    },
    steps: [
      { call: ['go', 't'], text: '7', noted: [] },
      {
        call: ['go', 'u'],
        noted: [['o.**', { x: { y: 2 } }]],
      },
      { call: ['go', 'v'], noted: [['list[0]', 9]] },
    ],
  },
  lifetimes: {
    title: 'created, attached, ready, detached; methods in `lifetimes` have priority over those beside it',
    source: `${DOC}lifetimes.html`,
    files: {
      'c/p.wxml': '<view>p</view>',
      'c/p.js': `${NOTE}Component({ lifetimes: { created: note('created'), attached: note('attached'), ready: note('ready'), moved: note('moved'), detached: note('detached') }, attached: note('old attached'), detached: note('old detached') })`,
      'page.wxml': '<p wx:if="{{on}}"/><button bind:tap="t">x</button>',
      'page.js': `${NOTE}Page({ data: { on: true }, onLoad: note('onLoad'), onReady: note('onReady'), t() { this.setData({ on: !this.data.on }); } })`,
    },
    opened: { noted: ['created', 'attached', 'onLoad', 'ready', 'onReady'] },
    steps: [
      { tap: 'button', noted: ['detached'], text: 'x' },
      { tap: 'button', noted: ['created', 'attached', 'ready'], text: 'p\nx' },
    ],
  },
  'page-lifetimes': {
    title: 'pageLifetimes of components run when their page is shown and hidden',
    source: `${DOC}lifetimes.html`,
    files: {
      'c/p.wxml': '<view>p</view>',
      'c/p.js': `${NOTE}Component({ pageLifetimes: { show: note('show'), hide: note('hide') } })`,
      'page.wxml': '<p/>',
    },
    opened: { noted: ['show'] },
    steps: [
      { hide: true, noted: ['hide'] },
      { show: true, noted: ['show'] },
    ],
  },
  'order-of-lifetimes': {
    title:
      'inner components are ready before the outer one, siblings in page order; the host element is not a block',
    source: 'choice: inner ones first, as in the articles; WeChat says nothing of siblings',
    files: {
      'c/header.wxml': '<leaf id="s1"/><slot/>',
      'c/header.json': { component: true, usingComponents: { leaf: './leaf' } },
      'c/header.js': LIFETIMES,
      'c/leaf.wxml': 'x',
      'c/leaf.js': LIFETIMES,
      'page.wxml':
        '<header id="1"><leaf id="a"/></header><leaf id="b"/><header id="2" wx:if="{{on}}"><leaf id="x"/></header><leaf id="y" wx:if="{{on}}"/>',
      'page.js': 'Page({ go() { this.setData({ on: true }); } })',
    },
    opened: {
      text: 'xxx',
      noted: ['at 1', 'at s1', 'at a', 'at b', 'ready s1', 'ready a', 'ready 1', 'ready b'],
    },
    steps: [
      {
        call: ['go'],
        noted: ['at 2', 'at s1', 'at x', 'at y', 'ready s1', 'ready x', 'ready 2', 'ready y'],
      },
    ],
  },
  'page-lifetimes-of-nested-components': {
    title: 'pageLifetimes run in a component before they run in its inner components',
    source: 'miniprogram-exparser (triggerPageLifeTime); glass-easel src/component.ts (triggerPageLifetime)',
    files: {
      'c/outer.wxml': '<leaf id="shadow"/><slot/>',
      'c/outer.json': { component: true, usingComponents: { leaf: './leaf' } },
      'c/outer.js': SHOWN,
      'c/leaf.wxml': 'x',
      'c/leaf.js': SHOWN,
      'page.wxml': '<outer id="outer"><leaf id="slot"/></outer>',
    },
    differs: {
      fidelity: 'Order of pageLifetimes in nested components',
      why: 'exparser goes to the content of its slots first, glass-easel to its own template',
      headless: { noted: ['outer', 'slot', 'shadow'] },
      preview: { noted: ['outer', 'shadow', 'slot'] },
    },
  },
  'slot-default': {
    title: "content inside a component's tag is rendered in its slot, with the data of the page",
    source: `${DOC}wxml-wxss.html`,
    files: {
      'c/p.wxml': '<view class="w">[<slot/>]</view>',
      'page.wxml': '<p><text bind:tap="t">{{x}}</text></p>',
      'page.js': 'Page({ data: { x: 1 }, t() { this.setData({ x: 2 }); } })',
    },
    opened: { text: '[1]' },
    steps: [{ tap: 'text', text: '[2]' }],
  },
  'slots-by-name': {
    title: 'slots have names if the component sets multipleSlots',
    source: `${DOC}wxml-wxss.html`,
    files: {
      'c/p.wxml': '<view class="h"><slot name="head"/></view><view class="b"><slot/></view>',
      'c/p.js': 'Component({ options: { multipleSlots: true } })',
      'page.wxml': '<p><text>body</text><text slot="head">head</text></p>',
    },
    opened: { texts: { '.h': 'head', '.b': 'body' } },
  },
  'slots-without-the-option': {
    title:
      'without multipleSlots only the unnamed slot is filled; a named slot stays empty, and this is reported',
    source: `${DOC}wxml-wxss.html; miniprogram-exparser (slots[""])`,
    files: {
      'c/p.wxml': '<view class="h">[<slot name="head"/>]</view><view class="b">[<slot/>]</view>',
      'c/only.wxml': '<view class="o">[<slot name="{{name}}"/>]</view>',
      'c/only.js': "Component({ data: { name: 'n' } })",
      'page.wxml': '<p><text>x</text><text slot="head">y</text></p><only><text slot="n">z</text></only>',
    },
    opened: {
      text: '[]\n[xy]\n[]',
      reports: [
        /"c\/p" has a <slot name="head"> that stays empty/,
        /"c\/only" has a <slot name="n"> that stays empty/,
      ],
    },
  },
  'options-of-glass-easel': {
    title: 'options that only glass-easel supports have no effect and are reported',
    source: 'typings 5.2.3, lib.wx.glass-easel.component.d.ts',
    files: {
      'c/p.wxml': '<view class="l" wx:for="{{[1, 2]}}" wx:key="*this"><slot/></view>',
      'c/p.js': 'Component({ options: { dynamicSlots: true, virtualHost: true } })',
      'page.wxml': '<p><text>x</text></p>',
    },
    opened: {
      text: 'x',
      reports: [/c\/p: options\.dynamicSlots has no effect on phones/],
      mayReport: [/More than one slot named ""/],
    },
  },
  'slot-in-slot': {
    title: 'a component can pass its slot on to a slot of another component',
    source: 'https://github.com/Tencent/tdesign-miniprogram (dialog.wxml)',
    files: {
      'c/outer.wxml': '<inner><slot name="title" slot="title"/></inner>',
      'c/outer.js': 'Component({ options: { multipleSlots: true } })',
      'c/inner.wxml': '<view class="t"><slot name="title"/></view><view class="v"><slot/></view>',
      'c/inner.js': 'Component({ options: { multipleSlots: true } })',
      'page.wxml': '<outer><view slot="title">Q</view></outer>',
    },
    opened: { texts: { '.t': 'Q', '.v': '' } },
  },
  'event-on-a-slot': {
    title: 'a slot can handle events of its content',
    source: 'https://github.com/youzan/vant-weapp (five templates)',
    files: {
      'c/p.wxml': '<slot bind:tap="hit"/><view class="n">{{n}}</view>',
      'c/p.js': 'Component({ data: { n: 0 }, methods: { hit() { this.setData({ n: 1 }); } } })',
      'page.wxml': '<p><view class="in">x</view></p>',
    },
    steps: [{ tap: '.in', texts: { '.n': '1' } }],
  },
  'external-classes': {
    title: 'external classes come from outside; undefined and null give no class',
    source: `${DOC}wxml-wxss.html`,
    files: {
      'c/p.wxml': '<view class="own my-class">x</view>',
      'c/p.js': "Component({ externalClasses: ['my-class'] })",
      'page.wxml': '<p my-class="red {{more}}"/><p id="q" my-class="{{more}}"/>',
      'page.js': 'Page({ set(data) { this.setData(data); } })',
    },
    opened: { classes: { 'p view': 'own red', '#q view': 'own' } },
    steps: [
      { call: ['set', { more: 'big' }], classes: { 'p view': 'own red big', '#q view': 'own big' } },
      { call: ['set', { more: null }], classes: { '#q view': 'own' } },
    ],
  },
  'external-class-named-class': {
    title: 'class can be an external class: a component with a virtual host applies it to an inner element',
    source: `${DOC}wxml-wxss.html (virtualHost)`,
    files: {
      'c/bare.wxml': '<view class="class in" style="{{style}}">x</view>',
      'c/bare.js':
        "Component({ options: { virtualHost: true }, externalClasses: ['class'], properties: { style: String } })",
      'c/own.wxml': '<view class="class">y</view>',
      'c/own.js': "Component({ externalClasses: ['class'] })",
      'page.wxml': '<bare class="red {{a}}" style="color:red"/><own class="blue {{a}}"/>',
      'page.js': "Page({ data: { a: 'b' }, set(data) { this.setData(data); } })",
    },
    opened: {
      classes: { '.in': 'red b in', own: 'blue b', 'own view': 'blue b' },
      attributes: { '.in': { style: 'color:red' } },
    },
    steps: [{ call: ['set', { a: 'c' }], classes: { '.in': 'red c in', 'own view': 'blue c' } }],
  },
  'pure-data': {
    title: 'the template does not see pure data fields; observers do',
    source: `${DOC}pure-data.html`,
    files: {
      'c/p.wxml': '<view>[{{_x}}]{{y}}</view>',
      'c/p.js':
        'Component({ options: { pureDataPattern: /^_/ }, data: { _x: 1, y: 0 }, observers: { _x(x) { this.setData({ y: x }); } }, lifetimes: { attached() { this.setData({ _x: 5 }); } } })',
      'page.wxml': '<p/>',
    },
    opened: { text: '[]5' },
  },
  'pure-data-and-wxs': {
    title: 'pureDataPattern does not hide a WXS module',
    source: 'https://github.com/Tencent/tdesign-miniprogram',
    files: {
      'c/p.wxml':
        '<wxs module="_">module.exports.f = function (a) { return a + 1; };</wxs><view>{{_.f(a)}}</view>',
      'c/p.js': 'Component({ options: { pureDataPattern: /^_/ }, data: { a: 1 } })',
      'page.wxml': '<p/>',
    },
    opened: { text: '2' },
  },
  'names-of-built-ins': {
    title: 'a component may have the name of a built-in component: its attributes are not reported',
    source: `${DOC}`,
    files: {
      'c/own.wxml': '<view bind:tap="go">own {{sessionFrom}} {{previousMargin}}</view>',
      'c/own.js':
        'Component({ properties: { sessionFrom: String, previousMargin: Number }, methods: { go() { this.triggerEvent("transition", 1); } } })',
      'page.json': { usingComponents: { swiper: '/c/own', video: '/c/own' } },
      'app.json': { pages: ['pages/page/page'], usingComponents: { button: '/c/own' } },
      'page.wxml':
        '<form bind:submit="note"><button session-from="a" form-type="submit"/></form><swiper previous-margin="{{3}}" bind:transition="note"/><video src="x"/>',
      'page.js': 'Page({ note(event) { getApp().note(event.detail); } })',
    },
    opened: { text: 'own a 0\nown 3\nown 0', count: { swiper: 1, button: 1 } },
    steps: [
      { tap: 'swiper view', noted: [1] },
      { tap: 'button view', noted: [] },
    ],
  },
  'generic-that-is-missing': {
    title: 'a generic without a chosen component and without a default is reported, also if it is passed on',
    source: `${DOC}generics.html; miniprogram-exparser`,
    files: {
      'c/list.json': { component: true, componentGenerics: { row: true } },
      'c/list.wxml': '<row/><view>l</view>',
      'c/outer.json': {
        component: true,
        componentGenerics: { it: true },
        usingComponents: { list: '/c/list' },
      },
      'c/outer.wxml': '<list generic:row="it"/>',
      'page.wxml': '<outer/>',
    },
    opened: { text: 'l', reports: ['Component "c/list": generic "row" is not instantiated'] },
  },
  generics: {
    title: 'the page chooses a generic component; otherwise the default is used',
    source: `${DOC}generics.html`,
    files: {
      'c/a.wxml': '<view>A</view>',
      'c/b.wxml': '<view>B</view>',
      'c/p.wxml': '<it/>',
      'c/p.json': { component: true, componentGenerics: { it: { default: './b' } } },
      'page.wxml': '<p generic:it="a"/><p/>',
    },
    opened: { text: 'A\nB' },
  },
  'select-component': {
    title:
      'selectComponent and selectAllComponents return instances, or the exported value of wx://component-export',
    source: `${DOC}events.html`,
    files: {
      'c/p.wxml': '<view>{{n}}</view>',
      'c/p.js': 'Component({ properties: { n: Number }, methods: { double() { return this.data.n * 2; } } })',
      'c/e.wxml': '<view>e</view>',
      'c/e.js': "Component({ behaviors: ['wx://component-export'], export() { return { only: 'this' }; } })",
      'page.wxml': '<p class="x" id="one" n="1"/><p class="x" n="2"/><e id="e"/>',
      'page.js':
        "Page({ go() { getApp().note([this.selectComponent('#one').double(), this.selectAllComponents('.x').map((c) => c.double()), this.selectComponent('#e'), this.selectComponent('#none')]); } })",
    },
    steps: [{ call: ['go'], noted: [[2, [2, 4], { only: 'this' }, null]] }],
  },
  'reserved-properties': {
    title: 'properties with reserved names: some receive a value and some do not, as measured in DevTools',
    source: 'https://github.com/weapp-vite/weapp-vite/issues/627',
    files: {
      'c/probe.wxml':
        '<text class="out">id={{id}} class={{class}} slot={{slot}} style={{style}} hidden={{hidden}} dataFoo={{dataFoo}} markFoo={{markFoo}} customFoo={{customFoo}}</text>',
      'c/probe.js':
        'Component({ properties: { id: String, class: String, slot: String, style: String, hidden: String, dataFoo: String, markFoo: String, customFoo: String } })',
      'page.wxml':
        '<probe id="i1" class="k1" slot="s1" style="color: red" hidden="{{h}}" data-foo="d1" mark:foo="m1" custom-foo="c1"></probe>',
      'page.js': "Page({ data: { h: 'h1' } })",
    },
    opened: {
      texts: { '.out': 'id= class= slot= style=color: red hidden=h1 dataFoo=d1 markFoo=m1 customFoo=c1' },
    },
  },
  'observer-sets-itself': {
    title: 'an observer that sets its own property endlessly is an error that names the property',
    source: 'https://github.com/youzan/vant-weapp/issues/5511',
    files: {
      'c/nav.wxml': '<view>{{backName}}</view>',
      'c/nav.js':
        "Component({ properties: { backName: String }, observers: { backName(v) { this.setData({ backName: v + 'x' }); } } })",
      'page.wxml': '<nav back-name="{{n}}"></nav><view class="rest">rest</view>',
      'page.js': "Page({ data: { n: '首页' } })",
    },
    opened: { has: 'rest', errors: [/backName/] },
  },
};

export default cases;
