/** The preview's compiler: style sheets, templates, scripts, mistakes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { programCompiler } from '../../preview/vite/program/compile';
import { formatProblem } from '../../preview/vite/program/problems';
import { openSources } from '../../preview/vite/program/sources';
import { wxssCompiler } from '../../preview/vite/program/wxss/compile';
import { writeFiles } from '../support/write-files';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes files into a new folder. Returns the folder. */
function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'compile-'));
  folders.push(root);
  writeFiles(root, files);
  return root;
}

const oneLine = (css: string) => css.replace(/\s+/g, ' ').trim();

describe('WXSS', () => {
  const css = (text: string, scope = '', more: Readonly<Record<string, string>> = {}) => {
    const root = project({ 'page.wxss': text, ...more });
    return oneLine(wxssCompiler()(openSources(root), 'page.wxss', scope).css);
  };

  test.each([
    ['a length', '.a { width: 750rpx }', '.a { width: %%?750rpx?%% }'],
    ['a negative fraction', '.a { margin: -.75rpx 15rpx }', '.a { margin: %%?-.75rpx?%% %%?15rpx?%% }'],
    ['inside calc', '.a { width: calc(100% - 30rpx) }', '.a { width: calc(100% - %%?30rpx?%%) }'],
    ['in a variable', '.a { --x: 3rpx }', '.a { --x: %%?3rpx?%% }'],
    // wcsc breaks such a name, so the preview must break it too: otherwise the page works here and fails on a phone.
    ['in the name of a variable', '.a { width: var(--1rpx) }', '.a { width: var(-%%?-1rpx?%%) }'],
    ['not in upper case', '.a { width: 15RPX }', '.a { width: 15RPX }'],
    ['not in a query', '@media (min-width: 375rpx) {}', '@media (min-width: 375rpx) {}'],
    ['not in a string', '.a::after { content: "15rpx" }', '.a::after { content: "15rpx" }'],
    ['not in an address', '.a { background: url(//h/15rpx.png) }', '.a { background: url(//h/15rpx.png) }'],
    ['not in a name', '.w-15rpx { color: red }', '.w-15rpx { color: red }'],
    ['not in the name of a grid line', '.a { grid-row: x-15rpx }', '.a { grid-row: x-15rpx }'],
  ])('rpx: %s', (_, from, to) => {
    expect(css(from)).toBe(to);
  });

  test.each([
    [
      'tags',
      'view > text, button::after { color: red }',
      'wx-view > wx-text, wx-button::after { color: red }',
    ],
    ['the page', 'page { color: red }', 'wx-page { color: red }'],
    [
      'words in brackets are not tags',
      '.a:nth-child(odd):not(view), .b:nth-of-type(2n+1) { top: 0 }',
      '.a:nth-child(odd):not(wx-view), .b:nth-of-type(2n+1) { top: 0 }',
    ],
    [
      'steps of an animation are not tags',
      '@keyframes a { from { top: 0 } to { top: 1px } }',
      '@keyframes a { from { top: 0 } to { top: 1px } }',
    ],
  ])('selectors: %s', (_, from, to) => {
    expect(css(from)).toBe(to);
  });

  test.each([
    ['classes', '.a.b .c { color: red }', '.s--a.s--b .s--c { color: red }'],
    ['the host', ':host { color: red }', '[wx-host="s"] { color: red }'],
    [
      'a tag selector applies only inside the component',
      'view { color: red }',
      ':where([wx-host="s"]) wx-view { color: red }',
    ],
  ])('a component’s selectors: %s', (_, from, to) => {
    expect(css(from, 's')).toBe(to);
  });

  test('the page’s background also covers the area behind it', () => {
    expect(css('page { --bg: red; background: var(--bg); color: blue }')).toBe(
      'wx-page { --bg: red; background: var(--bg); color: blue } .wx-scroller { --bg: red; background: var(--bg) }',
    );
  });

  test.each([
    [
      'dark',
      '@media (prefers-color-scheme: dark) { .a { color: red } }',
      ':where(:root[data-theme="dark"]) .a { color: red }',
    ],
    [
      'with another condition',
      '@media (prefers-color-scheme: light) and (min-width: 400px) { .a { color: red } }',
      '@media (min-width: 400px) { :where(:root[data-theme="light"]) .a { color: red } }',
    ],
  ])('theme: %s', (_, from, to) => {
    expect(css(from)).toBe(to);
  });

  test('the window’s height and the safe areas come from the device', () => {
    expect(
      css('.a { height: 50vh; padding: env(safe-area-inset-bottom) constant(safe-area-inset-top) }'),
    ).toBe(
      '.a { height: calc(var(--wx-vh, 1vh) * 50); padding: var(--wx-safe-area-inset-bottom, 0px) var(--wx-safe-area-inset-top, 0px) }',
    );
  });

  test('imports, with and without the file ending', () => {
    const more = { 'b/b.wxss': '@import "./c"; .b { top: 0 }', 'b/c.wxss': '.c { top: 0 }' };
    expect(css('@import "./b/b.wxss"\n.a { top: 0 }', '', more)).toBe(
      '.c { top: 0 } .b { top: 0 } .a { top: 0 }',
    );
  });
});

describe('a program', () => {
  const app = {
    'app.json': '{"pages": ["pages/a/a"], "usingComponents": {"nice-one": "nice"}}',
    'app.ts': 'App({});',
    'miniprogram_npm/nice/index.js': 'Component({});',
    'miniprogram_npm/nice/index.wxml': '<slot />',
    'pages/a/a.wxml': '<nice-one>{{a}}</nice-one>',
    'pages/a/a.ts': "import { b } from '../../b';\nPage({ data: { a: b } });",
    'b/index.js': 'exports.b = 1;',
  };
  const compile = (files: Readonly<Record<string, string>> = {}) =>
    programCompiler({ root: project({ ...app, ...files }), dev: true })();
  const problemsOf = async (files: Readonly<Record<string, string>>) =>
    (await compile(files)).problems.map((problem) => formatProblem(problem).split('\n')[0]);

  test('finds npm components, folders with an index, and plain modules', async () => {
    const program = await compile();
    expect(program.problems).toEqual([]);
    expect(program.manifest.units['pages/a/a']?.json.usingComponents).toEqual({
      'nice-one': 'miniprogram_npm/nice/index',
    });
    expect(program.scripts['pages/a/a']?.requires).toEqual({ '../../b': 'b/index' });
    expect(Object.keys(program.scripts).sort()).toEqual([
      'app',
      'b/index',
      'miniprogram_npm/nice/index',
      'pages/a/a',
    ]);
  });

  test("the same sources give the same code, although glass-easel's compiler does not", async () => {
    const root = project(app);
    const again = programCompiler({ root, dev: true });
    const first = await again();
    expect((await again()).templates).toBe(first.templates);
    writeFiles(root, { 'pages/a/a.wxml': '<view />' });
    const changed = await again();
    expect(changed.templates).not.toBe(first.templates);
    expect(changed.templateHashes['miniprogram_npm/nice/index']).toBe(
      first.templateHashes['miniprogram_npm/nice/index'],
    );
  });

  test.each([
    ['JSON', { 'pages/a/a.json': '{\n  "a": 1,\n}' }, /^error: pages\/a\/a\.json:3:1 not JSON/],
    ['no app.json', { 'app.json': '[]' }, /^error: app\.json:1:1 must be a JSON object/],
    [
      'a component that does not exist',
      { 'pages/a/a.json': '{"usingComponents": {"x-y": "./x"}}' },
      /^error: pages\/a\/a\.json <x-y>: component ".\/x" is not found/,
    ],
    [
      'a component of WeUI that is not installed',
      {
        'app.json': '{"pages": ["pages/a/a"], "useExtendedLib": {"weui": true}}',
        'pages/a/a.json': '{"usingComponents": {"mp-cell": "weui-miniprogram/cell/cell"}}',
      },
      /^warning: pages\/a\/a\.json <mp-cell>: .* is not found: WeChat includes it \(useExtendedLib\); here it must be installed/,
    ],
    [
      'a component outside the mini-program',
      { 'pages/a/a.json': '{"usingComponents": {"x-y": "../../../etc/x"}}' },
      /is not found/,
    ],
    [
      'a page without a template',
      { 'app.json': '{"pages": ["pages/none"]}' },
      /^error: pages\/none\.wxml this file of the page does not exist/,
    ],
    [
      'an import that does not exist',
      { 'pages/a/a.wxml': '<import src="./t.wxml" />' },
      /^error: pages\/a\/a\.wxml:1:1 pages\/a\/t\.wxml does not exist\./,
    ],
    [
      'wx:else alone',
      { 'pages/a/a.wxml': '<view wx:else />' },
      /^error: pages\/a\/a\.wxml:1:1 <view> has wx:elif or wx:else, but no wx:if stands before it/,
    ],
    ['WXSS', { 'pages/a/a.wxss': '.a { color: red' }, /^error: pages\/a\/a\.wxss:1:1 Unclosed block/],
    [
      'WXSS that imports itself',
      { 'pages/a/a.wxss': '@import "./b.wxss";', 'pages/a/b.wxss': '\n@import "a.wxss";' },
      /^error: pages\/a\/b\.wxss:2:1 these files import each other: pages\/a\/a\.wxss → pages\/a\/b\.wxss → pages\/a\/a\.wxss/,
    ],
    ['TypeScript', { 'pages/a/a.ts': 'Page({\n  data: {,\n});' }, /^error: pages\/a\/a\.ts:2:10 /],
    [
      'a module that does not exist',
      { 'pages/a/a.ts': "\nrequire('./none');\nPage({});" },
      /^error: pages\/a\/a\.ts:2:9 module ".\/none" is not found/,
    ],
  ] as const)('mistakes have a position: %s', async (_, files, message) => {
    expect(await problemsOf(files)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  test('a tag selector in a component is a warning, not an error', async () => {
    const found = await problemsOf({ 'miniprogram_npm/nice/index.wxss': '\nview { top: 0 }' });
    expect(found).toEqual([
      'warning: miniprogram_npm/nice/index.wxss:2:1 "view": a component\'s style sheet should select by class only, not by tag, id or attribute',
    ]);
  });
});
