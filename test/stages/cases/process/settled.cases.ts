/** Work that is done when an action has settled, and endless work. */
import type { Case } from '../../support/case';

const OBSERVER = 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/observer.html';
const LAW = 'docs: an action waits for timers of at most 20 ms';

/** A page whose method `go` runs this code at a tap. */
const counting = (code: string) => ({
  'page.wxml': '<button bindtap="go">{{n}}</button>',
  'page.js': `Page({ data: { n: 0 }, go() { ${code} } })`,
});

const settles = (title: string, code: string): Case => ({
  title: `${title} has run when a tap has settled`,
  source: LAW,
  files: counting(code),
  opened: { text: '0' },
  steps: [{ tap: 'button', text: '1' }],
});

/** A component with an endless loop. */
const endless = (title: string, code: string, error: string): Case => ({
  title: `${title} is an error that names component, field and observer`,
  source: OBSERVER,
  files: {
    'page.wxml': '<c id="c"/><button bindtap="go">走</button>',
    'page.js': "Page({ go() { this.selectComponent('#c').setData({ a: 'x' }) } })",
    'c/c.wxml': '<view class="a">{{a}}</view>',
    'c/c.js': `Component({ ${code.startsWith('properties') ? '' : "data: { a: '' }, "}${code} })`,
  },
  steps: [{ tap: 'button', errors: [error] }],
});

const cases: Record<string, Case> = {
  'timer-0': settles('a timer of 0 ms', 'setTimeout(() => this.setData({ n: 1 }))'),
  'timer-20': settles('a timer of 20 ms', 'setTimeout(() => this.setData({ n: 1 }), 20)'),
  'timers-nested': settles(
    'a timer three levels deep',
    'setTimeout(() => setTimeout(() => setTimeout(() => this.setData({ n: 1 })), 10), 5)',
  ),
  'timer-arguments': settles('a timer with arguments', 'setTimeout((n) => this.setData({ n }), 1, 1)'),
  'next-tick': settles('wx.nextTick', 'wx.nextTick(() => wx.nextTick(() => this.setData({ n: 1 })))'),
  'set-data-callbacks': settles(
    'a setData callback inside a setData callback',
    'this.setData({ n: 3 }, () => this.setData({ n: 2 }, () => setTimeout(() => this.setData({ n: 1 }))))',
  ),
  'interval-that-ends': settles(
    'an interval that ends itself',
    'let left = 3; const i = setInterval(() => { left -= 1; if (left === 0) { clearInterval(i); this.setData({ n: 1 }) } }, 2)',
  ),
  'longer-timer': {
    title: 'an action does not wait for a longer timer',
    source: LAW,
    files: counting('setTimeout(() => this.setData({ n: 1 }), 5000)'),
    steps: [{ tap: 'button', text: '0' }],
  },
  'timer-takes-a-function': {
    title: 'setTimeout accepts only a function',
    source: 'measured in WeChat',
    files: counting("setTimeout('1')"),
    steps: [{ tap: 'button', errors: ['setTimeout expects a function as first argument but got string.'] }],
  },
  'observer-sets-itself': endless(
    'an observer that sets its own field',
    "observers: { a(v) { if (v) this.setData({ a: v + 'x' }) } }",
    'c/c: observers["a"] triggers itself through setData({ a })',
  ),
  'property-observer-sets-itself': endless(
    'the observer of a property that sets this property',
    "properties: { a: { type: String, observer(v) { this.setData({ a: v + 'x' }) } } }",
    'c/c: the observer of property a triggers itself through setData({ a })',
  ),
  'observers-set-each-other': endless(
    'two observers that set each other',
    "observers: { a(v) { if (v) this.setData({ b: v + 'x' }) }, b(v) { if (v) this.setData({ a: v }) } }",
    'triggers itself through setData({',
  ),
  'observer-set-finite': {
    title: 'an observer that sets its own field five times is not an error',
    source: OBSERVER,
    files: {
      'page.wxml': '<c a="x"/>',
      'c/c.wxml': '<view>{{a}}</view>',
      'c/c.js':
        "Component({ properties: { a: String }, observers: { a(v) { if (v.length < 6) this.setData({ a: v + 'x' }) } } })",
    },
    opened: { text: 'xxxxxx' },
  },
};
export default cases;
