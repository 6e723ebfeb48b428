/** Instances of pages: data by reference, and properties set by the query. */
import { openPage, stageOf, writeApp } from './support/app';

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

it('a page takes every parameter of its query that it declares, also with a name of WXML', async () => {
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
