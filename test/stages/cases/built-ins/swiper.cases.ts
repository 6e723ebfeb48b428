/** Events that built-in components fire when data or time changes them: `<swiper>`, `<progress>`. Others fire none. */
import type { Case } from '../../support/case';

const DOC = 'https://developers.weixin.qq.com/miniprogram/dev/component/swiper.html';
const LIBRARY = 'https://github.com/FloatingGuy/WALib: WAWebview.js of base library 2.30.3';

/** A page with a swiper of `list`; `set` sets data, `changed` runs at each change. */
const files = (attributes: string, data: string, changed = '', script = '') => ({
  'page.wxml': `<swiper ${attributes} bind:change="note" bind:animationfinish="note"><swiper-item wx:for="{{list}}" wx:key="*this" item-id="{{ids ? item : ''}}">{{item}}</swiper-item></swiper>`,
  'page.js': `Page({
    data: { list: ['a', 'b', 'c'], ${data} },
    note({ type, detail }) {
      getApp().note([type, detail.current, detail.source, detail.currentItemId]);
      if (type === 'change') { ${changed} }
    },
    set(data) { this.setData(data, () => getApp().note('set')); },
    ${script}
  })`,
});

const change = (current: number, source: string, id = '') => ['change', current, source, id];
const finish = (current: number, source: string, id = '') => ['animationfinish', current, source, id];

const cases: Record<string, Case> = {
  'swiper-current-by-data': {
    title:
      'setting current by data fires change with an empty source, then animationfinish after duration; an equal value fires nothing',
    source: DOC,
    files: files('current="{{n}}"', 'n: 1'),
    opened: { noted: [], values: { swiper: 1 } },
    steps: [
      { call: ['set', { n: 2 }], noted: [change(2, ''), 'set'], values: { swiper: 2 } },
      { wait: 499, noted: [] },
      { wait: 1, noted: [finish(2, '')] },
      { call: ['set', { n: 2 }], noted: ['set'] },
      { wait: 500, noted: [] },
      { call: ['set', { n: '0' }], noted: [change(0, ''), 'set'] },
    ],
  },
  'swiper-change-after-the-code': {
    title: 'the handler of change runs after the code that sets the data, and before the callback of setData',
    source: 'choice: on a phone both the event and the answer to setData come from the view thread',
    files: files(
      'current="{{n}}"',
      'n: 0',
      '',
      "go() { this.setData({ n: 1 }, () => getApp().note('set')); getApp().note('code'); Promise.resolve().then(() => getApp().note('promise')); }",
    ),
    steps: [{ call: ['go'], noted: ['code', 'promise', change(1, ''), 'set'] }],
  },
  'swiper-autoplay': {
    title: 'autoplay fires change every interval, also from the last item to the first; data can stop it',
    source: DOC,
    files: files('autoplay="{{on}}" interval="1000" duration="300"', 'on: true'),
    steps: [
      { wait: 999, noted: [] },
      { wait: 1, noted: [change(1, 'autoplay')], values: { swiper: 1 } },
      { wait: 300, noted: [finish(1, 'autoplay')] },
      { wait: 1700, noted: [change(2, 'autoplay'), finish(2, 'autoplay'), change(0, 'autoplay')] },
      { call: ['set', { on: false }], noted: ['set'] },
      { wait: 9000, noted: [finish(0, 'autoplay')] },
    ],
  },
  'swiper-autoplay-ends': {
    title: 'autoplay ends when the swiper is removed, and when its page is closed',
    source: LIBRARY,
    files: {
      'page.wxml':
        '<swiper wx:if="{{on}}" autoplay bind:change="note"><swiper-item>a</swiper-item><swiper-item>b</swiper-item></swiper>',
      'page.js':
        'Page({ data: { on: true }, note() { getApp().note(1); }, set(data) { this.setData(data); } })',
    },
    steps: [
      { wait: 5000, noted: [1] },
      { call: ['set', { on: false }] },
      { wait: 20000, noted: [] },
      { call: ['set', { on: true }] },
      { wait: 5000, noted: [1] },
      { phone: (phone) => phone.wx.reLaunch({ url: '/pages/page/page' }) },
      { wait: 4999, noted: [] },
      { wait: 1, noted: [1] },
    ],
  },
  'swiper-set-to-the-old-value': {
    title: 'setData with the current value of the data moves the swiper back after autoplay has moved it',
    source: 'https://github.com/NervJS/taro/issues/8940',
    files: files('autoplay current="{{n}}"', 'n: 0', 'this.setData({ n: 0 });'),
    steps: [{ wait: 5000, noted: [change(1, 'autoplay'), change(0, '')] }],
  },
  'swiper-change-by-touch': {
    title: 'a handler that stores the item of a swipe in its data fires no second change',
    source: DOC,
    files: files('current="{{n}}"', 'n: 0', 'this.setData({ n: detail.current });'),
    steps: [
      {
        fire: ['swiper', 'change', { current: 1, source: 'touch', currentItemId: '' }],
        noted: [change(1, 'touch')],
        values: { swiper: 1 },
        data: { n: 1 },
      },
      { call: ['set', { n: 0 }], noted: [change(0, ''), 'set'] },
      { wait: 500, noted: [finish(0, '')] },
    ],
  },
  'swiper-loop': {
    title: 'a handler of change that sets another item fires change again, in an endless loop: an error',
    source: DOC,
    files: files(
      'current="{{n}}"',
      'n: 0',
      'this.setData({ n: 1 - detail.current });',
      'go() { this.setData({ n: 1 }); }',
    ),
    steps: [
      {
        call: ['go'],
        noted: Array.from({ length: 50 }, (_, at) => change(1 - (at % 2), '')),
        errors: ['the handler of change sets current'],
      },
    ],
  },
  'swiper-out-of-range': {
    title:
      'an index without an item shows nothing and fires no event; the return to a valid index fires none either',
    source: LIBRARY,
    files: files('current="{{n}}"', 'n: 0'),
    steps: [
      { call: ['set', { n: 3 }], noted: ['set'], values: { swiper: 3 }, reports: ['current is 3, but'] },
      { call: ['set', { n: 1 }], noted: ['set'], values: { swiper: 1 } },
      { call: ['set', { n: -1 }], noted: ['set'], reports: ['current is -1, but'] },
      { call: ['set', { n: 0.5 }], noted: ['set'], reports: ['current is 0.5, but'] },
      { call: ['set', { n: 2 }], noted: ['set'] },
      { call: ['set', { n: 1 }], noted: [change(1, ''), 'set'] },
    ],
  },
  'swiper-opened-out-of-range': {
    title:
      'an index after the last item becomes 0 when the items are rendered; it is reported, without an event',
    source: LIBRARY,
    files: files('current="{{n}}"', 'n: 5'),
    opened: { noted: [], values: { swiper: 0 }, reports: ['current is 5, but the items are 0 to 2'] },
    steps: [{ call: ['set', { n: 1 }], noted: [change(1, ''), 'set'] }],
  },
  'swiper-items-change': {
    title:
      'setting more items and an index of them in one setData fires nothing; an index after the last item becomes 0',
    source: LIBRARY,
    files: files('current="{{n}}"', 'n: 2'),
    steps: [
      { call: ['set', { n: 4, list: ['a', 'b', 'c', 'd', 'e'] }], noted: ['set'], values: { swiper: 4 } },
      { wait: 500, noted: [] },
      {
        call: ['set', { list: ['a', 'b'] }],
        noted: ['set'],
        values: { swiper: 0 },
        reports: ['current is 4'],
      },
      { call: ['set', { n: 1 }], noted: [change(1, ''), 'set'] },
      { call: ['set', { list: [] }], noted: ['set'], values: { swiper: 0 } },
      { call: ['set', { list: ['x', 'y'] }], noted: ['set'], values: { swiper: 0 } },
    ],
  },
  'swiper-current-item-id': {
    title:
      'setting current-item-id by data fires change too; the item with this id stays current when other items come before it',
    source: LIBRARY,
    files: files('current-item-id="{{id}}"', "ids: true, id: 'b'"),
    opened: { noted: [], values: { swiper: 1 } },
    steps: [
      { call: ['set', { id: 'c' }], noted: [change(2, '', 'c'), 'set'] },
      { wait: 500, noted: [finish(2, '', 'c')] },
      { call: ['set', { list: ['c', 'b', 'a'] }], noted: ['set'], values: { swiper: 0 } },
      { call: ['set', { id: 'x' }], noted: ['set'], reports: ['no item has the current-item-id'] },
      { call: ['set', { id: 'a' }], noted: ['set'], values: { swiper: 2 } },
      { call: ['set', { id: 'b' }], noted: [change(1, '', 'b'), 'set'] },
    ],
  },
  'swiper-several-at-once': {
    title: 'with display-multiple-items the last index is the one at which the items still fill the swiper',
    source: LIBRARY,
    files: files('display-multiple-items="2" circular="{{c}}" autoplay current="{{n}}"', 'n: 0, c: false'),
    steps: [
      { call: ['set', { n: 1 }], noted: [change(1, ''), 'set'] },
      { wait: 5000, noted: [finish(1, ''), change(0, 'autoplay')] },
      { call: ['set', { n: 2 }], noted: ['set'], reports: ['current is 2, but the items are 0 to 1'] },
      { call: ['set', { n: 1 }], noted: ['set'] },
      { call: ['set', { c: true }], noted: ['set'] },
      { call: ['set', { n: 2 }], noted: [change(2, ''), 'set'] },
      { wait: 5000, noted: [finish(2, ''), change(0, 'autoplay')] },
    ],
  },
  'swiper-in-a-swiper': {
    title: 'a swiper ignores the items of a swiper inside it',
    source: LIBRARY,
    files: {
      'page.wxml': `<swiper id="o" current="{{n}}" bind:change="note"><swiper-item>
<swiper id="i" current="{{m}}" bind:change="note"><swiper-item>1</swiper-item><swiper-item>2</swiper-item><swiper-item>3</swiper-item></swiper>
</swiper-item><swiper-item>4</swiper-item></swiper>`,
      'page.js':
        'Page({ data: { n: 0, m: 0 }, note(e) { getApp().note([e.target.id, e.detail.current]); }, set(data) { this.setData(data); } })',
    },
    steps: [
      { call: ['set', { m: 2 }], noted: [['i', 2]] },
      { call: ['set', { n: 1 }], noted: [['o', 1]] },
      { call: ['set', { n: 2 }], noted: [], reports: ['current is 2'] },
    ],
  },
  'progress-active': {
    title:
      'an active progress starts at 1 %, grows by 1 % every duration, and fires activeend at its percent',
    source: LIBRARY,
    files: {
      'page.wxml':
        '<progress percent="{{p}}" active="{{on}}" active-mode="{{mode}}" duration="10" bind:activeend="note"/>',
      'page.js':
        "Page({ data: { p: 20, on: true, mode: 'backwards' }, note(e) { getApp().note(e.detail); }, set(data) { this.setData(data); } })",
    },
    steps: [
      { wait: 189, noted: [] },
      { wait: 1, noted: [{ curPercent: 20 } as never] },
      { call: ['set', { p: 50 }] },
      { wait: 489, noted: [] },
      { wait: 1, noted: [{ curPercent: 50 } as never] },
      { call: ['set', { mode: 'forwards' }] },
      { call: ['set', { p: 120 }] },
      { wait: 490, noted: [{ curPercent: 100 } as never] },
      { call: ['set', { p: 0 }], noted: [{ curPercent: 0 } as never] },
      { call: ['set', { on: false }] },
      { call: ['set', { p: 30 }] },
      { wait: 9000, noted: [] },
    ],
  },
  'changed-by-data-without-an-event': {
    title: 'fields, checkboxes, sliders and pickers fire no event when data changes them',
    source: LIBRARY,
    files: {
      'page.wxml': `<switch checked="{{on}}" bind:change="note"/><slider value="{{n}}" bind:change="note" bind:changing="note"/>
<checkbox-group bind:change="note"><checkbox value="a" checked="{{on}}"/></checkbox-group>
<radio-group bind:change="note"><radio value="a" checked="{{on}}"/><radio value="b" checked="{{!on}}"/></radio-group>
<picker range="{{['a', 'b']}}" value="{{n}}" bind:change="note"><view>x</view></picker>
<input value="{{n}}" bind:input="note" bind:change="note" bind:blur="note"/><textarea value="{{n}}" bind:input="note" bind:change="note"/>`,
      'page.js':
        'Page({ data: { on: false, n: 0 }, note(e) { getApp().note(e.type); }, set(data) { this.setData(data); } })',
    },
    steps: [
      { call: ['set', { on: true, n: 1 }], noted: [], values: { switch: true, slider: 1, input: '1' } },
    ],
  },
};
export default cases;
