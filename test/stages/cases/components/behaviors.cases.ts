/** Behaviors and relations. */
import type { Case } from '../../support/case';

const DOC = 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/';

const cases: Record<string, Case> = {
  nested: {
    title: 'behaviors add data, properties, methods and life cycle, also those of their own behaviors',
    source: `${DOC}behaviors.html`,
    files: {
      'b/base.js':
        "module.exports = Behavior({ data: { base: 1, who: 'base' }, methods: { hi() { return 'base'; } }, lifetimes: { attached() { getApp().note('base attached'); } } });",
      'b/more.js':
        "const base = require('./base'); module.exports = Behavior({ behaviors: [base], properties: { p: String }, data: { who: 'more', o: { a: 1 } }, lifetimes: { attached() { getApp().note('more attached'); } } });",
      'c/x.wxml': '<view>{{base}} {{who}} {{p}} {{o.a}}{{o.b}}</view>',
      'c/x.js':
        "Component({ behaviors: [require('../b/more')], data: { o: { b: 2 } }, lifetimes: { attached() { getApp().note('own attached ' + this.hi()); } } })",
      'page.wxml': '<x p="P"/>',
    },
    opened: { text: '1 more P 12', noted: ['base attached', 'more attached', 'own attached base'] },
  },
  'on-a-page': {
    title: 'a page can use behaviors',
    source: `${DOC}behaviors.html`,
    files: {
      'b/x.js':
        'module.exports = Behavior({ data: { b: 1 }, methods: { go() { this.setData({ b: this.data.b + 1 }); } } });',
      'page.wxml': '<button bind:tap="go">{{b}}</button>',
      'page.js': "Page({ behaviors: [require('../../b/x')], data: { own: 1 } })",
    },
    opened: { text: '1', data: { b: 1, own: 1 } },
    steps: [{ tap: 'button', text: '2' }],
  },
  'form-field': {
    title: 'a component with wx://form-field is a field of a form',
    source: `${DOC}behaviors.html`,
    files: {
      'c/field.wxml': '<button class="set" bind:tap="set">{{value}}</button>',
      'c/field.js':
        "Component({ behaviors: ['wx://form-field'], methods: { set() { this.setData({ value: 'chosen' }); } } })",
      'page.wxml':
        '<form bind:submit="sent"><field name="own" value="first"/><input name="plain" value="v"/><button form-type="submit" class="go">go</button></form>',
      'page.js': 'Page({ sent(e) { getApp().note(e.detail.value); } })',
    },
    steps: [
      { tap: '.go', noted: [{ own: 'first', plain: 'v' } as never] },
      { tap: '.set' },
      { tap: '.go', noted: [{ own: 'chosen', plain: 'v' } as never] },
    ],
  },
  'form-field-group': {
    title: 'fields inside a component belong to the form around it only with wx://form-field-group',
    source: `${DOC}behaviors.html`,
    files: {
      'c/group.wxml': '<input name="inner" value="i"/>',
      'c/group.js': "Component({ behaviors: ['wx://form-field-group'] })",
      'c/alone.wxml': '<input name="alone" value="a"/>',
      'page.wxml': '<form bind:submit="sent"><group/><alone/><button form-type="submit">go</button></form>',
      'page.js': 'Page({ sent(e) { getApp().note(e.detail.value); } })',
    },
    steps: [{ tap: 'button', noted: [{ inner: 'i', alone: undefined } as never] }],
  },
  'form-field-button': {
    title: 'a button inside a component submits the form around it only with wx://form-field-button',
    source: `${DOC}behaviors.html`,
    files: {
      'c/plain.wxml': '<button class="plain" form-type="submit">no</button>',
      'c/sender.wxml': '<button class="go" form-type="submit">go</button>',
      'c/sender.js': "Component({ behaviors: ['wx://form-field-button'] })",
      'page.wxml': '<form bind:submit="sent"><input name="x" value="1"/><plain/><sender/></form>',
      'page.js': 'Page({ sent(e) { getApp().note(e.detail.value); } })',
    },
    steps: [
      { tap: '.plain', noted: [] },
      { tap: '.go', noted: [{ x: '1' } as never] },
    ],
  },
  relations: {
    title: 'a relation gives the parent its children, and calls linked and unlinked on both sides',
    source: `${DOC}relations.html`,
    files: {
      'c/ul.wxml': '<slot/>',
      'c/ul.js':
        "Component({ relations: { './li': { type: 'child', linked(t) { getApp().note('linked ' + t.data.k); }, unlinked(t) { getApp().note('unlinked ' + t.data.k); } } }, methods: { keys() { return this.getRelationNodes('./li').map((one) => one.data.k); } } })",
      'c/li.wxml': '<view>{{k}}</view>',
      'c/li.js':
        "Component({ properties: { k: String }, relations: { './ul': { type: 'parent', linked() { getApp().note('child'); } } } })",
      'page.wxml': '<ul id="u"><li k="a"/><li k="b" wx:if="{{on}}"/></ul>',
      'page.js':
        "Page({ data: { on: true }, go() { getApp().note(this.selectComponent('#u').keys()); }, off() { this.setData({ on: false }); } })",
    },
    opened: { noted: ['linked a', 'child', 'linked b', 'child'] },
    steps: [
      { call: ['go'], noted: [['a', 'b']] },
      { call: ['off'], noted: ['unlinked b'] },
      { call: ['go'], noted: [['a']] },
    ],
  },
  'chain-of-behaviors': {
    title:
      'a chain of 300 behaviors is allowed; one more is an error that names the component, before the stack overflows',
    source: 'choice',
    files: {
      'c/x.wxml': '<view>{{n}}</view>',
      'c/x.js': `const chain = (length) => { let last = Behavior({ data: { n: 'all' } }); for (let n = 1; n < length; n += 1) last = Behavior({ behaviors: [last] }); return last; };
for (const length of [301, 2000]) try { chain(length); } catch (error) { getApp().note([error.constructor === Error, error.message.split('.')[0]]); }
Component({ behaviors: [chain(300), Behavior({ behaviors: ['wx://form-field'] })] })`,
      'page.wxml': '<x/>',
    },
    opened: {
      text: 'all',
      noted: [301, 2000].map(() => [true, 'c/x: more than 300 nested behaviors']),
    },
  },
};

export default cases;
