/** The stage follows app.json and project.config.json. */
import { stageOf, writeApp } from './support/app';

const page = (name: string) => ({
  [`${name}.wxml`]: `<view>${name}</view>`,
  [`${name}.js`]: 'Page({ onTabItemTap(item) { getApp().tapped = item } })',
});

it.each([
  ['its miniprogramRoot is', 'src', { 'project.config.json': '{"miniprogramRoot":"src/"}' }],
  ['without a project.config.json, its folder miniprogram is', 'miniprogram', {}],
])('a project folder: %s the mini-program', async (_says, folder, files) => {
  const root = writeApp({
    ...files,
    'app.json': '',
    [`${folder}/app.json`]: '\uFEFF{"pages":["pages/a/a"]}',
    ...Object.fromEntries(
      Object.entries(page('pages/a/a')).map(([file, text]) => [`${folder}/${file}`, text]),
    ),
  });
  require('node:fs').rmSync(`${root}/app.json`);
  const { stage } = stageOf(root);
  expect((await stage.open('pages/a/a')).text()).toBe('pages/a/a');
});

it.each(['subPackages', 'subpackages'])('%s', async (key) => {
  const root = writeApp({
    'app.json': JSON.stringify({ pages: ['pages/a/a'], [key]: [{ root: 'shop/', pages: ['list/list'] }] }),
    ...page('pages/a/a'),
    ...page('shop/list/list'),
  });
  const { stage, wx } = stageOf(root);
  await stage.open('pages/a/a');
  await wx.navigateTo({ url: '/shop/list/list' });
  expect(stage.page.route).toBe('shop/list/list');
});

describe('the navigation bar', () => {
  const root = () =>
    writeApp({
      'app.json': JSON.stringify({
        pages: ['pages/a/a', 'pages/b/b'],
        window: { navigationBarTitleText: '茶馆' },
      }),
      ...page('pages/a/a'),
      ...page('pages/b/b'),
      'pages/b/b.json': '{"navigationBarTitleText":"购物车"}',
    });

  it("shows the page's title, otherwise the window's, otherwise the last setNavigationBarTitle", async () => {
    const { stage, wx } = stageOf(root());
    const a = await stage.open('pages/a/a');
    expect(a.title).toBe('茶馆');
    const b = await stage.open('pages/b/b');
    expect(b.title).toBe('购物车');
    await wx.setNavigationBarTitle({ title: '购物车(2)' });
    expect([a.title, b.title]).toEqual(['茶馆', '购物车(2)']);
  });
});

describe('the tab bar', () => {
  const root = () =>
    writeApp({
      'app.json': JSON.stringify({
        pages: ['pages/a/a', 'pages/b/b', 'pages/c/c'],
        tabBar: {
          list: [
            { pagePath: 'pages/a/a', text: '首页' },
            { pagePath: 'pages/b/b', text: '我的' },
          ],
        },
      }),
      'app.js': 'App({})',
      ...page('pages/a/a'),
      ...page('pages/b/b'),
      ...page('pages/c/c'),
    });

  it('is tapped by text or page, and the page gets the event', async () => {
    const { stage } = stageOf(root());
    await stage.open('pages/a/a');
    await stage.tapTab('我的');
    expect(stage.pages.map(({ route }) => route)).toEqual(['pages/b/b']);
    expect(stage.app.tapped).toEqual({ index: '1', pagePath: 'pages/b/b', text: '我的' });
    await stage.tapTab('pages/a/a');
    expect(stage.page.route).toBe('pages/a/a');
  });

  it('reports its content, and when it is hidden', async () => {
    const { stage } = stageOf(root());
    await stage.open('pages/a/a');
    await expect(stage.tapTab('设置')).rejects.toThrow(
      'There is no tab "设置". The tab bar shows:\n  首页 pages/a/a\n  我的 pages/b/b',
    );
    await stage.open('pages/c/c');
    await expect(stage.tapTab('我的')).rejects.toThrow('No tab bar is showing: pages/c/c is not a tab.');
  });
});

describe('usingComponents', () => {
  const WITH = {
    'pages/one/one.wxml': '<x></x>',
    'pages/one/one.js': 'Page({})',
  };
  const component = (path: string) => ({
    [`${path}.json`]: '{"component":true}',
    [`${path}.wxml`]: `<view>${path}</view>`,
    [`${path}.js`]: 'Component({})',
  });

  it.each([
    ['relative', '../../parts/x/x', 'parts/x/x'],
    ['from the root', '/parts/x/x', 'parts/x/x'],
    ['a folder’s index', '/parts/x', 'parts/x/index'],
    ['npm', 'tea/x', 'miniprogram_npm/tea/x'],
    ['npm, a folder’s index', '@tea/x', 'miniprogram_npm/@tea/x/index'],
    ['npm in a folder above', 'tea/x', 'pages/miniprogram_npm/tea/x'],
    ['npm by its path', '../../miniprogram_npm/tea/x', 'miniprogram_npm/tea/x'],
  ])('%s', async (_name, value, path) => {
    const { stage } = stageOf(
      writeApp({
        ...WITH,
        'pages/one/one.json': JSON.stringify({ usingComponents: { x: value } }),
        ...component(path),
      }),
    );
    expect((await stage.open('pages/one/one')).text()).toBe(path);
  });

  it.each(['tea/x', '../../miniprogram_npm/tea/x'])('unbuilt npm packages: %s', async (value) => {
    const { stage } = stageOf(
      writeApp({
        ...WITH,
        'pages/one/one.json': JSON.stringify({ usingComponents: { x: value } }),
        'node_modules/tea/package.json': '{"name":"tea"}',
        ...component('node_modules/tea/miniprogram_dist/x'),
      }),
    );
    expect((await stage.open('pages/one/one')).text()).toBe('node_modules/tea/miniprogram_dist/x');
  });
});

describe('useExtendedLib: { weui }', () => {
  const files = {
    'app.json': '{"pages":["pages/a/a"],"useExtendedLib":{"weui":true}}',
    'pages/a/a.wxml': '<mp-cell/>',
    'pages/a/a.js': 'Page({})',
    'pages/a/a.json': '{"usingComponents":{"mp-cell":"weui-miniprogram/cell/cell"}}',
  };

  it('is the installed package', async () => {
    const cell = 'node_modules/weui-miniprogram/miniprogram_dist/cell/cell';
    const root = writeApp({
      ...files,
      'node_modules/weui-miniprogram/package.json':
        '{"name":"weui-miniprogram","miniprogram":"miniprogram_dist"}',
      [`${cell}.json`]: '{"component":true}',
      [`${cell}.wxml`]: '<view>单元格</view>',
      [`${cell}.js`]: 'module.exports = Component({})',
    });
    expect((await stageOf(root).stage.open('pages/a/a')).text()).toBe('单元格');
  });

  it('is named in the error where it is not installed', async () => {
    await expect(stageOf(writeApp(files)).stage.open('pages/a/a')).rejects.toThrow(
      '"weui-miniprogram/cell/cell" is not found. WeChat includes it (useExtendedLib); here it must be installed: npm i -D weui-miniprogram.',
    );
  });
});
