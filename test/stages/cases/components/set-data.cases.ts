/** `setData`: valid arguments, and the fields that it sets again. */
import type { Case } from '../../support/case';

const DOC = 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html';
const OWN = 'https://github.com/chemzqm/wept (base library 2.8.2)';

const cases: Record<string, Case> = {
  'not-an-object': {
    title: 'setData ignores an argument that is not an object, and undefined as a value; both are reported',
    source: `${DOC}#Page-prototype-setData-Object-data-Function-callback`,
    files: {
      'page.wxml': '{{a}}',
      'page.js':
        'Page({ data: { a: 1 }, go() { this.setData([9]); this.setData("a"); this.setData({ b: undefined }); } })',
    },
    steps: [
      {
        call: ['go'],
        text: '1',
        reports: [
          'setData accepts an Object rather than some Array',
          'setData accepts an Object rather than some String',
          'sets "b" to undefined',
        ],
      },
    ],
  },
  'illegal-path': {
    title: 'a path whose brackets do not contain a whole number is an error, and the call sets nothing',
    source: OWN,
    files: {
      'page.wxml':
        '{{a}}<button wx:for="{{paths}}" wx:key="*this" id="b{{index}}" data-path="{{item}}" bind:tap="go">{{item}}</button>',
      'page.js': `Page({ data: { a: 1, paths: ['o["x"]', 'l[-1]', 'l[i]', 'l[', ''] }, go(e) { this.setData({ a: 2, [e.target.dataset.path]: 3 }); getApp().note('goes on'); } })`,
    },
    steps: [
      { tap: '#b0', data: { a: 1 }, noted: [], errors: ['the path "o["x"]" is illegal'] },
      { tap: '#b1', noted: [], errors: ['the path "l[-1]" is illegal'] },
      { tap: '#b2', noted: [], errors: ['the path "l[i]" is illegal'] },
      { tap: '#b3', noted: [], errors: ['the path "l[" is illegal'] },
      { tap: '#b4', noted: [], errors: ['a path is empty'] },
    ],
  },
  'no-json': {
    title:
      'setData with a BigInt or with too deep data is an error that names the field; pure data may contain a BigInt',
    source: `${OWN}: publish calls JSON.stringify`,
    files: {
      'page.wxml':
        '{{a}}<button id="big" bind:tap="big">b</button><button id="inner" bind:tap="inner">i</button><button id="deep" bind:tap="deep">d</button><button id="near" bind:tap="near">n</button>',
      'page.js': `const nested = (levels) => { let o = {}; for (let at = 1; at < levels; at += 1) o = { o }; return o; };
Page({ options: { pureDataPattern: /^_/ }, data: { a: 1 },
  big() { this.setData({ _pure: BigInt(1) }); this.setData({ _pure: null }); this.setData({ a: BigInt(2) }); },
  inner() { this.setData({ a: 2, 'l[0]': [{ n: BigInt(2) }] }); },
  deep() { this.setData({ a: 2, o: nested(5000) }); },
  near() { this.setData({ a: 3, o: nested(1000) }); this.setData({ o: null }); } })`,
    },
    steps: [
      { tap: '#big', has: '1', errors: ['pages/page/page: setData: "a" contains a BigInt'] },
      { tap: '#inner', has: '1', errors: ['setData: "l[0]" contains a BigInt'] },
      { tap: '#deep', has: '1', errors: ['setData: "o" has more than 1000 levels of lists and objects'] },
      { tap: '#near', has: '3' },
    ],
  },
  'property-set-again': {
    title: 'a component that closed itself opens again when its owner sets the same value again',
    source: 'https://github.com/NervJS/taro/issues/7202 (every attribute whose data was set is set)',
    files: {
      'c/popup.wxml': '<view wx:if="{{show}}" bind:tap="close">open {{title}}</view>',
      'c/popup.js':
        'Component({ properties: { show: { type: Boolean, observer(now, before) { getApp().note([now, before]); } }, title: String }, methods: { close() { this.setData({ show: false, title: "own" }); } } })',
      'page.wxml': '<popup show="{{open}}" title="{{t}}"/><button bind:tap="open">b</button>',
      'page.js': 'Page({ data: { open: false, t: "t" }, open() { this.setData({ open: true }); } })',
    },
    steps: [
      { tap: 'button', has: 'open t', noted: [[true, false]] },
      { tap: 'view', lacks: 'open', noted: [[false, true]] },
      { tap: 'button', has: 'open own', noted: [[true, false]] },
    ],
  },
  'data-that-is-assigned': {
    title:
      'assigning an object to this.data sets its fields, as in exparser; this.data stays the data object',
    source: 'miniprogram-exparser (Component.prototype.data); the output of remax',
    files: {
      'page.wxml': '<view>{{a}}{{b}}{{c}}</view>',
      'page.js':
        'Page({ data: { a: 1, b: 1 }, onLoad() { this.data = { b: 2, c: 3 }; getApp().note(this.data.a); this.setData({ a: 4 }); getApp().note([this.data.a, this.data.b, this.data.c]); } })',
    },
    opened: { text: '423', noted: [1, [4, 2, 3]] },
  },
};
export default cases;
