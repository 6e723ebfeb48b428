/** Text: white space, line breaks, entities. */
import type { Case } from '../../support/case';

const TEXT = 'https://developers.weixin.qq.com/miniprogram/dev/component/text.html';

const cases: Record<string, Case> = {
  'newline-in-text': {
    title: '\\n written in <text> is a line break',
    source: 'https://github.com/wechat-miniprogram/glass-easel/issues/76',
    files: {
      'page.wxml': `<text class="raw">甲\\n乙</text>\n<text class="expr">{{'甲\\n乙'}}</text>\n<text class="data">{{lines}}</text>`,
      'page.js': "Page({ data: { lines: '甲\\n乙' } })",
    },
    opened: { text: '甲 乙甲 乙甲 乙', texts: { '.raw': '甲 乙', '.expr': '甲 乙', '.data': '甲 乙' } },
  },
  'space-at-the-edge': {
    title: 'a space at the edge of a text is kept',
    source: 'wcc',
    files: {
      'page.wxml': '<view>Hello <text>{{n}}</text> and welcome</view>',
      'page.js': "Page({ data: { n: 'Lin' } })",
    },
    opened: { text: 'Hello Lin and welcome' },
  },
  'white-space-alone': {
    title: 'texts of only white space are dropped',
    source: 'wcc',
    files: {
      'page.wxml':
        '<text>\n  <text>30</text>\n  <text>元</text>\n</text><view class="s"><text>左</text> <text>右</text></view>',
    },
    opened: { text: '30元\n左右' },
  },
  'spaces-in-a-loop': {
    title: 'a space after an expression in a loop is kept',
    source: 'wcc',
    files: {
      'page.wxml': '<view><block wx:for="{{list}}" wx:key="*this">{{item}} </block>|</view>',
      'page.js': "Page({ data: { list: ['x', 'y'] } })",
    },
    opened: { text: 'x y |' },
  },
  'entities-with-decode': {
    title: 'entities are decoded in <text decode>',
    source: TEXT,
    files: { 'page.wxml': '<text decode>a&lt;b&gt;c&amp;d&apos;e</text>' },
    opened: { text: "a<b>c&d'e" },
  },
  'entities-without-decode': {
    title: 'without decode entities are shown as they are written',
    source: TEXT,
    files: { 'page.wxml': '<text>a&lt;b</text>' },
    opened: { text: 'a&lt;b' },
  },
  'backslash-in-data': {
    title: 'a backslash followed by n in the data is not a line break, not even in <text>',
    source: 'https://github.com/wdfe/weweb (wx-text.js, taken from WeChat)',
    files: {
      'page.wxml': '<text>{{t}}</text>',
      'page.js': "Page({ data: { t: 'a\\\\nb' } })",
    },
    opened: { text: 'a\\nb' },
  },
  'entities-in-a-text-inside': {
    title: 'decode applies only to the texts of its own <text>, also to texts from data',
    source: 'https://github.com/wdfe/weweb (wx-text.js, taken from WeChat)',
    files: {
      'page.wxml':
        '<text decode>{{t}}&gt;<text>&lt;</text><text decode>&lt;</text></text><view bind:tap="go">go</view>',
      'page.js': "Page({ data: { t: '&amp;lt;' }, go() { this.setData({ t: '&lt;' }); } })",
    },
    opened: { text: '&lt;>&lt;<\ngo' },
    steps: [{ tap: 'view', text: '<>&lt;<\ngo' }],
  },
};

export default cases;
