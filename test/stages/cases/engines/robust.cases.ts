/** A page that fails goes on: what is built in works all the same. */
import type { Case } from '../../support/case';

const cases: Record<string, Case> = {
  'on-load-throws': {
    says: 'a page whose onLoad throws is drawn, and its built-in components work',
    source: 'WeChat: an exception ends the function that threw it',
    files: {
      'page.wxml':
        '<form bindsubmit="save"><input name="t" value="{{t}}" bindinput="typed"></input><switch name="s" bindchange="hear"></switch><button class="go" form-type="submit">送</button></form><view class="late" wx:if="{{ready}}">好</view>',
      'page.js': `Page({ data: { t: '', ready: false, saved: null },
        onLoad() { throw new Error('from onLoad'); },
        onReady() { this.setData({ ready: true }); },
        typed(event) { this.setData({ t: event.detail.value }); },
        hear(event) { getApp().hear(event.detail.value); },
        save(event) { this.setData({ saved: event.detail.value }); } });`,
    },
    opened: { errors: ['from onLoad'], has: ['送', '好'] },
    steps: [
      { input: ['input', '茶'], data: { t: '茶' } },
      { tap: 'switch', heard: [true] },
      { tap: '.go', data: { saved: { t: '茶', s: true } } },
    ],
  },
  'shared-references': {
    says: 'data with references to the same object at many levels is set and drawn',
    source: 'a page with such data hung the preview',
    files: {
      'page.wxml': '<view>{{n}}</view>',
      'page.js':
        'Page({ data: { n: 0 }, onLoad() { let node = { leaf: 1 }; for (let level = 0; level < 40; level += 1) node = { left: node, right: node }; this.shared = node; this.setData({ n: 1 }); } });',
    },
    opened: { text: '1' },
  },
};
export default cases;
