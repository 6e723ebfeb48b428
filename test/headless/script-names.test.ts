/** Names in a script of a mini-program: globals, and exports that can be replaced. */
import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { stageOf, writeApp } from './support/app';

/** Runs a script in a page. Returns its variable `value`, as the page shows it. */
async function run(script: string, files: Record<string, string> = {}): Promise<string> {
  const { stage } = stageOf(
    writeApp({
      'pages/one/one.wxml': '<view>{{value}}</view>',
      'pages/one/one.js': `${script}; Page({ data: { value: String(value) } })`,
      ...files,
    }),
  );
  return (await stage.open('pages/one/one')).text();
}

describe('names of browsers and of Node', () => {
  it("a module can declare such a name, and WeChat's names", async () => {
    expect(
      await run(
        "const location = 'a', { name } = { name: 'b' }, global = 'c', wx = 'd'; const value = location + name + global + wx",
      ),
    ).toBe('abcd');
  });

  it("the language's and WeChat’s names exist", async () => {
    const names =
      'Promise Map Symbol JSON Math Intl setTimeout console wx App Page Component Behavior getApp getCurrentPages requirePlugin global globalThis';
    expect(
      await run(
        `const value = [${names.split(' ').map((name) => `typeof ${name}`)}].filter((type) => type === 'undefined').length`,
      ),
    ).toBe('0');
  });
});

describe('names that frameworks use', () => {
  it('__wxRoute is the page or component of the running script', async () => {
    const files = {
      'pages/one/one.json': '{"usingComponents":{"c":"/c/c"}}',
      'c/c.json': '{"component":true}',
      'c/c.wxml': '<view/>',
      'c/c.js': 'global.routes = [__wxRoute]; Component({})',
    };
    expect(
      await run('const value = [...global.routes, __wxRoute, global.__wxRoute, __wxAppCurrentFile__]', files),
    ).toBe('c/c,pages/one/one,pages/one/one,pages/one/one.js');
  });

  it('__wxConfig has the content of app.json, and the version', async () => {
    const config = {
      pages: ['pages/one/one'],
      window: { navigationBarTitleText: '茶' },
      tabBar: { list: [] },
    };
    expect(
      await run(
        'const value = [typeof __wxConfig, __wxConfig.pages, __wxConfig.window.navigationBarTitleText, __wxConfig.global.window.navigationBarTitleText, __wxConfig.envVersion === wx.getAccountInfoSync().miniProgram.envVersion, __wxConfig.tabBar.list.length]',
        { 'app.json': JSON.stringify(config) },
      ),
    ).toBe('object,pages/one/one,茶,茶,true,0');
  });

  it('they are removed after the test', async () => {
    const { stage } = stageOf(writeApp({ 'pages/one/one.wxml': '<view/>', 'pages/one/one.js': 'Page({})' }));
    await stage.open('pages/one/one');
    expect(globalThis).toHaveProperty('__wxRoute', 'pages/one/one');
    stage.close();
    for (const name of ['__wxRoute', '__wxConfig', '__wxAppCode__'])
      expect(globalThis).not.toHaveProperty(name);
  });
});

it('with "es6": false import is a mistake, like on a phone', async () => {
  const files = {
    'project.config.json': '{ "setting": { "es6": false } }',
    'utils/x.js': 'module.exports = 1',
  };
  await expect(run("import x from '/utils/x'; var value = x", files)).rejects.toThrow(/import/);
});

describe('exports', () => {
  const files = {
    'u.js': "export function tea() { return 'green' }\nexport default class {}",
    'v.js': "export * from './u'; export const cups = 1; export { tea as drink } from './u'",
    'pages/one/one.wxml': '<view bindtap="pour">{{value}}</view>',
    'pages/one/one.js':
      "import { tea } from '/u'; Page({ data: { value: '' }, pour() { this.setData({ value: tea() }) } })",
  };

  it.each([
    ['u', 'tea'],
    ['v', 'tea'],
    ['v', 'drink'],
  ])('jest.spyOn of %s.%s, and back (Jest)', (file, name) => {
    const module = require(join(writeApp(files), file)) as Record<string, () => string>;
    const spy = jest.spyOn(module, name).mockReturnValue('black');
    expect(module[name]?.()).toBe('black');
    spy.mockRestore();
    expect(module[name]?.()).toBe('green');
  });

  it('the page uses the spy (Jest)', async () => {
    const root = writeApp(files);
    const { stage } = stageOf(root);
    const page = await stage.open('pages/one/one');
    const spy = jest.spyOn(require(join(root, 'u')) as { tea(): string }, 'tea').mockReturnValue('black');
    await page.tap('view');
    expect([page.text(), spy.mock.calls.length]).toEqual(['black', 1]);
  });

  it("an assignment replaces an export, like in DevTools' output (Jest)", () => {
    const module = require(join(writeApp(files), 'v')) as Record<string, unknown>;
    module.cups = 5;
    module.tea = () => 'white';
    expect([module.cups, (module.tea as () => string)()]).toEqual([5, 'white']);
    expect(Object.keys(module)).toContain('cups');
  });
});

describe('npm packages', () => {
  // The package's name contains `miniprogram`, so Jest transforms it.
  const pot = {
    'node_modules/pot-miniprogram/package.json': '{"name":"pot-miniprogram","miniprogram":"dist"}',
    'node_modules/pot-miniprogram/dist/lid/lid.js':
      "import { word } from 'tea-words'; export const lid = word",
    'node_modules/pot-miniprogram/dist/lid/lid.json': '{"component":true}',
  };
  const bundled = {
    'node_modules/pot-miniprogram/dist/miniprogram_npm/tea-words/index.js': "exports.word = 'bundled'",
  };
  const ask = "const value = require('pot-miniprogram/lid/lid').lid";

  it('a package with its own miniprogram_npm: beside the mini-program', async () => {
    expect(await run(ask, { ...pot, ...bundled })).toBe('bundled');
  });

  it('and above it, where node_modules usually is', async () => {
    const program = {
      'app.json': '',
      'mp/app.json': '{"pages":["pages/one/one"]}',
      'mp/pages/one/one.wxml': '<view>{{value}}</view>',
    };
    const root = writeApp({
      ...program,
      ...pot,
      ...bundled,
      'mp/pages/one/one.js': `${ask}; Page({ data: { value } })`,
    });
    const { stage } = stageOf(join(root, 'mp'));
    expect((await stage.open('pages/one/one')).text()).toBe('bundled');
  });

  it('pnpm’s layout: links, and dependencies beside the package in .pnpm', async () => {
    const root = writeApp({
      ...pot,
      'node_modules/tea-words/package.json': '{"name":"tea-words","miniprogram":"dist"}',
      'node_modules/tea-words/dist/index.js': "exports.word = 'linked'",
      'pages/one/one.wxml': '<view>{{value}}</view>',
      'pages/one/one.js': `${ask}; Page({ data: { value } })`,
    });
    const store = join(root, 'node_modules/.pnpm/pot-miniprogram@1.0.0/node_modules');
    mkdirSync(store, { recursive: true });
    for (const name of ['pot-miniprogram', 'tea-words'])
      renameSync(join(root, 'node_modules', name), join(store, name));
    symlinkSync(join(store, 'pot-miniprogram'), join(root, 'node_modules/pot-miniprogram'));
    const { stage } = stageOf(root);
    expect((await stage.open('pages/one/one')).text()).toBe('linked');
  });
});
