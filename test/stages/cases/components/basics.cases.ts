/** Components: properties, events, slots. */
import type { Case } from '../../support/case';

const COMPONENT = 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/';

const cases: Record<string, Case> = {
  'property-and-event': {
    says: 'a property goes down, an event with its detail comes up',
    source: `${COMPONENT}events.html`,
    files: {
      'c/plus.wxml': '<button bind:tap="add">{{value}}</button>',
      'c/plus.js':
        "Component({ properties: { value: Number }, methods: { add() { this.triggerEvent('more', { value: this.data.value + 1 }); } } })",
      'page.wxml': '<plus value="{{n}}" data-k="v" bind:more="more"></plus>',
      'page.js':
        'Page({ data: { n: 1 }, more(e) { getApp().hear(e); this.setData({ n: e.detail.value }); } })',
    },
    opened: { text: '1' },
    steps: [
      {
        tap: 'button',
        text: '2',
        data: { n: 2 },
        heard: [{ type: 'more', detail: { value: 2 }, currentTarget: { dataset: { k: 'v' } } }],
      },
    ],
  },
};

export default cases;
