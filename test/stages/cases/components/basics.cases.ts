/** Components: properties, events, slots. */
import type { Case } from '../../support/case';

const COMPONENT = 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/';

const cases: Record<string, Case> = {
  'property-and-event': {
    title: 'a page passes a property to a component; the component fires an event with its detail',
    source: `${COMPONENT}events.html`,
    files: {
      'c/plus.wxml': '<button bind:tap="add">{{value}}</button>',
      'c/plus.js':
        "Component({ properties: { value: Number }, methods: { add() { this.triggerEvent('more', { value: this.data.value + 1 }); } } })",
      'page.wxml': '<plus value="{{n}}" data-k="v" bind:more="more"></plus>',
      'page.js':
        'Page({ data: { n: 1 }, more(e) { getApp().note(e); this.setData({ n: e.detail.value }); } })',
    },
    opened: { text: '1' },
    steps: [
      {
        tap: 'button',
        text: '2',
        data: { n: 2 },
        noted: [{ type: 'more', detail: { value: 2 }, currentTarget: { dataset: { k: 'v' } } }],
      },
    ],
  },
  'slots-in-another-order': {
    title:
      'slot content has the order of the slots, independent of its order in the page, also after changes',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/wxml-wxss.html',
    files: {
      'c/x.js': 'Component({ options: { multipleSlots: true } })',
      'c/x.wxml': '<slot name="c"/><block wx:if="{{true}}"><slot name="b"/></block><slot/><slot name="a"/>',
      'page.wxml':
        '<x><view slot="a">1</view><block wx:if="{{on}}"><view slot="b">2</view><view slot="a">3</view></block><view wx:for="{{l}}" wx:key="*this" slot="{{item}}">{{item}}{{index}}</view><view>0</view></x>',
      'page.js': "Page({ data: { on: true, l: ['a', 'b'] }, put(on, l) { this.setData({ on, l }); } })",
    },
    opened: { text: '2\nb1\n0\n1\n3\na0' },
    steps: [
      { call: ['put', false, ['b', 'c', 'a']], text: 'c1\nb0\n0\n1\na2' },
      { call: ['put', true, ['c']], text: 'c0\n2\n0\n1\n3' },
    ],
  },
};

export default cases;
