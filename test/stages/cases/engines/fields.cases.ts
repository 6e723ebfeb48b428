/** `<input>` and `<textarea>`: events of typing, and the field's value afterwards. */
import type { Case } from '../../support/case';

const JS = `Page({
  data: { t: '', n: 0, saved: null },
  note(event) { getApp().note([event.type, event.detail.value]); },
  typed(event) { this.note(event); this.setData({ t: event.detail.value }); },
  clear() { this.setData({ t: '' }); },
  other() { this.setData({ n: this.data.n + 1 }); },
  save(event) { this.setData({ saved: event.detail.value }); },
  shout(event) { return event.detail.value + '!'; },
  double(event) { return { value: event.detail.value.replace(/11/g, '2'), cursor: 1 }; },
});`;
const EVENTS = 'bindfocus="note" bindchange="note" bindblur="note"';
const BUTTONS =
  '<button class="clear" bindtap="clear">清</button><button class="other" bindtap="other">别的</button>';

const both = (tag: string): Record<string, Case> => ({
  [`${tag}-fires-change`]: {
    title: `<${tag}> fires change in addition to input, before blur`,
    source: 'https://github.com/Tencent/tdesign-miniprogram/pull/3858',
    files: { 'page.wxml': `<${tag} bindinput="note" ${EVENTS}></${tag}>`, 'page.js': JS },
    steps: [
      {
        input: [tag, '茶'],
        values: { [tag]: '茶' },
        noted: [
          ['focus', ''],
          ['input', '茶'],
          ['change', '茶'],
          ['blur', '茶'],
        ],
      },
    ],
  },
  [`${tag}-emptied`]: {
    title: `when the program empties <${tag}>, the typed text disappears, also from the form`,
    source: 'https://github.com/Tencent/tdesign-miniprogram/issues/290',
    files: {
      'page.wxml': `<form bindsubmit="save"><${tag} name="t" value="{{t}}" bindinput="typed"></${tag}></form>${BUTTONS}`,
      'page.js': JS,
    },
    steps: [
      {
        input: [tag, '铁观音'],
        data: { t: '铁观音' },
        values: { [tag]: '铁观音' },
        noted: [['input', '铁观音']],
      },
      { tap: '.clear', data: { t: '' }, values: { [tag]: '' } },
      { submit: 'form', data: { saved: { t: '' } } },
    ],
  },
  [`${tag}-set-to-the-same`]: {
    title: `setting the value of <${tag}> replaces typed text, even with an equal value; setting other data does not`,
    source: 'https://github.com/NervJS/taro/issues/7202',
    files: { 'page.wxml': `<${tag} value="{{t}}"></${tag}>${BUTTONS}`, 'page.js': JS },
    steps: [
      { input: [tag, '铁观音'] },
      { tap: '.other', values: { [tag]: '铁观音' } },
      { tap: '.clear', values: { [tag]: '' } },
    ],
  },
});

const cases: Record<string, Case> = {
  ...both('input'),
  ...both('textarea'),
  'bindinput-returns-text': {
    title: 'a text returned by bindinput is shown instead of the typed text',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/input.html',
    files: { 'page.wxml': '<input bindinput="shout" bindchange="note"></input>', 'page.js': JS },
    steps: [{ input: ['input', '茶'], values: { input: '茶!' }, noted: [['change', '茶!']] }],
  },
  'bindinput-returns-value-and-cursor': {
    title: '{ value, cursor } returned by bindinput is shown instead of the typed text',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/input.html',
    files: { 'page.wxml': '<input bindinput="double"></input>', 'page.js': JS },
    steps: [{ input: ['input', '1134'], values: { input: '234' } }],
  },
  'one-field-of-an-object': {
    title: 'setting one field of an object resets only the input of that field',
    source: 'what wcc generates marks the attributes whose data was set',
    files: {
      'page.wxml':
        '<input class="a" value="{{form.a}}"></input><input class="b" value="{{form.b}}"></input><block wx:for="{{list}}" wx:key="id"><input class="c{{item.id}}" value="{{item.v}}"></input></block>',
      'page.js':
        "Page({ data: { form: { a: '', b: '' }, list: [{ id: 0, v: '' }, { id: 1, v: '' }] }, set(data) { this.setData(data); } });",
    },
    steps: [
      { input: ['.a', '甲'] },
      { input: ['.b', '乙'] },
      { input: ['.c0', '丙'] },
      { input: ['.c1', '丁'] },
      { call: ['set', { 'form.a': '' }], values: { '.a': '', '.b': '乙', '.c0': '丙', '.c1': '丁' } },
      { call: ['set', { 'list[1].v': '' }], values: { '.a': '', '.b': '乙', '.c0': '丙', '.c1': '' } },
      { call: ['set', { form: { a: '', b: '' } }], values: { '.a': '', '.b': '', '.c0': '丙', '.c1': '' } },
    ],
  },
  'form-reset': {
    title: 'reset empties the controls of a form; it ignores their attributes',
    source: 'https://github.com/wdfe/weweb',
    files: {
      'page.wxml':
        '<form bindsubmit="save"><input name="i" value="茶"></input><textarea name="x" value="饭"></textarea><switch name="s" checked></switch><checkbox-group name="c"><checkbox value="1" checked></checkbox></checkbox-group><radio-group name="r"><radio value="1" checked></radio></radio-group><button class="undo" form-type="reset">重填</button></form>',
      'page.js': JS,
    },
    steps: [
      { tap: '.undo', values: { input: '', textarea: '', switch: false } },
      { submit: 'form', data: { saved: { i: '', x: '', s: false, c: [], r: '' } } },
    ],
  },
};
export default cases;
