/** WXML: lists, templates, imports, includes, white space, entities. */
import type { Case } from '../../support/case';

const WXML = 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/';

const cases: Record<string, Case> = {
  'for-item-and-index': {
    title: 'wx:for provides item and index',
    source: `${WXML}list.html`,
    files: {
      'page.wxml': '<view wx:for="{{list}}" wx:key="id">{{index}}: {{item.name}}</view>',
      'page.js': "Page({ data: { list: [{ id: 1, name: 'a' }, { id: 2, name: 'b' }] } })",
    },
    opened: { text: '0: a\n1: b' },
  },
  'for-renamed': {
    title: 'item and index can be renamed, and loops can be nested',
    source: `${WXML}list.html`,
    files: {
      'page.wxml':
        '<view wx:for="{{rows}}" wx:for-item="row" wx:for-index="y" wx:key="*this"><text wx:for="{{row}}" wx:for-index="x" wx:key="*this">{{y}}{{x}}{{item}} </text></view>',
      'page.js': "Page({ data: { rows: [['a', 'b'], ['c']] } })",
    },
    opened: { text: '00a 01b\n10c' },
  },
  'for-object-number-text': {
    title: 'wx:for iterates over an object, a number and a text',
    source: 'wcc',
    files: {
      'page.wxml':
        '<view wx:for="{{o}}" wx:key="index">{{index}}={{item}}</view><view class="n" wx:for="{{2}}" wx:key="*this">{{item}}</view><view class="s" wx:for="{{s}}" wx:key="index">{{item}}</view>',
      'page.js': "Page({ data: { o: { x: 1, y: 2 }, s: 'ab' } })",
    },
    // glass-easel warns that numbers and strings in wx:for are for testing, and that keys are not unique.
    opened: { text: 'x=1\ny=2\n0\n1\na\nb', mayReport: [/generally for testing/, /keys are not unique/] },
  },
  'for-literal': {
    title: 'wx:for accepts a list literal',
    source: `${WXML}list.html`,
    files: {
      'page.wxml': '<view wx:for="{{[1, two, 3]}}" wx:key="*this">{{item}}</view>',
      'page.js': "Page({ data: { two: 'zwei' } })",
    },
    opened: { text: '1\nzwei\n3' },
  },
  'for-nothing': {
    title: 'wx:for treats undefined as an empty list',
    source: 'wcc',
    files: { 'page.wxml': '<view wx:for="{{nothing}}" wx:key="*this">x</view><view>end</view>' },
    opened: { text: 'end', mayReport: [/neither Array nor Object/] },
  },
  'key-keeps-state': {
    title: 'with wx:key an element keeps its typed text when the order changes',
    source: `${WXML}list.html`,
    files: {
      'page.wxml':
        '<view wx:for="{{list}}" wx:key="id"><text>{{item.id}}</text><input class="in{{item.id}}"></input></view><button bind:tap="turn">turn</button>',
      'page.js':
        "Page({ data: { list: [{ id: 'a' }, { id: 'b' }] }, turn() { this.setData({ list: [{ id: 'c' }, ...this.data.list.slice().reverse()] }); } })",
    },
    steps: [
      { input: ['.ina', 'mine'], values: { '.ina': 'mine', '.inb': '' } },
      { tap: 'button', text: 'c\nb\na\nturn', values: { '.ina': 'mine', '.inb': '', '.inc': '' } },
    ],
  },
  'block-is-no-element': {
    title: 'a <block> is not an element',
    source: `${WXML}conditional.html`,
    files: {
      'page.wxml':
        '<view class="v"><block wx:if="{{true}}"><text>a</text><text>b</text></block><block wx:for="{{[1, 2]}}" wx:key="*this"><text>{{item}}</text></block></view>',
    },
    opened: { text: 'ab12', count: { '.v > text': 4, block: 0 } },
  },
  'if-in-for': {
    title: 'on one element wx:for is evaluated before wx:if',
    source: 'wcc',
    files: {
      'page.wxml': '<view wx:for="{{[1, 2, 3]}}" wx:key="*this" wx:if="{{item !== 2}}">{{item}}</view>',
    },
    opened: { text: '1\n3' },
  },
  'template-with-data': {
    title: 'a template sees only the data passed to it',
    source: `${WXML}template.html`,
    files: {
      'page.wxml':
        '<template name="t"><view>{{x}}[{{secret}}]{{y}}</view></template><template is="t" data="{{x, ...more}}"></template>',
      'page.js': "Page({ data: { x: 1, secret: 's', more: { y: 2 } } })",
    },
    opened: { text: '1[]2' },
  },
  'template-by-name': {
    title: 'the name of a template can be computed; a missing template renders nothing and is reported',
    source: 'wcc',
    files: {
      'page.wxml':
        '<template name="a"><view>A</view></template><template name="b"><view>B</view></template><template is="{{kind}}"></template><button bind:tap="next">x</button>',
      'page.js':
        "Page({ data: { kind: 'a' }, next() { this.setData({ kind: this.data.kind === 'a' ? 'b' : 'none' }); } })",
    },
    opened: { text: 'A\nx' },
    steps: [
      { tap: 'button', text: 'B\nx' },
      { tap: 'button', text: 'x', reports: [/none/] },
    ],
  },
  'import-and-include': {
    title: 'import adds the templates of a file, include adds the rest of it',
    source: `${WXML}import.html`,
    files: {
      'parts/t.wxml': '<template name="t"><view>T{{x}}</view></template><view>not shown</view>',
      'parts/i.wxml': '<template name="hidden"><view>no</view></template><view>I{{x}}</view>',
      'page.wxml':
        '<import src="/parts/t.wxml"/><include src="../../parts/i.wxml"/><template is="t" data="{{x: 5}}"/>',
      'page.js': 'Page({ data: { x: 1 } })',
    },
    opened: { text: 'I1\nT5' },
  },
  'last-import-wins': {
    title: 'of two imports with the same template the last one counts',
    source: 'wcc',
    files: {
      'parts/b.wxml': '<template name="t"><view>B</view></template>',
      'parts/c.wxml': '<template name="t"><view>C</view></template>',
      'page.wxml': '<import src="/parts/b.wxml"/><import src="/parts/c.wxml"/><template is="t"/>',
    },
    opened: { text: 'C' },
  },
  comments: {
    title: 'comments are not rendered, and may contain anything',
    source: 'wcc',
    files: { 'page.wxml': '<view>a<!-- <view> {{ --></view><!-- x --><view>b</view>' },
    opened: { text: 'a\nb' },
  },
  'class-and-style': {
    title: 'class and style can mix text and expressions',
    source: `${WXML}data.html`,
    files: {
      'page.wxml': `<view class="a {{n > 1 ? 'big' : ''}} b" style="width: {{n}}px">x</view><button bind:tap="less">-</button>`,
      'page.js': 'Page({ data: { n: 2 }, less() { this.setData({ n: 1 }); } })',
    },
    opened: { classes: { view: 'a big b' }, attributes: { view: { style: 'width: 2px' } } },
    steps: [{ tap: 'button', classes: { view: 'a b' }, attributes: { view: { style: 'width: 1px' } } }],
  },
  hidden: {
    title: 'a hidden element stays in the tree and shows nothing',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/conditional.html',
    files: {
      'page.wxml': '<view hidden="{{h}}" class="h">x</view><view>y</view><button bind:tap="t">t</button>',
      'page.js': 'Page({ data: { h: true }, t() { this.setData({ h: !this.data.h }); } })',
    },
    opened: { text: 'y\nt', count: { '.h': 1 } },
    steps: [{ tap: 'button', text: 'x\ny\nt' }],
  },
  'template-that-is-missing': {
    title: 'a missing template renders nothing, and is reported when it would be rendered',
    source: 'wcc accepts it; wxParse.wxml of https://github.com/icindy/wxParse names one more than it has',
    files: {
      'page.wxml':
        '<view>a</view><template is="none" data="{{x}}"/><block wx:if="{{deep}}"><template is="deeper"/></block><view>b</view>',
      'page.js': 'Page({ data: { deep: false }, show() { this.setData({ deep: true }) } })',
    },
    opened: { text: 'a\nb', reports: [/there is no template "none": nothing is drawn/] },
    steps: [{ call: ['show'], text: 'a\nb', reports: [/there is no template "deeper": nothing is drawn/] }],
  },
};

export default cases;
