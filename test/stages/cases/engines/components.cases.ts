/**
 * Components at run time: events that cross components, relations, external classes, observers, values of properties.
 */
import type { Case } from '../../support/case';

const DOC = 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/';
const NOTE = 'const note = (name) => function (event) { getApp().note([name, event.type, event.detail]); };';

/** Conversion of property values: `[type, value as JavaScript, value in the component]`. */
const conversions: readonly (readonly [string, string, unknown])[] = [
  ['String', '5', '5'],
  ['String', 'true', 'true'],
  ['String', "''", ''],
  ['Number', "'5'", 5],
  ['Number', "'x'", 0],
  ['Number', 'true', 1],
  ['Boolean', "''", false],
  ['Boolean', "'false'", true],
  ['Boolean', '0', false],
  ['Boolean', '[]', true],
  ['Array', '[1, 2]', [1, 2]],
  ['Array', "'ab'", []],
  ['Object', '({ a: 1 })', { a: 1 }],
  ['Object', "'x'", null],
  ['null', '7', 7],
  ['null', "'t'", 't'],
];

const cases: Record<string, Case> = {
  'trigger-event': {
    title:
      'an event bubbles only with bubbles, leaves its component only with composed, and can be captured with capturePhase',
    source: `${DOC}events.html`,
    files: {
      'page.wxml':
        '<view bind:plain="onPage" bind:up="onPage" bind:out="onPage" capture-bind:cap="onCapture" bind:cap="onPage"><outer bind:plain="onOuter" bind:up="onOuter" bind:out="onOuter" bind:cap="onOuter"/></view>',
      'page.js': `${NOTE} Page({ onPage: note('page'), onOuter: note('outer'), onCapture: note('capture') });`,
      'c/outer.wxml':
        '<view bind:plain="inside" bind:up="inside" bind:out="inside" bind:cap="inside"><inner class="inner" bind:plain="own" bind:up="own" bind:out="own" bind:cap="own"/></view>',
      'c/outer.js': `${NOTE} Component({ methods: { inside: note('outer view'), own: note('inner') } });`,
      'c/inner.wxml': '<view class="go" bindtap="go">去</view>',
      'c/inner.js': `Component({ methods: { go() {
        this.triggerEvent('plain', { n: 1 });
        this.triggerEvent('up', [2], { bubbles: true });
        this.triggerEvent('out', 'three', { bubbles: true, composed: true });
        this.triggerEvent('cap', undefined, { bubbles: true, composed: true, capturePhase: true });
      } } });`,
    },
    steps: [
      {
        tap: '.go',
        noted: [
          ['inner', 'plain', { n: 1 }],
          ['inner', 'up', [2]],
          ['outer view', 'up', [2]],
          ['inner', 'out', 'three'],
          ['outer view', 'out', 'three'],
          ['outer', 'out', 'three'],
          ['page', 'out', 'three'],
          ['capture', 'cap', null],
          ['inner', 'cap', null],
          ['outer view', 'cap', null],
          ['outer', 'cap', null],
          ['page', 'cap', null],
        ] as never,
      },
    ],
  },
  'relations-of-behaviors': {
    title: 'a relation can name a behavior, and finds components through other elements',
    source: `${DOC}relations.html`,
    files: {
      'page.wxml':
        '<holder id="h"><view><field k="1"/></view><block wx:for="{{list}}" wx:key="*this"><field k="{{item}}"/></block></holder>',
      'page.js':
        "Page({ data: { list: ['2'] }, set(list) { this.setData({ list }); }, ask() { getApp().note(this.selectComponent('#h').keys()); } });",
      'behavior.js': 'module.exports = Behavior({});',
      'c/holder.wxml': '<slot/>',
      'c/holder.js': `const controls = require('../behavior'); Component({ relations: { controls: { type: 'descendant', target: controls,
        linked(one) { getApp().note('linked ' + one.data.k); }, unlinked(one) { getApp().note('unlinked ' + one.data.k); } } },
        methods: { keys() { return this.getRelationNodes('controls').map((one) => one.data.k); } } });`,
      'c/field.wxml': '<view>{{k}}</view>',
      'c/field.js':
        "const controls = require('../behavior'); Component({ behaviors: [controls], properties: { k: String }, relations: { './holder': { type: 'ancestor' } } });",
    },
    opened: { noted: ['linked 1', 'linked 2'] },
    steps: [
      { call: ['ask'], noted: [['1', '2']] },
      { call: ['set', ['3', '2']], noted: ['linked 3'] },
      { call: ['ask'], noted: [['1', '3', '2']] },
      { call: ['set', []], noted: ['unlinked 3', 'unlinked 2'] },
    ],
  },
  'external-classes': {
    title: 'an external class receives one class, several, changing ones, or none',
    source: `${DOC}wxml-wxss.html`,
    files: {
      'page.wxml': '<k my-class="a {{more}}" other="o"/><k/>',
      'page.js': "Page({ data: { more: 'b' }, set(more) { this.setData({ more }); } });",
      'c/k.js': "Component({ externalClasses: ['my-class', 'other'] });",
      'c/k.wxml': '<view class="own my-class other">x</view>',
    },
    opened: { classes: { 'k view': 'own a b o' } },
    steps: [
      { call: ['set', 'c d'], classes: { 'k view': 'own a c d o' } },
      { call: ['set', ''], classes: { 'k view': 'own a o' } },
    ],
  },
  observers: {
    title: 'observers can watch a field, a path, several fields, an item, and all data below a wildcard',
    source: `${DOC}observer.html`,
    files: {
      'page.wxml': '<k id="k" p="{{p}}"/>',
      'page.js':
        "Page({ data: { p: 1 }, set(data) { this.selectComponent('#k').setData(data); }, own(p) { this.setData({ p }); } });",
      'c/k.wxml': '<view/>',
      'c/k.js': `const note = (name) => (...args) => getApp().note([name, ...args]);
        Component({ properties: { p: Number }, data: { a: 1, b: 2, o: { x: 1, y: { z: 1 } }, list: [1, 2] },
          observers: { p: note('p'), 'a, b': note('a, b'), 'o.x': note('o.x'), 'o.**': note('o.**'), 'list[1]': note('list[1]') } });`,
    },
    opened: { noted: [['p', 1]] },
    steps: [
      { call: ['own', 2], noted: [['p', 2]] },
      { call: ['set', { a: 5 }], noted: [['a, b', 5, 2]] },
      { call: ['set', { a: 5, b: 6 }], noted: [['a, b', 5, 6]] },
      {
        call: ['set', { 'o.x': 9 }],
        noted: [
          ['o.x', 9],
          ['o.**', { x: 9, y: { z: 1 } }],
        ],
      },
      { call: ['set', { 'o.y.z': 3 }], noted: [['o.**', { x: 9, y: { z: 3 } }]] },
      {
        call: ['set', { o: { x: 0 } }],
        noted: [
          ['o.x', 0],
          ['o.**', { x: 0 }],
        ],
      },
      { call: ['set', { 'list[1]': 7 }], noted: [['list[1]', 7]] },
      { call: ['set', { 'list[0]': 7 }] },
      { call: ['set', { other: 1 }] },
    ],
  },
  'property-conversions': {
    title: 'a value is converted to the type of its property',
    source: `${DOC}component.html`,
    files: {
      'page.wxml': `${conversions.map((_, index) => `<k${index} id="k${index}" v="{{v${index}}}"/>`).join('')}`,
      'page.js': `Page({ data: { ${conversions.map(([, value], index) => `v${index}: ${value}`).join(', ')} },
        all() { getApp().note([${conversions.map((_, index) => `this.selectComponent('#k${index}').data.v`).join(', ')}]); } });`,
      ...Object.fromEntries(
        conversions.flatMap(([type], index) => [
          [`c/k${index}.js`, `Component({ properties: { v: ${type} } });`],
          [`c/k${index}.wxml`, '<view/>'],
        ]),
      ),
    },
    opened: { mayReport: [/./] },
    steps: [{ call: ['all'], noted: [conversions.map(([, , value]) => value)] as never, mayReport: [/./] }],
  },
  'late-components': {
    title: 'a component that is added after the page is ready also becomes ready, the innermost first',
    source: `${DOC}lifetimes.html`,
    files: {
      'page.wxml': '<outer wx:if="{{on}}"/>',
      'page.js': 'Page({ data: { on: false }, set(on) { this.setData({ on }); } });',
      'c/outer.wxml': '<inner/>',
      'c/outer.js':
        "Component({ lifetimes: { attached() { getApp().note('outer attached'); }, ready() { getApp().note('outer ready'); }, detached() { getApp().note('outer detached'); } } });",
      'c/inner.wxml': '<view/>',
      'c/inner.js':
        "Component({ lifetimes: { attached() { getApp().note('inner attached'); }, ready() { getApp().note('inner ready'); }, detached() { getApp().note('inner detached'); } } });",
    },
    steps: [
      { call: ['set', true], noted: ['outer attached', 'inner attached', 'inner ready', 'outer ready'] },
      { call: ['set', false], noted: ['inner detached', 'outer detached'] },
    ],
  },
  'form-submit-names-the-button': {
    title: 'submit and reset events contain the button',
    source: 'measured in WeChat: event.detail.target',
    files: {
      'page.wxml':
        '<form bindsubmit="note" bindreset="note"><button class="a" id="a" data-n="1" form-type="submit">a</button><button class="b" data-n="2" form-type="reset">b</button></form>',
      'page.js': 'Page({ note({ type, detail }) { getApp().note([type, detail.target]); } });',
    },
    steps: [
      { tap: '.a', noted: [['submit', { id: 'a', dataset: { n: '1' } }]] },
      { tap: '.b', noted: [['reset', { id: '', dataset: { n: '2' } }]] },
    ],
  },
};
export default cases;
