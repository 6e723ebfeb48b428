/** Built-in components: default actions of a tap, what prevents them, and form events. */
import type { Case } from '../../support/case';

const DOC = 'https://developers.weixin.qq.com/miniprogram/dev/component/';
/** The built-in components of WeChat's base library, as the repository wept contains them. */
const OWN = 'https://github.com/chemzqm/wept (base library 2.8.2)';
const NOTE =
  'Page({ note(e) { getApp().note([e.type, e.detail.value]); }, tap() { getApp().note("tap"); } })';
const NEXT = { 'pages/next/next.wxml': 'next' };

const cases: Record<string, Case> = {
  'caught-before-a-built-in': {
    title:
      'a tap that an inner element catches has no effect on a navigator, label, checkbox or button around it',
    source: OWN,
    page: 'pages/page/page',
    files: {
      ...NEXT,
      'page.wxml': `<navigator url="/pages/next/next"><view class="n" catch:tap="tap">n</view></navigator>
<checkbox-group bind:change="note"><label><checkbox value="1"/><view class="l" catch:tap="tap">l</view></label><checkbox value="2"><view class="c" catch:tap="tap">c</view></checkbox></checkbox-group>
<form bind:submit="note"><button form-type="submit"><view class="b" catch:tap="tap">b</view></button><view capture-catch:tap="tap"><button class="f" form-type="submit">f</button></view></form>`,
      'page.js': NOTE,
    },
    steps: [
      { tap: '.n', noted: ['tap'], pages: ['pages/page/page'] },
      { tap: '.l', noted: ['tap'] },
      { tap: '.c', noted: ['tap'] },
      { tap: '.b', noted: ['tap'] },
      { tap: '.f', noted: ['tap'] },
    ],
  },
  'caught-on-a-built-in': {
    title:
      'a built-in component handles a tap before its bound handlers: its own catch stops only outer elements',
    source: OWN,
    page: 'pages/page/page',
    files: {
      ...NEXT,
      'page.wxml': `<form bind:submit="note"><button form-type="submit" catch:tap="tap">b</button></form>
<checkbox-group bind:change="note"><checkbox value="1" bind:tap="tap"/></checkbox-group><navigator url="/pages/next/next"><view class="n" mut-bind:tap="tap">n</view></navigator>`,
      'page.js': NOTE,
    },
    steps: [
      { tap: 'button', noted: [['submit', {}], 'tap'] },
      { tap: 'checkbox', noted: [['change', ['1']], 'tap'] },
      { tap: '.n', noted: ['tap'], pages: ['pages/page/page', 'pages/next/next'] },
    ],
  },
  'label-of-a-button': {
    title:
      'a label taps its button, whose handlers run; it has no effect on an input or on a disabled control',
    source: `${DOC}label.html`,
    files: {
      'page.wxml': `<form bind:submit="note"><button id="b" form-type="submit" bind:tap="tap">b</button></form><label class="b" for="b">b</label>
<label class="i" for="i">i</label><input id="i" bind:focus="note"/><label class="d"><text>d</text><switch disabled bind:change="note"/></label>`,
      'page.js': NOTE,
    },
    steps: [
      { tap: '.b', noted: [['submit', {}], 'tap'] },
      { tap: '.i', noted: [] },
      { tap: '.d text', noted: [] },
    ],
  },
  'navigator-ways': {
    title: 'a navigator also accepts the names of the APIs and `redirect`; an unsupported use is reported',
    source: OWN,
    page: 'pages/page/page',
    files: {
      ...NEXT,
      'page.wxml': `<navigator class="bogus" open-type="bogus" url="/pages/next/next">x</navigator><navigator class="other" target="miniProgram" app-id="wx1">x</navigator>
<navigator class="none">x</navigator><navigator class="to" open-type="navigateTo" url="/pages/next/next">x</navigator>`,
      'pages/next/next.wxml': '<navigator redirect url="/pages/page/page">back</navigator>',
      'page.js': NOTE,
    },
    opened: { reports: ['<navigator>: app-id is not modelled, and does nothing'] },
    steps: [
      { tap: '.bogus', reports: ['open-type="bogus"> does nothing'] },
      { tap: '.other', reports: ['target="miniProgram"> is not modelled'] },
      { tap: '.none', reports: ['<navigator> without url does nothing'] },
      { tap: '.to', pages: ['pages/page/page', 'pages/next/next'] },
      { tap: 'navigator', pages: ['pages/page/page', 'pages/page/page'] },
    ],
  },
  'attributes-in-camel-case': {
    title: 'attributes of built-in components may be in camel case, as in the examples of the documentation',
    source: `${DOC}form.html`,
    files: {
      'page.wxml': `<form bind:submit="note" bind:reset="note"><input name="a"/><button class="go" formType="submit">go</button><button class="no" formType="reset">no</button></form>
<button class="set" openType="openSetting">s</button><navigator openType="reLaunch" url="/pages/next/next">n</navigator>`,
      ...NEXT,
      'page.js': NOTE,
    },
    page: 'pages/page/page',
    steps: [
      { input: ['input', 'x'] },
      { tap: '.go', noted: [['submit', { a: 'x' }]] },
      { tap: '.no', values: { input: '' } },
      { tap: '.set', screen: ['settings'] },
      { phone: ({ screen }) => screen.get('settings').back() },
      { tap: 'navigator', pages: ['pages/next/next'] },
    ],
  },
  'group-values': {
    title:
      'the value of a group lists the boxes as texts, in the order in which they were checked; of two checked radios the last counts',
    source: OWN,
    files: {
      'page.wxml': `<form bind:submit="note"><checkbox-group name="c" bind:change="note"><checkbox id="a" value="{{1}}"/><checkbox id="b" value="b" checked="{{on}}"/><checkbox id="c"/></checkbox-group>
<radio-group name="r"><radio id="x" value="x" checked/><radio value="y" checked/></radio-group><button form-type="submit">go</button></form>`,
      'page.js': `Page({ data: { on: true }, note(e) { getApp().note([e.type, e.detail.value]); }, set(on) { this.setData({ on }); } })`,
    },
    steps: [
      { tap: '#a', noted: [['change', ['b', '1']]] },
      { tap: '#c', noted: [['change', ['b', '1', '']]] },
      { call: ['set', false], noted: [] },
      { call: ['set', true] },
      { tap: 'button', noted: [['submit', { c: ['1', '', 'b'], r: 'y' }]] },
      { tap: '#x', values: { '#x': true } },
      { tap: 'button', noted: [['submit', { c: ['1', '', 'b'], r: 'x' }]] },
    ],
  },
  'form-of-fields': {
    title:
      'a text longer than maxlength is cut, by default at 140; an untouched picker submits "", and -1 after a reset',
    source: OWN,
    files: {
      'page.wxml': `<form bind:submit="note"><input name="i" value="{{long}}"/><input name="j" maxlength="-1" value="{{long}}"/><textarea name="t" maxlength="3" value="abcdef"/><input class="no-name" value="x"/>
<picker name="p" range="{{[1,2]}}">p</picker><picker name="d" mode="date">d</picker><picker name="r" mode="region">r</picker><button class="go" form-type="submit">go</button><button class="no" form-type="reset">no</button></form>`,
      'page.js': `Page({ data: { long: 'x'.repeat(150) }, note({ detail: { value: { i, j, t, p, d, r } } }) { getApp().note([i.length, j.length, t, p, d, r]); } })`,
    },
    steps: [
      { tap: '.go', noted: [[140, 150, 'abc', '', '', []]] },
      { tap: '.no', values: { '.no-name': '' } },
      { tap: '.go', noted: [[0, 0, '', -1, '', []]] },
    ],
  },
  'a-line-of-text': {
    title: 'an input accepts no line break, a textarea does',
    source: `${DOC}input.html`,
    files: { 'page.wxml': '<input bind:input="note"/><textarea bind:input="note"/>', 'page.js': NOTE },
    steps: [
      { input: ['input', 'a\nb'], noted: [['input', 'ab']] },
      { input: ['textarea', 'a\nb'], noted: [['input', 'a\nb']] },
    ],
  },
};
export default cases;
