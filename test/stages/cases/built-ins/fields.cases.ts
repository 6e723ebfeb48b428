/** Built-in components: fields, forms, choices. */
import type { Case } from '../../support/case';

const DOC = 'https://developers.weixin.qq.com/miniprogram/dev/component/';
const NOTE = 'note(e) { getApp().note([e.type, e.detail]); }';

const NOT_MODELLED = [
  'page-container',
  'web-view',
  'open-data',
  'video',
  'camera',
  'live-player',
  'picker-view',
  'movable-area',
  'cover-image',
  'editor',
  'ad',
  'audio',
  'functional-page-navigator',
  'official-account',
  'navigation-bar',
  'share-element',
  'voip-room',
];

const cases: Record<string, Case> = {
  'attributes-not-given': {
    title: 'undefined or null in an attribute of a built-in component counts as absent, without a report',
    source: 'templates of Taro and remax, which name every attribute of a component',
    files: {
      'page.wxml': `<button type="{{u}}" form-type="{{n}}" bind:tap="t">a</button>
<input placeholder="{{u}}" name="{{n}}" maxlength="{{u}}"/><text space="{{u}}" max-lines="{{n}}">b</text>`,
      'page.js': 'Page({ data: { n: null }, t() { this.setData({ n: undefined }); } })',
    },
    opened: { text: 'a\nb' },
    steps: [
      { tap: 'button', reports: ['sets "n" to undefined'] },
      { input: ['input', '茶'], values: { input: '茶' } },
    ],
  },
  'input-maxlength': {
    title: 'maxlength cuts typed text; its default is 140',
    source: `${DOC}input.html`,
    files: {
      'page.wxml': '<input class="a" maxlength="3"/><input class="b" maxlength="{{-1}}"/><input class="c"/>',
    },
    steps: [
      { input: ['.a', 'abcdef'], values: { '.a': 'abc' } },
      { input: ['.b', 'x'.repeat(200)], values: { '.b': 'x'.repeat(200) } },
      { input: ['.c', 'x'.repeat(200)], values: { '.c': 'x'.repeat(140) } },
    ],
  },
  'input-emptied': {
    title: 'a field that the program empties is empty, also the second time',
    source: `${DOC}input.html`,
    files: {
      'page.wxml':
        '<form bind:submit="sent"><input name="t" value="{{t}}" bind:input="typed"/><button class="clear" bind:tap="clear">x</button><button class="go" form-type="submit">go</button></form>',
      'page.js':
        "Page({ data: { t: '' }, typed(e) { this.setData({ t: e.detail.value }); }, clear() { this.setData({ t: '' }); }, sent(e) { getApp().note(e.detail.value); } })",
    },
    steps: [
      { input: ['input', '铁观音'], data: { t: '铁观音' }, values: { input: '铁观音' } },
      { tap: '.clear', data: { t: '' }, values: { input: '' } },
      { tap: '.go', noted: [{ t: '' } as never] },
      { input: ['input', '铁观音'], values: { input: '铁观音' } },
      { tap: '.clear', values: { input: '' } },
    ],
  },
  confirm: {
    title: '完成 fires confirm, then the field loses focus; with confirm-hold it keeps the focus',
    source: `${DOC}input.html`,
    files: {
      'page.wxml':
        '<input id="a" value="x" bind:focus="h" bind:confirm="h" bind:blur="h"/><input id="b" confirm-hold="{{true}}" bind:confirm="h" bind:blur="h"/><textarea bind:confirm="h" bind:blur="h"/>',
      'page.js': 'Page({ h({ type, detail }) { getApp().note([type, detail.value]); } })',
    },
    steps: [
      {
        confirm: ['#a'],
        noted: [
          ['focus', 'x'],
          ['confirm', 'x'],
          ['blur', 'x'],
        ],
      },
      { confirm: ['#b', 'y'], noted: [['confirm', 'y']] },
      { confirm: ['#b'], noted: [['confirm', 'y']] },
      {
        confirm: ['textarea', 'z'],
        noted: [
          ['blur', 'y'],
          ['confirm', 'z'],
          ['blur', 'z'],
        ],
      },
    ],
  },
  'keyboard-height': {
    title: 'the keyboard opens before focus, and closes after blur',
    source: 'https://www.cnblogs.com/yurunmiao/p/16255278.html',
    files: {
      'page.wxml': '<input bind:keyboardheightchange="h" bind:focus="h" bind:blur="h"/>',
      'page.js':
        'Page({ h({ type, detail: { height, duration } }) { getApp().note({ type, height, duration }); } })',
    },
    steps: [
      {
        input: ['input', 'x'],
        noted: [
          { type: 'keyboardheightchange', height: 336, duration: 0.25 },
          { type: 'focus', height: 336 },
          { type: 'blur' },
          { type: 'keyboardheightchange', height: 0, duration: 0.25 },
        ] as never,
      },
    ],
  },
  'keyboard-of-textarea': {
    title:
      'the keyboard of a textarea has a bar with 完成 that adds to its height, unless show-confirm-bar is false',
    source: `${DOC}textarea.html`,
    files: {
      'page.wxml':
        '<textarea class="a" bind:focus="h"/><textarea class="b" show-confirm-bar="{{false}}" bind:focus="h"/>',
      'page.js': 'Page({ h({ detail }) { getApp().note(detail.height); } })',
    },
    steps: [
      { input: ['.a', 'x'], noted: [380] },
      { input: ['.b', 'x'], noted: [336] },
    ],
  },
  'hide-keyboard': {
    title: 'wx.hideKeyboard removes the focus; wx.onKeyboardHeightChange reports each change',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/device/keyboard/wx.hideKeyboard.html',
    files: {
      'page.wxml': '<input confirm-hold bind:blur="h"/>',
      'page.js':
        "const note = (what) => getApp().note(what); const f = ({ height }) => note(height); Page({ onLoad() { wx.onKeyboardHeightChange(f); }, h() { note('blur'); }, hide() { wx.hideKeyboard({ complete: (r) => note(r.errMsg) }); }, off() { wx.offKeyboardHeightChange(f); } })",
    },
    steps: [
      { call: ['hide'], noted: ['hideKeyboard:fail:input not exists'] },
      { confirm: ['input', 'x'], noted: [336] },
      { call: ['hide'], noted: ['blur', 0, 'hideKeyboard:ok'] },
      { call: ['hide'], noted: ['hideKeyboard:fail:input not exists'] },
      { call: ['off'] },
      { input: ['input', 'y'], noted: ['blur'] },
    ],
  },
  'hold-keyboard': {
    title: 'a tap outside the field removes the focus, unless hold-keyboard is set',
    source: `${DOC}input.html`,
    files: {
      'page.wxml':
        '<input class="a" confirm-hold bind:blur="h" data-n="a"/><input class="b" confirm-hold hold-keyboard bind:blur="h" data-n="b"/><view class="v">v</view>',
      'page.js': 'Page({ h({ currentTarget }) { getApp().note(currentTarget.dataset.n); } })',
    },
    steps: [
      { confirm: ['.a', 'x'] },
      { tap: '.v', noted: ['a'] },
      { confirm: ['.b', 'x'] },
      { tap: '.v', noted: [] },
    ],
  },
  'keyboard-of-keys': {
    title: 'a device without an on-screen keyboard fires no keyboardheightchange',
    source: `${DOC}input.html`,
    phone: { device: { keyboardHeight: 0 } },
    files: {
      'page.wxml': '<input bind:keyboardheightchange="h" bind:focus="h"/>',
      'page.js': 'Page({ h({ type, detail }) { getApp().note([type, detail.height]); } })',
    },
    steps: [{ input: ['input', 'x'], noted: [['focus', 0]] }],
  },
  'tags-not-modelled': {
    title: 'an unmodelled tag of WeChat is reported once, also inside a loop',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/',
    files: {
      'page.wxml': `${NOT_MODELLED.map((tag) => `<${tag}/>`).join('')}<view wx:for="{{2}}" wx:key="*this"><map/><map/></view>`,
    },
    opened: {
      reports: [...NOT_MODELLED, 'map'].map(
        (tag) => new RegExp(`^(?:.*: )?<${tag}> is not (?:modelled|a component)`),
      ),
    },
  },
  'page-meta': {
    title: '<page-meta> renders nothing; unmodelled attributes and a <page-meta> without effect are reported',
    source: `${DOC}page-meta.html`,
    files: {
      'page.wxml':
        '<wxs module="m">module.exports = {};</wxs><page-meta root-font-size="system" pageStyle="color: red" scroll-top="9" bindscroll="s"><view>a</view></page-meta><page-meta page-font-size="system"/><template name="every-tag"><page-meta scroll-top="9"/></template>',
    },
    opened: {
      text: 'a',
      reports: [
        '<page-meta>: scroll-top, bindscroll are not modelled, and do nothing',
        '<page-meta> has an effect only as the first node of a page',
      ],
    },
  },
  'property-of-another-type': {
    title: 'a value of another type for a property is reported and converted',
    source: 'miniprogram-exparser; glass-easel src/data_proxy.ts (convertValueToType)',
    files: {
      'page.wxml':
        '<k n="{{o}}" s="{{o}}" a="{{t}}" o="{{t}}" b="{{t}}"/><k n="{{t}}" s="{{none}}" a="{{none}}" o="{{none}}"/>',
      'page.js': "Page({ data: { o: { x: 1 }, t: 'x', none: null } })",
      'c/k.js': 'Component({ properties: { n: Number, s: String, a: Array, o: Object, b: Boolean } })',
      'c/k.wxml': '<view>{{n}}|{{s}}|{{a.length}}|{{o}}|{{b}}</view>',
    },
    opened: {
      text: '0|[object Object]|0|null|true\n0||0|null|false',
      reports: [
        /property "n".*expected <Number> but got non-number value/,
        /property "s".*expected <String> but got object-typed value/,
        /property "s".*expected <String> but get null value/,
        /property "a".*expected <Array> but got non-array value/,
        /property "o".*expected <Object> but got non-object value/,
      ],
    },
  },
  'property-of-another-type-with-a-default': {
    title:
      'a value that cannot be converted to the type becomes 0, an empty text or an empty list, not the default',
    source: 'miniprogram-exparser; glass-easel src/data_proxy.ts (convertValueToType)',
    files: {
      'page.wxml': '<k n="x" s="{{none}}" a="x"/>',
      'page.js': 'Page({ data: { none: null } })',
      'c/k.js':
        "Component({ properties: { n: { type: Number, value: 5 }, s: { type: String, value: 'd' }, a: { type: Array, value: [1] } } })",
      'c/k.wxml': '<view>{{n}}|{{s}}|{{a.length}}</view>',
    },
    opened: { text: '0||0', reports: [/property "n"/, /property "s"/, /property "a"/] },
  },
  'keys-that-are-not-unique': {
    title:
      'keys of wx:for that are not unique are reported, once for each set of keys; wx:key="index" gives no keys',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/list.html; wcc (wfor)',
    files: {
      'page.wxml':
        '<text wx:for="{{list}}" wx:key="id">{{item.id}}</text><text wx:for="{{list}}" wx:key="none">{{index}}</text><text wx:for="{{[1, 2]}}" wx:key="*this">{{item}}</text><text wx:for="{{[1]}}" wx:key="index">{{item}}</text><text wx:for="{{list}}">x</text>',
      'page.js':
        "Page({ data: { list: [{ id: 'a' }, { id: 'b' }, { id: 'a' }] }, again() { this.setData({ list: this.data.list }); } })",
    },
    opened: {
      text: 'aba012121xxx',
      reports: [/keys are not unique.*"a"/],
    },
    steps: [{ call: ['again'], text: 'aba012121xxx' }],
  },
  'model-value': {
    title: 'model:value writes typed text back into the data',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/two-way-bindings.html',
    files: {
      'page.wxml': '<input model:value="{{name}}"/><view>{{name}}</view>',
      'page.js': "Page({ data: { name: 'a' } })",
    },
    opened: { text: 'a', values: { input: 'a' } },
    steps: [{ input: ['input', 'b'], text: 'b', data: { name: 'b' } }],
  },
  'model-of-a-path': {
    title:
      'model: writes back only to a field of the data: a path is shown, is not written back, and is reported',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/two-way-bindings.html',
    files: {
      'page.wxml':
        '<input id="p" model:value="{{a.b}}"/><input id="i" model:value="{{list[0]}}"/><view>{{a.b}} {{list[0]}}</view>',
      'page.js': "Page({ data: { a: { b: 'x' }, list: ['y'] } })",
    },
    opened: {
      text: 'x y',
      values: { '#p': 'x', '#i': 'y' },
      reports: [/model:value is not written back: WeChat takes one field/],
    },
    steps: [
      { input: ['#p', '1'], text: 'x y', data: { a: { b: 'x' } }, values: { '#p': '1' } },
      { input: ['#i', '2'], text: 'x y', data: { list: ['y'] }, values: { '#i': '2' } },
    ],
  },
  'model-in-a-loop': {
    title: 'model: does not write back to an item of wx:for, also in inner elements and under another name',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/two-way-bindings.html',
    files: {
      'page.wxml': `<input class="own" wx:for="{{list}}" wx:key="*this" model:value="{{item}}"/>
        <view wx:for="{{list}}" wx:for-item="one" wx:for-index="at" wx:key="*this">
          <input class="named" model:value="{{one}}"/><input class="index" model:value="{{at}}"/>
          <input class="field" model:value="{{item}}"/>
        </view>
        <input class="outside" model:value="{{one}}"/>
        <text>{{list}} {{item}} {{one}}</text>`,
      'page.js': "Page({ data: { list: ['x'], item: 'of the page', one: 1 } })",
    },
    opened: {
      has: 'x of the page 1',
      values: { '.own': 'x', '.named': 'x', '.field': 'of the page' },
      reports: [
        /model:value is not written back: {{item}} is a name of wx:for/,
        /{{one}} is a name of wx:for/,
        /{{at}} is a name of wx:for/,
      ],
    },
    steps: [
      { input: ['.own', '1'], has: 'x of the page 1', data: { list: ['x'], item: 'of the page' } },
      { input: ['.named', '2'], has: 'x of the page 1', data: { list: ['x'], one: 1 } },
      { input: ['.field', '3'], has: 'x 3 1', data: { item: '3' } },
      { input: ['.outside', '4'], has: 'x 3 4', data: { one: '4' } },
    ],
  },
  'model-in-a-template': {
    title: 'a template inside a loop uses its own data, not the item of the loop',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/template.html',
    files: {
      'page.wxml': `<view wx:for="{{list}}" wx:key="*this">
          <template name="t"><input model:value="{{item}}"/></template><template is="t" data="{{item: name}}"/>
        </view><text>{{name}}|{{item}}</text>`,
      'page.js': "Page({ data: { list: ['x'], name: 'n' } })",
    },
    opened: { text: 'n|', values: { input: 'n' } },
  },
  textarea: {
    title: 'a textarea accepts several lines',
    source: `${DOC}textarea.html`,
    files: {
      'page.wxml': '<textarea bind:input="t" value="{{v}}"></textarea>',
      'page.js': "Page({ data: { v: 'old' }, t(e) { getApp().note(e.detail.value); } })",
    },
    opened: { values: { textarea: 'old' } },
    steps: [{ input: ['textarea', 'a\nb'], noted: ['a\nb'], values: { textarea: 'a\nb' } }],
  },
  'nickname-picked': {
    title: 'a chosen nickname is in the form; it fires change but not input',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/userProfile.html',
    files: {
      'page.wxml':
        '<form bind:submit="sent"><input type="nickname" name="nick" bind:input="t" bind:change="t"/><button form-type="submit">go</button></form>',
      'page.js':
        'Page({ t(e) { getApp().note([e.type, e.detail.value]); }, sent(e) { getApp().note(e.detail.value); } })',
    },
    phone: { privacy: { needAuthorization: false } },
    steps: [
      { pickNickname: ['input', '小满'], noted: [['change', '小满']], values: { input: '小满' } },
      { tap: 'button', noted: [{ nick: '小满' } as never] },
    ],
  },
  'form-submit-and-reset': {
    title: 'a form submits the values of its named fields',
    source: `${DOC}form.html`,
    files: {
      'page.wxml': `<form bind:submit="note" bind:reset="note"><input name="first" value="a"/><input value="unnamed"/><textarea name="t"/><switch name="s" checked/><slider name="l" value="30"/>
<checkbox-group name="c"><checkbox value="1"/><checkbox value="2" checked/></checkbox-group><radio-group name="r"><radio value="x"/><radio value="y" checked/></radio-group>
<button class="go" form-type="submit">go</button><button class="no" form-type="reset">no</button></form>`,
      'page.js': 'Page({ note(e) { getApp().note([e.type, e.detail.value || null]); } })',
    },
    steps: [
      { tap: '.go', noted: [['submit', { first: 'a', t: '', s: true, l: 30, c: ['2'], r: 'y' }]] },
      { input: ['input[name=first]', 'typed'], values: { 'input[name=first]': 'typed' } },
      { submit: 'form', noted: [['submit', { first: 'typed' }]] },
    ],
  },
  'switch-checkbox-radio': {
    title: 'a tap on a switch, checkbox or radio changes it and fires change',
    source: `${DOC}checkbox-group.html`,
    files: {
      'page.wxml':
        '<switch bind:change="note"/><checkbox-group bind:change="note"><checkbox class="c1" value="1"/><checkbox class="c2" value="2"/></checkbox-group><radio-group bind:change="note"><radio class="r1" value="x"/><radio class="r2" value="y"/></radio-group>',
      'page.js': `Page({ ${NOTE} })`,
    },
    steps: [
      { tap: 'switch', noted: [['change', { value: true }]], values: { switch: true } },
      { tap: 'switch', noted: [['change', { value: false }]] },
      { tap: '.c2', noted: [['change', { value: ['2'] }]] },
      { tap: '.c1', noted: [['change', { value: ['2', '1'] }]] },
      { tap: '.c2', noted: [['change', { value: ['1'] }]] },
      { tap: '.r1', noted: [['change', { value: 'x' }]] },
      { tap: '.r1', noted: [] },
      { tap: '.r2', noted: [['change', { value: 'y' }]], values: { '.r1': false, '.r2': true } },
    ],
  },
  label: {
    title: 'a tap on a label activates the control with its id, or the first control inside it',
    source: `${DOC}label.html`,
    files: {
      'page.wxml':
        '<label class="a" for="s">by id</label><switch id="s" bind:change="note"/><label class="b"><text>in it</text><switch bind:change="note"/></label>',
      'page.js': 'Page({ note(e) { getApp().note(e.detail.value); } })',
    },
    steps: [
      { tap: '.a', noted: [true] },
      { tap: '.b text', noted: [true] },
    ],
  },
  'fire-component-events': {
    title: 'a test can fire the events of components that no user action fires directly',
    source: `${DOC}image.html`,
    files: {
      'page.wxml':
        '<image src="/none.png" bind:error="note" bind:load="note"/><swiper bind:change="note"><swiper-item>1</swiper-item></swiper><scroll-view bind:scrolltolower="note">x</scroll-view>',
      'page.js': `Page({ ${NOTE} })`,
    },
    steps: [
      { fire: ['image', 'error', { errMsg: 'x' }], noted: [['error', { errMsg: 'x' }]] },
      { fire: ['swiper', 'change', { current: 1, source: 'touch' }], noted: [['change', { current: 1 }]] },
      {
        fire: ['scroll-view', 'scrolltolower', { direction: 'bottom' }],
        noted: [['scrolltolower', { direction: 'bottom' }]],
      },
    ],
  },
  navigator: {
    title: 'a navigator opens the page of its url in the way of its open-type',
    source: `${DOC}navigator.html`,
    files: {
      'pages/a/a.wxml':
        '<navigator class="n" url="/pages/b/b?x=1">go</navigator><navigator class="r" open-type="redirect" url="../b/b">go</navigator>',
      'pages/b/b.wxml': '<view>b{{x}}</view><navigator open-type="navigateBack">back</navigator>',
      'pages/b/b.js': "Page({ data: { x: '' }, onLoad({ x = 'none' }) { this.setData({ x }); } })",
    },
    steps: [
      { tap: '.n', text: 'b1\nback', pages: ['pages/a/a', 'pages/b/b'] },
      { tap: 'navigator', pages: ['pages/a/a'] },
      { tap: '.r', text: 'bnone\nback', pages: ['pages/b/b'] },
    ],
  },
  'attributes-of-built-ins': {
    title: 'built-in components have the attributes that the template sets',
    source: DOC,
    files: {
      'page.wxml':
        '<image src="{{src}}" mode="aspectFit"/><button type="primary" size="mini" disabled="{{no}}" open-type="share" class="x">s</button><scroll-view scroll-y="{{true}}">s</scroll-view>',
      'page.js': "Page({ data: { src: '/a.png', no: false } })",
    },
    opened: {
      attributes: {
        image: { src: '/a.png', mode: 'aspectFit' },
        button: { type: 'primary', size: 'mini', disabled: false, 'open-type': 'share' },
        'scroll-view': { 'scroll-y': true },
      },
    },
  },
  'unmodelled-tags': {
    title: "WeChat's own tags that no stage models keep their names, render their content, and are reported",
    source: 'miniprogram/dev/component/ (index)',
    files: {
      'page.wxml': ['selection', 'tap-gesture-handler', 'nested-scroll-body', 'store-product', 'map']
        .map((tag) => `<view><${tag}><text>x</text></${tag}></view>`)
        .join(''),
    },
    opened: {
      count: { selection: 1, 'tap-gesture-handler': 1, 'nested-scroll-body': 1, 'store-product': 1, map: 1 },
      reports: [/<selection>/, /<tap-gesture-handler>/, /<nested-scroll-body>/, /<store-product>/, /<map>/],
    },
  },
  'unknown-tag': {
    title: 'an unknown tag is reported once, and its content is rendered',
    source: 'simulator/README.md',
    files: { 'page.wxml': '<marquee><text>x</text></marquee><marquee></marquee>' },
    opened: { text: 'x', reports: [/<marquee>/] },
    differs: {
      fidelity:
        'A tag that is neither built in nor in `usingComponents` is a view headless, a placeholder with its name in the preview',
      why: 'a test looks for elements, a designer for what is missing',
      headless: { text: 'x', reports: [/<marquee>/], count: { view: 2 } },
      preview: { text: 'x', reports: [/<marquee>/], count: { marquee: 2 } },
    },
  },
  'focus-by-the-program': {
    title: 'focus and auto-focus set the focus of a field; focus="{{false}}" removes it',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/input.html',
    phone: { device: { keyboardHeight: 0 } },
    files: {
      'page.wxml':
        '<input id="a" auto-focus bind:focus="in" bind:blur="out"/><textarea id="b" focus="{{f}}" value="x" bind:focus="in" bind:blur="out"/><input id="c" focus="{{c}}" disabled bind:focus="in"/>',
      'page.js': `Page({ data: { f: false, c: false }, in(e) { getApp().note('in ' + e.target.id + e.detail.value); }, out(e) { getApp().note('out ' + e.target.id + e.detail.value); },
later() { setTimeout(() => this.setData({ f: true, c: true }), 10); }, leave() { this.setData({ f: false }); } })`,
    },
    opened: { noted: ['in a'] },
    steps: [
      { call: ['later'], noted: ['out a', 'in bx'] },
      { call: ['leave'], noted: ['out bx'] },
    ],
  },
  'focus-stays-true': {
    title:
      'a field whose focus stays true gets the focus once, not after each change of its other attributes',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/input.html',
    phone: { device: { keyboardHeight: 0 } },
    files: {
      'page.wxml': ['input', 'textarea']
        .map(
          (tag) =>
            `<${tag} id="${tag}" focus="{{${tag}}}" value="{{v}}" bind:focus="in" bind:blur="out"></${tag}>`,
        )
        .join('')
        .concat('<input id="other"/>'),
      'page.js': `Page({ data: { input: true, textarea: false, v: '' }, in(e) { getApp().note('in ' + e.target.id); },
out(e) { getApp().note('out ' + e.target.id); this.setData({ v: this.data.v + 'x' }); }, set(data) { this.setData(data); } })`,
    },
    opened: { noted: ['in input'] },
    steps: [
      { input: ['#other', 'a'], noted: ['out input'], data: { v: 'x' } },
      { call: ['set', { input: true, v: 'y' }], noted: [] },
      { call: ['set', { textarea: true }], noted: ['in textarea'] },
      { input: ['#other', 'b'], noted: ['out textarea'], data: { v: 'yx' } },
      { call: ['set', { input: false }], noted: [] },
      { call: ['set', { input: true }], noted: ['in input'] },
    ],
  },
  'form-id': {
    title: 'a form with report-submit returns a formId',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/form.html',
    files: {
      'page.wxml': '<form report-submit bind:submit="s"><button form-type="submit">go</button></form>',
      'page.js': 'Page({ s(e) { getApp().note(e.detail.formId); } })',
    },
    steps: [{ tap: 'button', noted: ['the formId is a mock one'] }],
  },
};

export default cases;
