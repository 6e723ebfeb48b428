/** Instances of pages and components: members, ids, relations, instances as data. */
import { openPage, stageOf, writeApp } from './support/app';

const kid = (tag: string, js: string, wxml = '<slot/>') => ({
  [`c/${tag}/index.json`]: '{"component":true}',
  [`c/${tag}/index.wxml`]: wxml,
  [`c/${tag}/index.js`]: `Component(${js})`,
});
const using = (...tags: string[]) =>
  JSON.stringify({ usingComponents: Object.fromEntries(tags.map((tag) => [tag, `/c/${tag}/index`])) });

describe('component instances in setData', () => {
  const group = (options: string) => `{ ${options} data: { items: [], _items: [] },
    relations: { '../item/index': { type: 'child', linked(item) {
      const all = this.getRelationNodes('../item/index');
      all.owner = this;
      this.setData({ items: all, _items: all });
      item.setData({ group: this });
    } } }, methods: {} }`;
  const item = `{ properties: { k: String }, data: { group: null }, relations: { '../group/index': { type: 'parent' } } }`;
  const wxml = `<group class="g">${Array.from({ length: 12 }, (_, k) => `<item k="${k}"/>`).join('')}</group>`;

  it.each(['', 'options: { pureDataPattern: /^_/ },'])(
    'are kept by reference in this.data %s',
    async (options) => {
      const { page } = await openPage(wxml, '', {
        json: using('group', 'item'),
        files: {
          ...kid('group', group(options), '<slot/><view class="n">{{items.length}} {{_items.length}}</view>'),
          ...kid('item', item, '<view/>'),
        },
      });
      const owner = page.instance.selectComponent as (selector: string) => {
        data: Record<string, unknown[]>;
      };
      const { data } = owner('.g');
      expect(data._items).toHaveLength(12);
      expect(data._items).toBe(data.items);
      expect((data.items as { data: { k: string } }[])[3]?.data.k).toBe('3');
      expect(page.find('.n').text()).toBe(options === '' ? '12 12' : '12');
    },
  );

  it('set data are kept by reference, and the view has a copy', async () => {
    const { page } = await openPage('<text>{{a.n}}</text>', 'data: { a: {} }');
    const a: Record<string, unknown> = { n: 1 };
    a.self = a;
    page.instance.setData({ a });
    expect(page.instance.data.a).toBe(a);
    a.n = 2;
    expect(page.text()).toBe('1');
    page.instance.setData({ b: 1 });
    expect(page.text()).toBe('1');
  });
});

it('getRelationNodes is a list: empty without partners and for an undeclared relation', async () => {
  const { page } = await openPage('<a/>', '', {
    json: using('a', 'b'),
    files: {
      ...kid(
        'a',
        `{ relations: { '../b/index': { type: 'child' } }, lifetimes: { attached() {
        this.setData({ n: JSON.stringify([this.getRelationNodes('../b/index'), this.getRelationNodes('../none')]) }) } } }`,
        '<text>{{n}}</text>',
      ),
      ...kid('b', `{ relations: { '../a/index': { type: 'parent' } } }`),
    },
  });
  expect(page.text()).toBe('[[],[]]');
});

it('APIs of wx accept an object with the ids of a page or component', async () => {
  const { page, stage } = await openPage(
    '<view class="a">A</view><k id="k"/>',
    `onReady() {
      const ids = (x) => ({ __wxExparserNodeId__: x.__wxExparserNodeId__, __wxWebviewId__: x.__wxWebviewId__ });
      const k = this.selectComponent('#k');
      const note = (name) => (rect) => this.setData({ [name]: rect !== null });
      const q = wx.createSelectorQuery();
      q.in(ids(this)).select('.a').boundingClientRect(note('own'));
      q.in(ids(k)).select('.a').boundingClientRect(note('other')).exec();
      wx.createSelectorQuery().in(ids(k)).select('.b').boundingClientRect(note('inner')).exec();
      wx.createIntersectionObserver(ids(this)).relativeToViewport().disconnect();
      this.setData({ samePage: this.__wxWebviewId__ === k.__wxWebviewId__, differ: this.__wxExparserNodeId__ !== k.__wxExparserNodeId__ });
    }`,
    { json: using('k'), files: kid('k', '{}', '<view class="b"/>') },
  );
  await stage.settle();
  expect(page.data).toMatchObject({ own: true, other: false, inner: true, samePage: true, differ: true });
});

it('the event channel of a page that no navigateTo opened is empty', async () => {
  const { page, stage } = await openPage(
    '<view bindtap="go">去</view>',
    `
    onLoad() { this.setData({ kind: typeof this.getOpenerEventChannel().emit }) },
    go() { wx.navigateTo({ url: '/pages/two/two' }) }`,
    {
      files: {
        'pages/two/two.wxml': '<view/>',
        'pages/two/two.json': '{}',
        'pages/two/two.js': `Page({ onLoad() { this.setData({ kind: typeof this.getOpenerEventChannel().emit }) } })`,
      },
    },
  );
  expect(page.data.kind).toBe('undefined');
  await page.tap({ text: '去' });
  expect(stage.page.data.kind).toBe('function');
});

describe('properties with names that have a meaning in WXML', () => {
  it('style, hidden, data-* and mark:* are set, id, class and slot are not, as measured in DevTools', async () => {
    const names = ['id', 'class', 'slot', 'style', 'hidden', 'dataFoo', 'markFoo', 'customFoo'];
    const { page } = await openPage(
      '<k class="k1" id="i1" slot="s1" style="color: red" hidden="{{h}}" data-foo="d1" mark:foo="m1" custom-foo="c1" bindtap="go"/>',
      `data: { h: 'h1' }, go(e) { this.setData({ seen: [e.target.dataset.foo, e.mark.foo] }) }`,
      {
        json: using('k'),
        files: kid(
          'k',
          `{ properties: { ${names.map((name) => `${name}: String`)} }, methods: { all() { return ${JSON.stringify(names)}.map((name) => this.data[name]) } } }`,
          '<view class="in">x</view>',
        ),
      },
    );
    const { all } = (page.instance.selectComponent as (selector: string) => { all(): unknown[] })('#i1');
    expect(all).toBeDefined();
    const k = (page.instance.selectComponent as (selector: string) => { all(): unknown[] })('#i1');
    expect(k.all()).toEqual(['', '', '', 'color: red', 'h1', 'd1', 'm1', 'c1']);
    page.instance.setData({ h: '' });
    await page.tap('.in');
    expect(page.data.seen).toEqual(['d1', 'm1']);
  });

  it('a page takes every parameter of its query that it declares', async () => {
    const names = ['id', 'class', 'slot', 'style', 'hidden', 'pid', 'isOpen'];
    const { stage } = stageOf(
      writeApp({
        'pages/d/d.wxml': '<view/>',
        'pages/d/d.json': '{"usingComponents":{}}',
        'pages/d/d.js': `Component({ properties: { ${names.map((name) => `${name}: Number`)} } })`,
      }),
    );
    const query = Object.fromEntries([...names, 'other'].map((name, index) => [name, String(index + 1)]));
    const page = await stage.open('pages/d/d', query);
    expect(page.data).toEqual({ id: 1, class: 2, slot: 3, style: 4, hidden: 5, pid: 6, isOpen: 7 });
  });
});

describe('model:', () => {
  it('a hyphenated name updates the data', async () => {
    const { page } = await openPage(
      '<k model:is-open="{{open}}"/><text>{{open}}</text>',
      'data: { open: false }',
      {
        json: using('k'),
        files: kid(
          'k',
          '{ properties: { isOpen: Boolean }, methods: { t() { this.setData({ isOpen: true }) } } }',
          '<view class="t" bindtap="t">x</view>',
        ),
      },
    );
    await page.tap('.t');
    expect(page.data.open).toBe(true);
    expect(page.find('text').text()).toBe('true');
  });

  it('works through a component whose template binds its property', async () => {
    const { page } = await openPage('<k model:my-value="{{x}}"/><text>{{x}}</text>', "data: { x: '' }", {
      json: using('k'),
      files: kid('k', '{ properties: { myValue: String } }', '<input model:value="{{myValue}}"/>'),
    });
    await page.input('input', '茶');
    expect(page.find('text').text()).toBe('茶');
  });
});

describe('definitionFilter of a behavior', () => {
  it('receives the fields of Page() and can add data and methods', async () => {
    const { page } = await openPage(
      '<view bindtap="more">{{sum}}</view>',
      `behaviors: [Behavior({ definitionFilter(definition) {
         const { sum } = definition.computed ?? {};
         definition.data = { ...definition.data, sum: sum(definition.data) };
         definition.methods.more = function () { this.setData({ sum: 9 }) };
       } })],
       data: { a: 1, b: 2 }, computed: { sum: (data) => data.a + data.b }`,
    );
    expect(page.text()).toBe('3');
    await page.tap('view');
    expect(page.text()).toBe('9');
    expect(page.instance.computed).toBeDefined();
  });
});
