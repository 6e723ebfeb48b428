/** Events: binding, catching, capturing, data of elements. */
import type { Case } from '../../support/case';

const EVENTS = 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html';
const NOTE = `const note = (name) => function (e) { getApp().note([name, e.currentTarget.id, e.target.id]); };
Page({ a: note('a'), b: note('b'), c: note('c'), d: note('d') });`;

const cases: Record<string, Case> = {
  'bind-bubbles': {
    title: 'bind, with and without a colon, lets an event bubble',
    source: EVENTS,
    files: {
      'page.wxml':
        '<view id="o" bindtap="a"><view id="m" bind:tap="b"><view id="i" bindtap="c">x</view></view></view>',
      'page.js': NOTE,
    },
    steps: [
      {
        tap: '#i',
        noted: [
          ['c', 'i', 'i'],
          ['b', 'm', 'i'],
          ['a', 'o', 'i'],
        ],
      },
    ],
  },
  'catch-stops': {
    title: 'catch stops an event',
    source: EVENTS,
    files: {
      'page.wxml':
        '<view id="o" bind:tap="a"><view id="m" catch:tap="b"><view id="i" bind:tap="c">x</view></view></view>',
      'page.js': NOTE,
    },
    steps: [
      {
        tap: '#i',
        noted: [
          ['c', 'i', 'i'],
          ['b', 'm', 'i'],
        ],
      },
    ],
  },
  'catch-without-handler': {
    title: 'a catch whose handler does not exist also stops an event',
    source: EVENTS,
    files: {
      'page.wxml':
        '<view id="o" bind:tap="a"><view id="m" catchtap="none"><view id="i">x</view></view></view>',
      'page.js': NOTE,
    },
    steps: [{ tap: '#i', noted: [], reports: ['does not have a method "none" to handle event "tap"'] }],
  },
  'capture-first': {
    title: 'capture-bind handles an event in the capture phase',
    source: EVENTS,
    files: {
      'page.wxml':
        '<view id="o" capture-bind:tap="a" bind:tap="d"><view id="i" capture-bind:tap="b" bind:tap="c">x</view></view>',
      'page.js': NOTE,
    },
    steps: [
      {
        tap: '#i',
        noted: [
          ['a', 'o', 'i'],
          ['b', 'i', 'i'],
          ['c', 'i', 'i'],
          ['d', 'o', 'i'],
        ],
      },
    ],
  },
  'capture-catch': {
    title: 'capture-catch ends an event in the capture phase',
    source: EVENTS,
    files: {
      'page.wxml':
        '<view id="o" capture-catch:tap="a" bind:tap="d"><view id="i" capture-bind:tap="b" bind:tap="c">x</view></view>',
      'page.js': NOTE,
    },
    steps: [{ tap: '#i', noted: [['a', 'o', 'i']] }],
  },
  'mut-bind': {
    title: 'of several mut-bind handlers only one runs; bind handlers run too',
    source: EVENTS,
    files: {
      'page.wxml':
        '<view id="o" mut-bind:tap="a"><view id="m" bind:tap="b"><view id="i" mut-bind:tap="c">x</view></view></view>',
      'page.js': NOTE,
    },
    steps: [
      {
        tap: '#i',
        noted: [
          ['c', 'i', 'i'],
          ['b', 'm', 'i'],
        ],
      },
    ],
  },
  dataset: {
    title:
      'names after data- become camel case, their capital letters become lower case; values keep their types',
    source: EVENTS,
    files: {
      'page.wxml':
        '<view id="v" data-element-type="{{1}}" data-elementName="x" data-list="{{[1, 2]}}" data-o="{{o}}" bind:tap="t">x</view>',
      'page.js': 'Page({ data: { o: { p: true } }, t(e) { getApp().note(e); } })',
    },
    opened: { dataset: { '#v': { elementType: 1, elementname: 'x', list: [1, 2], o: { p: true } } } },
    steps: [{ tap: '#v', noted: [{ currentTarget: { dataset: { elementType: 1, elementname: 'x' } } }] }],
  },
  'selectors-of-a-dataset': {
    title: 'an attribute selector compares values of the dataset as text, and names in lower case',
    source: 'https://github.com/wechat-miniprogram/j-component src/render/render.js',
    files: {
      'page.wxml':
        '<view data-my-Item="{{n}}">a</view><view data-myItem="b" wx:if="{{n}}">b</view><view data-t="{{true}}"/>',
      'page.js': 'Page({ data: { n: 1 }, go() { this.setData({ n: 2 }) } })',
    },
    opened: { texts: { '[data-my-item="1"]': 'a', '[data-myitem=b]': 'b' }, count: { '[data-t=true]': 1 } },
    steps: [{ call: ['go'], count: { '[data-my-item="1"]': 0, '[data-my-item="2"]': 1 } }],
  },
  mark: {
    title: 'marks of the target and its ancestors are combined; the innermost one has priority',
    source: `${EVENTS}#mark`,
    files: {
      'page.wxml':
        '<view mark:my="last" mark:other="o" bind:tap="t"><view id="i" mark:my="{{n}}">x</view></view>',
      'page.js': 'Page({ data: { n: 5 }, t(e) { getApp().note(e); } })',
    },
    steps: [{ tap: '#i', noted: [{ type: 'tap', mark: { my: 5, other: 'o' } }] }],
  },
  'handler-name-from-data': {
    title: 'data can contain the name of a handler',
    source: 'wcc',
    files: {
      'page.wxml': '<view id="i" bind:tap="{{h}}">x</view>',
      'page.js': `const note = (name) => function () { getApp().note(name); this.setData({ h: 'two' }); };
Page({ data: { h: 'one' }, one: note('one'), two: note('two') })`,
    },
    steps: [
      { tap: '#i', noted: ['one'] },
      { tap: '#i', noted: ['two'] },
    ],
  },
  'touch-events': {
    title: 'a tap comes after touchstart and touchend',
    source: EVENTS,
    files: {
      'page.wxml': '<view id="i" bind:touchstart="t" bind:touchend="t" bind:tap="t">x</view>',
      'page.js': 'Page({ t(e) { getApp().note(e.type); } })',
    },
    steps: [{ tap: '#i', noted: ['touchstart', 'touchend', 'tap'] }],
  },
  'event-name-with-colon': {
    title: 'names of events may contain colons and hyphens',
    source: 'https://github.com/xiaweiss/miniprogram-bug-report/issues/290',
    files: {
      'c/planner.wxml': '<view class="up" bindtap="up">改</view><view class="done" bindtap="done">完</view>',
      'c/planner.js':
        "Component({ methods: { up() { this.triggerEvent('update:plan', '新'); }, done() { this.triggerEvent('plan-done', '好'); } } });",
      'page.wxml':
        '<planner bind:update:plan="onPlan" catch:plan-done="onDone" bindplain="onPlain"></planner><view class="plan">{{plan}}</view>',
      'page.js':
        "Page({ data: { plan: '无' }, onPlan(e) { this.setData({ plan: e.detail }); }, onDone(e) { this.setData({ plan: '完:' + e.detail }); }, onPlain() {} });",
    },
    steps: [
      { tap: '.up', texts: { '.plan': '新' } },
      { tap: '.done', texts: { '.plan': '完:好' } },
    ],
  },
  'handler-throws': {
    title: 'an exception in a handler reaches App.onError, and the page continues',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html',
    files: {
      'app.js': 'App({ noted: [], onError(text) { this.noted.push(/boom/.test(text)); } })',
      'page.wxml':
        '<button class="bad" bind:tap="bad">!</button><button class="good" bind:tap="good">{{n}}</button>',
      'page.js':
        "Page({ data: { n: 0 }, bad() { throw new Error('boom'); }, good() { this.setData({ n: 1 }); } })",
    },
    steps: [
      { tap: '.bad', errors: ['boom'], noted: [true] },
      { tap: '.good', text: '!\n1' },
    ],
  },
  'missing-handler': {
    title: 'a missing handler is reported in the words of a phone; the event continues',
    source: 'https://github.com/sbfkcel/towxml/issues/83',
    files: {
      'page.json': { usingComponents: { 'x-c': '/c/c' } },
      'page.wxml':
        '<view bindtap="outer"><view class="in" bindtap="typo">a</view><view class="stop" catchtap="stopTypo">b</view></view><x-c bind:fired="gone"/><view class="still" catchtouchstart="none">c</view>',
      'page.js': "Page({ outer() { getApp().note('outer'); } })",
      'c/c.wxml': '<view class="c" bindtap="fire">c</view>',
      'c/c.js': "Component({ methods: { fire() { this.triggerEvent('fired'); } } })",
    },
    steps: [
      {
        tap: '.in',
        noted: ['outer'],
        reports: [/^Component "pages\/page\/page" does not have a method "typo" to handle event "tap"\.$/],
      },
      { tap: '.in', noted: ['outer'] },
      { tap: '.stop', noted: [], reports: ['method "stopTypo" to handle event "tap"'] },
      { tap: '.c', noted: [], reports: ['method "gone" to handle event "fired"'] },
      { tap: '.still', noted: [] },
    ],
  },
};

export default cases;
