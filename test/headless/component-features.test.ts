/** Features of `Component()` and WXML that common component libraries use. */
import { component, select, show } from './support/components';

describe('properties', () => {
  const files = component(
    'box',
    '<view>{{a}}|{{b}}|{{c}}|{{d}}|{{style}}</view>',
    `Component({ properties: { a: { type: Number, value: 1 }, b: { type: String, optionalTypes: [Number] }, c: null, d: Boolean, style: String } })`,
  );

  it('convert to their type, to one of several, or keep any; style can be a property', async () => {
    const { page } = await show(
      '<box a="2" b="{{7}}" c="{{list}}" d style="color: red"></box><box/>',
      files,
      'data: { list: [1, 2] }',
    );
    expect(page.findAll('box').map((box) => box.text())).toEqual([
      '2|7|1,2|true|color: red',
      '1||null|false|',
    ]);
    expect(page.find('box').dom.getAttribute('style')).toContain('color: red');
  });

  it('a class or style that is not a string is ignored', async () => {
    const { page } = await show(
      '<view style="{{1}}" class="{{2}}">x</view><view style class="{{none}}">y</view>',
      {},
    );
    expect(page.text()).toBe('x\ny');
  });
});

describe('observers', () => {
  it('observe paths, several fields, and all data', async () => {
    const { page, stage } = await show(
      '<box id="b" a="1"></box>',
      component(
        'box',
        '<view></view>',
        `Component({ properties: { a: { type: Number, observer(now, before) { getApp().log.push('own ' + before + '→' + now) } } }, data: { o: { x: 1 }, list: [] },
          observers: { 'a, o.x'(a, x) { getApp().log.push(a + ' ' + x) }, 'list[0]'(v) { getApp().log.push('first ' + v) }, 'o.**'(o) { getApp().log.push('o ' + JSON.stringify(o)) } } })`,
      ),
    );
    const log = stage.app.log as string[];
    log.length = 0;
    const box = select(page, '#b') as unknown as { setData(data: object): void };
    box.setData({ 'o.x': 2 });
    box.setData({ 'list[0]': 'z' });
    box.setData({ a: 5 });
    expect(log).toEqual(expect.arrayContaining(['1 2', 'o {"x":2}', 'first z', 'own 1→5', '5 2']));
  });
});

it('pure data are not rendered, but are in this.data', async () => {
  const { page } = await show(
    '<box id="b"></box>',
    component(
      'box',
      '<view>{{_secret}}{{shown}}</view>',
      'Component({ options: { pureDataPattern: /^_/ }, data: { _secret: 1, shown: 2 } })',
    ),
  );
  expect(page.text()).toBe('2');
  expect(select(page, '#b').data).toMatchObject({ _secret: 1 });
});

it('external classes come from outside', async () => {
  const { page } = await show(
    '<box my-class="red {{size}}"></box>',
    component('box', '<view class="my-class own">x</view>', "Component({ externalClasses: ['my-class'] })"),
    "data: { size: 'big' }",
  );
  expect(page.find('.own').classes).toEqual(['red', 'big', 'own']);
  page.instance.setData({ size: 'small' });
  expect(page.find('.own').classes).toEqual(['red', 'small', 'own']);
});

it('slots: one, several by name, and in a loop', async () => {
  const files = {
    ...component('one', '<view>[<slot></slot>]</view>', 'Component({})'),
    ...component(
      'many',
      '<view wx:for="{{names}}" wx:key="*this">{{item}}:<slot name="{{item}}"></slot></view><slot></slot>',
      "Component({ options: { multipleSlots: true }, data: { names: ['a', 'b'] } })",
    ),
  };
  const { page } = await show(
    '<one><text>{{x}}</text></one><many><text slot="b">B{{x}}</text><text slot="a">A</text><text>rest</text></many>',
    files,
    "data: { x: 'X' }",
  );
  expect(page.text()).toBe('[X]\na:A\nb:BX\nrest');
  page.instance.setData({ x: 'Y' });
  expect(page.text()).toBe('[Y]\na:A\nb:BY\nrest');
});

it('relations link components, and call both sides', async () => {
  const { page, stage } = await show(
    '<list id="l"><item wx:for="{{n}}" wx:key="*this" label="{{item}}"/></list>',
    {
      ...component(
        'list',
        '<slot/>',
        `Component({ relations: { './item': { type: 'child', linked(t) { getApp().log.push('linked ' + t.data.label) }, unlinked(t) { getApp().log.push('unlinked ' + t.data.label) } } },
          methods: { labels() { return this.getRelationNodes('./item').map((node) => node.data.label) } } })`,
      ),
      ...component(
        'item',
        '<view>{{label}}</view>',
        "Component({ properties: { label: Number }, relations: { './list': { type: 'parent' } } })",
      ),
    },
    'data: { n: 2 }',
  );
  const list = select(page, '#l') as unknown as { labels(): number[] };
  expect(list.labels()).toEqual([0, 1]);
  page.instance.setData({ n: 1 });
  expect(list.labels()).toEqual([0]);
  expect(stage.app.log).toEqual(['linked 0', 'linked 1', 'unlinked 1']);
});

describe('generics', () => {
  const files = {
    ...component('list', '<view wx:for="{{2}}" wx:key="*this"><row n="{{item}}"/></view>', 'Component({})', {
      componentGenerics: { row: { default: '/c/plain' } },
    }),
    ...component('outer', '<list generic:row="cell"></list>', 'Component({})', {
      usingComponents: { list: '/c/list' },
      componentGenerics: { cell: true },
    }),
    ...component('plain', '<text>plain {{n}}</text>', 'Component({ properties: { n: Number } })'),
    ...component('fancy', '<text>fancy {{n}}</text>', 'Component({ properties: { n: Number } })'),
  };

  it('are set by the user of the component, also through another one; otherwise the default is used', async () => {
    const { page } = await show('<list generic:row="fancy"/><list/><outer generic:cell="fancy"/>', files);
    expect(page.text().split('\n')).toEqual([
      'fancy 0',
      'fancy 1',
      'plain 0',
      'plain 1',
      'fancy 0',
      'fancy 1',
    ]);
  });
});

describe('model:', () => {
  it('binds inputs and switches in both directions', async () => {
    const { page } = await show(
      '<input model:value="{{name}}" bindinput="onInput"/><switch model:checked="{{on}}"/><text>{{name}} {{on}} {{at}}</text>',
      {},
      "data: { name: 'a', on: false, at: '' }, onInput() { this.setData({ at: this.data.name }) }",
    );
    await page.input('input', '林');
    await page.tap('switch');
    expect(page.find('text').text()).toBe('林 true 林');
    page.instance.setData({ name: 'b' });
    expect(page.find('input').value).toBe('b');
    expect(page.setDataCalls).toEqual([{ at: '林' }, { name: 'b' }]);
  });

  it('binds a component’s property', async () => {
    const { page } = await show(
      '<count id="c" model:n="{{n}}"/><text>{{n}}</text>',
      component(
        'count',
        '<button bindtap="more">{{n}}</button>',
        'Component({ properties: { n: Number }, methods: { more() { this.setData({ n: this.data.n + 1 }) } } })',
      ),
      'data: { n: 3 }',
    );
    await page.tap('button');
    expect([page.find('text').text(), page.find('button').text()]).toEqual(['4', '4']);
    page.instance.setData({ n: 9 });
    expect(page.find('button').text()).toBe('9');
  });
});

it('marks of the target and its ancestors reach the handler, the innermost wins', async () => {
  const { page } = await show(
    '<view mark:a="outer" mark:b="outer" bindtap="see"><text mark:a="{{n}}">字</text></view>',
    {},
    'data: { n: 7 }, see({ mark }) { this.setData({ mark }) }',
  );
  await page.tap('text');
  expect(page.data.mark).toEqual({ a: 7, b: 'outer' });
});
