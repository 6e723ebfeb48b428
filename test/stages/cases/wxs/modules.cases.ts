/** WXS: modules, types, and differences from JavaScript. */
import type { Case } from '../../support/case';

const WXS = 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/';

const cases: Record<string, Case> = {
  getDate: {
    title: 'getDate creates dates, getRegExp creates patterns',
    source: `${WXS}07basiclibrary.html`,
    files: {
      'page.wxml':
        '<wxs module="m">module.exports = { y: function (t) { return getDate(t).getFullYear(); }, r: function (s) { return s.replace(getRegExp("a", "g"), "b"); } };</wxs><view>{{m.y(0)}} {{m.r("aXa")}}</view>',
    },
    opened: { text: '1970 bXb' },
  },
  library: {
    title: 'Math, JSON, Number and the methods of arrays and texts exist',
    source: `${WXS}07basiclibrary.html`,
    files: {
      'page.wxml': `<wxs module="m">module.exports.f = function () { return [Math.max(1, 2), JSON.stringify({ a: 1 }), Number.MAX_VALUE > 1, [3, 1].sort().join('-'), 'abc'.substring(1)].join(' '); };</wxs><view>{{m.f()}}</view>`,
    },
    opened: { text: '2 {"a":1} true 1-3 bc' },
  },
  'in-a-list': {
    title: 'a function can be called with an item of a loop',
    source: `${WXS}`,
    files: {
      'page.wxml':
        '<wxs module="m">module.exports.sum = function (list) { var s = 0; for (var i = 0; i < list.length; i++) s += list[i]; return s; };</wxs><view wx:for="{{rows}}" wx:key="*this">{{m.sum(item)}}</view><button bind:tap="t">x</button>',
      'page.js': 'Page({ data: { rows: [[1, 2], [3]] }, t() { this.setData({ "rows[0][0]": 5 }); } })',
    },
    opened: { text: '3\n3\nx' },
    steps: [{ tap: 'button', text: '7\n3\nx' }],
  },
  'event-handler': {
    title: 'a function of a module can handle an event without the page',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html',
    files: {
      'page.wxml': `<wxs module="m">module.exports.tap = function (event, owner) { owner.callMethod('called', { type: event.type, id: event.currentTarget.dataset.k }); owner.selectComponent('.a').addClass('on'); return false; };</wxs><view class="a" data-k="v" bind:tap="{{m.tap}}">x</view>`,
      'page.js': 'Page({ called(e) { getApp().note(e); } })',
    },
    steps: [{ tap: '.a', noted: [{ type: 'tap', id: 'v' } as never], classes: { '.a': 'a on' } }],
  },
  'change-handler': {
    title: 'change: calls a function of a module when an attribute changes',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html',
    files: {
      'page.wxml': `<wxs module="m">module.exports.changed = function (now, before, owner) { owner.callMethod('called', [now, before]); };</wxs><view prop="{{n}}" change:prop="{{m.changed}}">x</view><button bind:tap="t">x</button>`,
      'page.js': 'Page({ data: { n: 1 }, t() { this.setData({ n: 2 }); }, called(e) { getApp().note(e); } })',
    },
    steps: [{ tap: 'button', noted: [[2, 1]] }],
  },
};

export default cases;
