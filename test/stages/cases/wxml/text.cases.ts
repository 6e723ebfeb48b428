/** Text: white space, line breaks, entities. */
import type { Case } from '../../support/case';

const TEXT = 'https://developers.weixin.qq.com/miniprogram/dev/component/text.html';

const cases: Record<string, Case> = {
  'newline-in-text': {
    title: 'a \\n that is written in <text> is a line break',
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
    title: 'texts of white space alone are dropped',
    source: 'wcc',
    files: {
      'page.wxml':
        '<text>\n  <text>30</text>\n  <text>元</text>\n</text><view class="s"><text>左</text> <text>右</text></view>',
    },
    opened: { text: '30元\n左右' },
  },
  'spaces-in-a-loop': {
    title: 'a space after an expression in a list is kept',
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
    title: 'entities without decode are shown as they are written',
    source: TEXT,
    files: { 'page.wxml': '<text>a&lt;b</text>' },
    opened: { text: 'a&lt;b' },
  },
  'backslash-in-data': {
    title: 'a backslash and an n in the data are no line break, in <text> neither',
    source: 'https://github.com/wdfe/weweb (wx-text.js, taken from WeChat)',
    files: {
      'page.wxml': '<text>{{t}}</text>',
      'page.js': "Page({ data: { t: 'a\\\\nb' } })",
    },
    opened: { text: 'a\\nb' },
  },
  'entities-in-a-text-inside': {
    title: 'decode is for the texts of its own <text>, those of the data too, and follows the data',
    source: 'https://github.com/wdfe/weweb (wx-text.js, taken from WeChat)',
    files: {
      'page.wxml':
        '<text decode>{{t}}&gt;<text>&lt;</text><text decode>&lt;</text></text><view bind:tap="go">go</view>',
      'page.js': "Page({ data: { t: '&amp;lt;' }, go() { this.setData({ t: '&lt;' }); } })",
    },
    opened: { text: '&lt;>&lt;<\ngo' },
    steps: [{ tap: 'view', text: '<>&lt;<\ngo' }],
  },
  'rich-text': {
    title: 'the text of rich-text is visible text',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/rich-text.html',
    files: {
      'page.wxml':
        '<rich-text class="r" nodes="{{html}}"></rich-text><rich-text class="n" nodes="{{nodes}}"></rich-text>',
      'page.js':
        "Page({ data: { html: '<section><p>甲乙</p><a href=\"x\">链</a></section>', nodes: [{ name: 'div', attrs: { class: 'x' }, children: [{ type: 'text', text: '丙' }] }] } })",
    },
    opened: { has: ['甲乙', '链', '丙'] },
  },
  'rich-text-drops-scripts': {
    title: 'tags that WeChat does not list are left out of rich-text',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/rich-text.html',
    files: {
      'page.wxml': '<rich-text nodes="{{bad}}"></rich-text>',
      'page.js': "Page({ data: { bad: '<div>前<script>alert(1)</script>后</div>' } })",
    },
    opened: { text: '前后' },
  },
};

export default cases;
