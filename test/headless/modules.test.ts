/** `require` and `import` resolve modules like WeChat, with `simulator/jest/resolver.cjs`. */
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage, stageOf, writeApp } from './support/app';

/** Runs a script in a page. Returns its variable `value`, as the page shows it. */
async function run(script: string, files: Record<string, string> = {}): Promise<string> {
  const { page } = await openPage('<view>{{value}}</view>', '', {
    files: { 'pages/one/one.js': `${script}; Page({ data: { value } })`, ...files },
  });
  return page.text();
}

it.each([
  ['from the root', 'root', "const value = require('/utils/x')", { 'utils/x.js': "module.exports = 'root'" }],
  [
    'from the root, as ES module',
    'esm',
    "import { value } from '/utils/x.js'",
    { 'utils/x.js': "export const value = 'esm'" },
  ],
  [
    'a TypeScript file',
    'ts',
    "import value from '/utils/x'",
    { 'utils/x.ts': "const s: string = 'ts'; export default s" },
  ],
  [
    'a folder’s index',
    'index',
    "const value = require('/utils')",
    { 'utils/index.js': "module.exports = 'index'" },
  ],
  [
    'next to the file, without ./',
    'near',
    "const value = require('near.js')",
    { 'pages/one/near.js': "module.exports = 'near'" },
  ],
  [
    'an npm package',
    'npm',
    "const value = require('tea')",
    { 'miniprogram_npm/tea/index.js': "module.exports = 'npm'" },
  ],
  [
    'a file of a scoped package',
    'lid',
    "const value = require('@tea/pot/lid')",
    { 'miniprogram_npm/@tea/pot/lid.js': "module.exports = 'lid'" },
  ],
  [
    'the nearest package',
    'close',
    "const value = require('tea')",
    {
      'miniprogram_npm/tea/index.js': "module.exports = 'far'",
      'pages/miniprogram_npm/tea/index.js': "module.exports = 'close'",
    },
  ],
  [
    'a package that another package requires',
    'pot of tea',
    "const value = require('pot')",
    {
      'miniprogram_npm/pot/index.js': "module.exports = 'pot of ' + require('tea')",
      'miniprogram_npm/tea/index.js': "module.exports = 'tea'",
    },
  ],
  [
    'a package without a build, from node_modules',
    'cup',
    "const value = require('tea/cup/cup')",
    {
      'node_modules/tea/package.json': '{"name":"tea","miniprogram":"lib"}',
      'node_modules/tea/lib/cup/cup.js': "module.exports = 'cup'",
    },
  ],
  [
    'an alias',
    'alias',
    "const value = require('@/utils/x')",
    {
      'app.json': '{"pages":["pages/one/one"],"resolveAlias":{"@/*":"/*"}}',
      'utils/x.js': "module.exports = 'alias'",
    },
  ],
] as [string, string, string, Record<string, string>][])('%s: %s', async (_name, expected, script, files) => {
  expect(await run(script, files)).toBe(expected);
});

it('require.async resolves with a module', async () => {
  const { page } = await openPage(
    '<view>{{value}}</view>',
    "data: { value: '' }, async onLoad() { this.setData({ value: (await require.async('../../utils/x.js')).word }) }",
    { files: { 'utils/x.js': "exports.word = 'later'" } },
  );
  expect(page.text()).toBe('later');
});

it('a module has one instance until the process ends', async () => {
  const root = writeApp({
    'utils/count.js': 'exports.n = 0',
    'pages/one/one.wxml': '<view>{{n}}</view>',
    'pages/one/one.js':
      "const a = require('/utils/count'); const b = require('../../utils/count'); a.n += 1; Page({ data: { n: b.n } })",
  });
  const { stage } = stageOf(root);
  expect((await stage.open('pages/one/one')).text()).toBe('1');
  await stage.relaunch();
  expect((await stage.open('pages/one/one')).text()).toBe('1');
});

it('a missing module is named, with the requiring file', async () => {
  await expect(run("const value = require('/utils/none')")).rejects.toThrow(
    "module '/utils/none.js' is not defined, require args is '/utils/none': there is no such file, required by pages/one/one.js",
  );
});

it.each(['/x.json', '../../x.json', '/x'])('phones have no JSON modules: %s', async (request) => {
  await expect(run(`const value = require('${request}').a`, { 'x.json': '{ "a": "json" }' })).rejects.toThrow(
    `module '${request}.js' is not defined`,
  );
});

it('a package can require its JSON: DevTools inlines it when it builds npm', async () => {
  const files = {
    'miniprogram_npm/tea/index.js': "module.exports = require('./x.json').a",
    'miniprogram_npm/tea/x.json': '{ "a": "json" }',
  };
  expect(await run("const value = require('tea')", files)).toBe('json');
});

it('a module outside the mini-program is refused, like in the preview; a link to a neighbouring folder is allowed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'secret-'));
  writeFileSync(join(folder, 'secret.js'), "module.exports = 'secret'");
  const root = writeApp({
    'project.config.json': '{"miniprogramRoot": "mini/"}',
    'shared/a.js': "module.exports = 'shared'",
    'mini/app.json': '{"pages": ["p/p"]}',
    'mini/p/p.wxml': '<view wx:for="{{found}}" wx:key="index">{{item}}</view>',
    'mini/p/p.js': `
      const load = { link: () => require('../linked/a'), out: () => require('../../shared/a'), away: () => require('../away'),
        path: () => require(${JSON.stringify(join(folder, 'secret.js'))}) };
      const found = Object.values(load).map((one) => { try { return one(); } catch (error) { return error.message; } });
      Page({ data: { found } });`,
  });
  symlinkSync(join(root, 'shared'), join(root, 'mini/linked'));
  symlinkSync(join(folder, 'secret.js'), join(root, 'mini/away.js'));
  const { stage } = stageOf(join(root, 'mini'));
  const [linked, ...refused] = (await stage.open('p/p')).text().split('\n');
  expect(linked).toBe('shared');
  expect(refused).toHaveLength(3);
  for (const one of refused)
    expect(one).toMatch(/^module '[^']+' is not defined, .*: it is outside of the mini-program/);
  rmSync(folder, { recursive: true });
});

it('outside a mini-program nothing changes', () => {
  expect(() => require('/utils/none')).toThrow("Cannot find module '/utils/none'");
});

it('the preset names existing files, and transforms packages with mini-program code', () => {
  const preset = require('../../simulator/jest/preset.cjs') as Record<string, unknown>;
  const files = [preset.testEnvironment, preset.resolver, ...Object.values(preset.transform as object)];
  expect(files.filter((file) => !existsSync(String(file)))).toEqual([]);
  const [pattern] = preset.transformIgnorePatterns as [string];
  const isTransformed = (path: string) => !new RegExp(pattern).test(path);
  expect(
    [
      '/x/node_modules/tdesign-miniprogram/miniprogram_dist/button.js',
      '/x/node_modules/msw/lib/node/index.js',
      '/x/pages/a.ts',
    ].map(isTransformed),
  ).toEqual([true, true, true]);
  expect(isTransformed('/x/node_modules/lodash/index.js')).toBe(false);
});
