/** Features of `Component()` and WXML that common component libraries use. */
import { component, show } from './support/components';

it('a class or style that is not a string is ignored', async () => {
  const { page } = await show(
    '<view style="{{1}}" class="{{2}}">x</view><view style class="{{none}}">y</view>',
    {},
  );
  expect(page.text()).toBe('x\ny');
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
