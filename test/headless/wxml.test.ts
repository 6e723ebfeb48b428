/** WXML is rendered and updated like in WeChat. */
import { openPage } from './support/app';

const show = async (wxml: string, page = '', options = {}) => (await openPage(wxml, page, options)).page;

describe('expressions', () => {
  it.each([
    ['{{a}}', '1'],
    ['{{a + 1}} {{-a}} {{"3" - 0 + 1}} {{~a}}', '2 -1 4 -2'],
    ['{{a | 6}} {{a & 3}} {{a ^ 3}} {{a << 4}} {{-8 >> a}}', '7 1 2 16 -4'],
    ['{{a * (2 + 3) / 4 % 1}}', '0.25'],
    ['{{a === 1 && !b ? "yes" : "no"}}', 'yes'],
    ['{{a == "1"}} {{a !== 1}} {{b || "default"}} {{n}}', 'true false default null'],
    ['{{list[1].x}} {{list[a].x}} {{list.length}}', '2 2 2'],
    ['{{o.deep.missing.further}}[{{nothing}}][{{nothing.at.all}}]', '[][]'],
    ['{{o["deep"].text}} {{o.deep.text}}[{{o.call("x")}}][{{o.deep.text.trim()}}]', 'hi hi[][]'],
    ['{{"a}}b"}}', 'a}}b'],
    ['{{"it\'s"}}', "it's"],
    ['{{1 > 2 ? "a" : 1 < 2 ? "b" : "c"}}', 'b'],
    ['{{[1, more, 4]}}', '1,2,3,4'],
    ['{{1.5}} {{.5}} {{010}}', '1.5 0.5 8'],
    ['&lt;b&gt; &amp; {{a}}', '&lt;b&gt; &amp; 1'],
    ['{{undefined}}{{null}}{{true}}{{}}', 'nulltrue'],
  ])('%s', async (text, expected) => {
    const page = await show(
      `<view>${text}</view>`,
      `data: { a: 1, b: false, n: null, list: [{ x: 1 }, { x: 2 }], o: { deep: { text: 'hi' } }, more: [2, 3] }`,
    );
    expect(page.text()).toBe(expected);
  });

  it('an attribute with a single expression keeps its type', async () => {
    const page = await show(
      '<view a="{{n}}" b="{{n}}px" c="{{o}}" d="{{ {x: 1} }}" e f="{{false}}" g=""></view>',
      'data: { n: 1, o: { p: [1] } }',
    );
    const view = page.find('view');
    expect('abcdefg'.split('').map((name) => view.attribute(name))).toEqual([
      1,
      '1px',
      { p: [1] },
      { x: 1 },
      true,
      false,
      '',
    ]);
  });
});

describe('wx:if', () => {
  const CHAIN = `<view wx:if="{{n === 0}}">zero</view>
    <!-- a comment between them -->
    <view wx:elif="{{n === 1}}">one</view>
    <view wx:else>many</view><input wx:if="{{n < 2}}" class="in"></input>`;

  it('renders one branch, and another when the data changes', async () => {
    const page = await show(CHAIN, 'data: { n: 0 }');
    const seen = [0, 1, 2, 0].map((n) => {
      page.instance.setData({ n });
      return page.text();
    });
    expect(seen).toEqual(['zero', 'one', 'many', 'zero']);
  });

  it('does not reuse an element of another branch', async () => {
    const page = await show(
      '<input wx:if="{{a}}" class="one"></input><input wx:else class="two"></input>',
      'data: { a: true }',
    );
    await page.input('input', 'typed');
    page.instance.setData({ a: false });
    expect(page.find('.two').value).toBe('');
  });

  it('does not affect siblings', async () => {
    const page = await show('<view wx:if="{{a}}">x</view><input class="stay"></input>', 'data: { a: true }');
    await page.input('.stay', 'typed');
    page.instance.setData({ a: false });
    expect(page.find('.stay').value).toBe('typed');
  });
});

describe('wx:for', () => {
  it('iterates over arrays, objects, numbers and strings; names can be chosen; loops nest', async () => {
    const page = await show(
      `<text wx:for="{{list}}">{{index}}{{item}} </text>|
       <text wx:for="{{object}}">{{index}}={{item}} </text>|
       <text wx:for="{{3}}">{{item}}</text>|<text wx:for="ab">{{item}}</text>|
       <block wx:for="{{rows}}" wx:for-item="row" wx:for-index="y"><text wx:for="{{row}}">{{y}}{{index}}{{item}} </text></block>
       <text wx:for="{{nothing}}">never</text>`,
      "data: { list: ['a', 'b'], object: { k: 'v' }, rows: [['p'], ['q', 'r']] }",
    );
    expect(page.text()).toBe('0a 1b | k=v | 012|ab| 00p 10q 11r');
  });

  const KEYED = `<view wx:for="{{list}}" wx:key="id" class="row"><input id="in-{{item.id}}"></input>{{item.id}}</view>`;
  const items = (ids: string) => ids.split('').map((id) => ({ id }));

  it.each(['cba', 'b', 'abcd', 'dcab', 'xaybz', '', 'cxb'])(
    'keyed: abc → %p keeps typed text',
    async (order) => {
      const page = await show(KEYED, `data: { list: ${JSON.stringify(items('abc'))} }`);
      for (const id of 'abc') await page.input(`#in-${id}`, `typed ${id}`);
      page.instance.setData({ list: items(order) });
      expect(page.findAll('.row').map((row) => row.text())).toEqual(order.split(''));
      expect(page.findAll('input').map((input) => input.value)).toEqual(
        order.split('').map((id) => ('abc'.includes(id) ? `typed ${id}` : '')),
      );
    },
  );
});

describe('templates and imports', () => {
  const files = {
    'parts/rows.wxml':
      '<import src="inner.wxml"/><template name="row"><view>{{n}}:{{text}}{{outside}}<template is="inner"/></view></template>',
    'parts/inner.wxml': '<template name="inner">!</template>',
  };

  it('a template has only its data; its name can be computed; it can use its own imports', async () => {
    const page = await show(
      `<import src="/parts/rows.wxml"></import>
       <template name="own"><text>own {{a}}</text></template>
       <template is="{{which}}" data="{{n: 1, ...row}}"/><template is="own" data="{{a}}"/>`,
      "data: { which: 'row', row: { text: 'x' }, outside: 'no', a: 'data' }",
      { files },
    );
    expect(page.text()).toBe('1:x!\nown data');
    page.instance.setData({ which: 'own' });
    expect(page.text()).toBe('own own data');
  });
});

it('text: white space collapses, <text> is inline, hidden parts are omitted', async () => {
  const page = await show(
    `<view>  一
        二 <text>三</text><text> 四</text></view><view hidden>五</view><view style="display: none">六</view><view><view>七</view>八</view>`,
  );
  expect(page.text()).toBe('一 二 三 四\n七\n八');
  expect(page.has('一 二 三')).toBe(true);
  expect(page.has('五')).toBe(false);
});
