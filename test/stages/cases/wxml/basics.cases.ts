/** WXML: conditions, lists, templates and slots. */
import type { Case } from '../../support/case';

const WXML = 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/';

const cases: Record<string, Case> = {
  'if-elif-else': {
    says: 'one branch of a condition is there, and another one after the data has changed',
    source: `${WXML}conditional.html`,
    files: {
      'page.wxml':
        '<view wx:if="{{n === 0}}">zero</view><view wx:elif="{{n === 1}}">one</view><view wx:else>many</view><button bind:tap="more">+</button>',
      'page.js': 'Page({ data: { n: 0 }, more() { this.setData({ n: this.data.n + 1 }); } })',
    },
    opened: { text: 'zero\n+' },
    steps: [
      { tap: 'button', text: 'one\n+', data: { n: 1 } },
      { tap: 'button', text: 'many\n+', setData: [{ n: 1 }, { n: 2 }] },
    ],
  },
  'event-shape': {
    says: 'a tap bubbles, with the data of the element that hears it',
    source: `${WXML}event.html`,
    files: {
      'page.wxml':
        '<view id="out" data-a="1" bind:tap="hear"><view id="in" data-b-c="{{[2]}}" mark:m="x"><text class="t">go</text></view></view>',
      'page.js': 'Page({ hear(e) { getApp().hear(e); } })',
    },
    steps: [
      {
        tap: '.t',
        heard: [{ type: 'tap', mark: { m: 'x' }, currentTarget: { id: 'out', dataset: { a: '1' } } }],
      },
    ],
  },
  'unclosed-tag': {
    says: 'a tag that is never closed is refused',
    source: 'wcc',
    files: { 'page.wxml': '<view>\n  <text>x</text>\n' },
    refuses: { file: 'pages/page/page.wxml', line: 1 },
  },
};

export default cases;
