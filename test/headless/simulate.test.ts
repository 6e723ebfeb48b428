/**
 * miniprogram-simulate's API on this project's compiler: the documented functions, and behaviour that test suites use.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import simulate from '../../simulator/simulate';
import { writeFiles } from '../support/write-files';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes a package of components. Returns its folder. */
function write(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'simulate-'));
  folders.push(root);
  writeFiles(root, files);
  return root;
}

const counter = {
  'counter/index.json': '{"component":true,"usingComponents":{"x-label":"../label/index"}}',
  'counter/index.js':
    'Component({ properties: { start: Number }, data: { n: 0 }, lifetimes: { attached() { this.setData({ n: this.data.start }); } }, methods: { add() { this.setData({ n: this.data.n + 1 }); this.triggerEvent("change", this.data.n); } } })',
  'counter/index.wxml':
    '<wxs module="m">module.exports.kind = function (a) { return a.constructor }</wxs><view class="counter" hover-stay-time="{{70}}" bind:tap="add"><x-label text="{{n}} {{m.kind([])}}" /></view>',
  'counter/index.wxss': '.counter { width: 10rpx }',
  'label/index.json': '{"component":true}',
  'label/index.js': 'Component({ properties: { text: String } })',
  'label/index.wxml': '<text>{{text}}</text>',
};

describe('load and render', () => {
  const root = write(counter);
  const load = (tag?: string) => simulate.load(join(root, 'counter/index'), tag ?? '', { rootPath: root });

  test('a path, with its components, styles and properties', () => {
    const component = simulate.render(load('x-counter'), { start: 3 });
    component.attach(document.createElement('parent-wrapper'));
    expect(component.dom.innerHTML).toBe(
      '<wx-view class="x-counter--counter"><x-label><wx-text>3 Array</wx-text></x-label></wx-view>',
    );
    expect(document.head.innerHTML).toContain('.x-counter--counter{width:10px}');
    expect(component.instance.data.n).toBe(3);
  });

  test('templates and includes from a folder beside the component', () => {
    const beside = write({
      'c/index.json': '{"component":true}',
      'c/index.js': 'Component({})',
      'c/index.wxml': '<import src="../common/t.wxml"/><template is="t"/><include src="../common/i.wxml"/>',
      'common/t.wxml': '<template name="t">a</template>',
      'common/i.wxml': 'b',
    });
    expect(simulate.render(simulate.load(join(beside, 'c/index'))).dom.innerHTML).toBe('ab');
  });

  test('the same path twice in one file', () => {
    const [first, second] = [simulate.render(load()), simulate.render(load())];
    expect(first.dom.innerHTML).toBe(second.dom.innerHTML);
    expect(first.dom.innerHTML).toContain('main--counter');
  });

  test('events, with the names that wcc writes into snapshots', async () => {
    const component = simulate.render(load('x-counter'));
    component.attach(document.createElement('parent-wrapper'));
    component.querySelector('.counter')?.dispatchEvent('tap');
    await simulate.sleep(0);
    expect(component.instance.data.n).toBe(1);
    const [view] = component.toJSON().children as { attrs: object[]; event: object }[];
    expect(view?.attrs).toContainEqual({ name: 'hoverStayTime', value: 70 });
    expect(Object.keys(view?.event ?? {})).toEqual(['tap']);
  });

  test('a definition with a template and components by id', async () => {
    const id = simulate.load({
      template: '<x-counter id="c" start="{{start}}" bind:change="onChange" /><view>{{received}}</view>',
      usingComponents: { 'x-counter': load('x-counter') },
      data: { start: 5, received: '' },
      methods: {
        onChange(this: { setData(data: object): void }, event: { detail: unknown }) {
          this.setData({ received: `received ${event.detail}` });
        },
      },
    });
    const component = simulate.render(id);
    component.attach(document.createElement('parent-wrapper'));
    component.querySelector('#c >>> .counter')?.dispatchEvent('tap');
    await simulate.sleep(0);
    expect(component.dom.innerHTML).toContain('<wx-view>received 6</wx-view>');
  });

  test('a path without a component, and no id', () => {
    expect(() => simulate.load(join(root, 'none'))).toThrow('invalid componentPath');
    expect(() => simulate.render('')).toThrow('you need to pass the componentId');
  });

  test('a mistake in a template names file and line', () => {
    const broken = write({
      'c.json': '{"component":true}',
      'c.js': 'Component({})',
      'c.wxml': '<view>\n{{a?.b}}</view>',
    });
    expect(() => simulate.load(join(broken, 'c'), 'x-c')).toThrow(/c\.wxml:2:/);
  });
});

test('relations name their targets by path', () => {
  const root = write({
    'list.json': '{"component":true}',
    'list.js':
      'Component({ relations: { "./item": { type: "child" } }, methods: { count() { return this.getRelationNodes("./item").length } } })',
    'list.wxml': '<slot/>',
    'item.json': '{"component":true}',
    'item.js': 'Component({ relations: { "./list": { type: "parent" } } })',
    'item.wxml': '<text>item</text>',
    'page.json': '{"component":true,"usingComponents":{"x-list":"./list","x-item":"./item"}}',
    'page.js': 'Component({})',
    'page.wxml': '<x-list id="list"><x-item/><x-item/></x-list>',
  });
  const page = simulate.render(simulate.load(join(root, 'page')));
  page.attach(document.createElement('parent-wrapper'));
  const list = page.querySelector('#list')?.instance as { count(): number } | undefined;
  expect(list?.count()).toBe(2);
});

test('behavior, match and sleep', async () => {
  const shared = simulate.behavior({ data: { greeting: '你好' } });
  const component = simulate.render(
    simulate.load({ behaviors: [shared], template: '<text>{{greeting}}</text>' }),
  );
  expect(simulate.match(component.dom, '<wx-text>你好</wx-text>')).toBe(true);
  await simulate.sleep(0);
});
