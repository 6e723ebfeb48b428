/** Endless loops of observers and `setData` end with an error that names component, field and observer. */
import { component, show } from './support/components';

const open = (code: string) =>
  show(
    '<c a="{{a}}" bind:x="x"/>',
    component('c', '<view class="a">{{a.length}}</view><view class="n">{{n}}</view>', code),
    "data: { a: 'x' }, onReady() { this.setData({ a: 'y' }) }, x(e) { this.setData({ a: e.detail }) }",
  );

const SETS = "this.setData({ a: v + 'x' })";

it.each([
  ['observers', 'observers["a"]', `observers: { a(v) { ${SETS} } }`],
  [
    'an observer of deep data',
    'observers["list.**"]',
    "data: { list: [] }, attached() { this.setData({ list: [1] }) }, observers: { 'list.**'(v) { this.setData({ list: v.concat(1) }) } }",
  ],
  [
    'an observer of a property',
    'the observer of property a',
    `properties: { a: { type: String, observer(v) { ${SETS} } } }`,
  ],
  [
    'an observer of a property, by its name',
    'the observer of property a',
    `properties: { a: { type: String, observer: 'changed' } }, methods: { changed(v) { ${SETS} } }`,
  ],
  [
    'two observers',
    'observers["a"]',
    "data: { b: '' }, observers: { a(v) { this.setData({ b: v + 'x' }) }, b(v) { this.setData({ a: v }) } }",
  ],
  [
    'an observer of a definitionFilter',
    'the observer of a',
    `behaviors: [Behavior({ definitionFilter(d) { d.observers = [{ fields: 'a', observer(v) { ${SETS} } }] } })]`,
  ],
  [
    'an observer of a behavior',
    'observers["a"]',
    `behaviors: [Behavior({ properties: { a: String }, observers: { a(v) { ${SETS} } } })]`,
  ],
  [
    'an observer through its owner',
    'observers["a"]',
    "observers: { a(v) { this.triggerEvent('x', v + 'x') } }",
  ],
  ['an observer through nextTick', 'observers["a"]', `observers: { a(v) { wx.nextTick(() => ${SETS}) } }`],
])('%s', async (_name, observer, code) => {
  const properties = code.includes('properties: {') ? '' : 'properties: { a: String }, ';
  const opened = open(`Component({ ${properties}${code} })`);
  await expect(opened).rejects.toThrow(`c/c: ${observer}`);
  await expect(opened).rejects.toThrow('triggers itself');
});

it('setData in its own callback: the page continues, as on a phone, and no action waits for it', async () => {
  const opened = open(
    'Component({ attached() { const go = () => this.setData({ a: this.data.a + 1 }, go); go() } })',
  );
  await expect(opened).rejects.toThrow('c/c: a callback of setData calls setData again and again');
});

it.each([
  ['observers', `properties: { a: String }, observers: { a(v) { if (v.length < 1500) ${SETS} } }`, '1500'],
  [
    'a property’s observer',
    `properties: { a: { type: String, observer(v) { if (v.length < 140) ${SETS} } } }`,
    '140',
  ],
])('a loop that ends is awaited: %s', async (_name, code, length) => {
  const { page } = await open(`Component({ ${code} })`);
  expect(page.find('.a').text()).toBe(length);
});

it('many changes in a row are not a loop', async () => {
  const { page } = await open(
    "Component({ properties: { a: String }, data: { n: 0 }, observers: { a() {} }, attached() { for (let n = 1; n <= 3000; n += 1) this.setData({ n, a: 'x' + n }) } })",
  );
  expect(page.find('.n').text()).toBe('3000');
});

it("an exception in setData's callback is thrown by the action; `this` is the component", async () => {
  await expect(
    open(
      "Component({ properties: { a: String }, attached() { this.setData({ n: 1 }, function () { throw new Error('spilt ' + this.data.n) }) } })",
    ),
  ).rejects.toThrow('spilt 1\n    in the callback of setData of c/c');
});
