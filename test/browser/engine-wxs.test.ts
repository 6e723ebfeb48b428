/**
 * WXS in the preview's compiler: the pages that are rendered again after a change, and the pages that a mistake
 * affects.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { relevantProblems } from '../../preview/phone/stage/relevance';
import { programCompiler } from '../../preview/vite/program/compile';
import { modulesOf } from '../../preview/vite/program/modules';
import { formatProblem } from '../../preview/vite/program/problems';
import type { Program } from '../../preview/vite/program/types';
import { writeFiles } from '../support/write-files';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'engine-wxs-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (files: Readonly<Record<string, string>>) => writeFiles(root, files);

const page = (name: string, wxml: string) => ({
  [`pages/${name}/${name}.wxml`]: wxml,
  [`pages/${name}/${name}.js`]: 'Page({});',
});
const APP = {
  'app.json': '{"pages": ["pages/a/a", "pages/b/b"]}',
  'app.js': 'App({});',
  ...page('a', '<wxs src="/m.wxs" module="m" /><view>{{m.f()}}</view>'),
  ...page('b', '<wxs module="m">module.exports.x = 1;</wxs><view>{{m.x}}</view>'),
  'm.wxs': "var n = require('./lib/n.wxs');\nmodule.exports.f = n.f;",
  'lib/n.wxs': "module.exports.f = function () { return 'one'; };",
};
const messages = ({ problems }: Program) => problems.map((one) => formatProblem(one).split('\n')[0]);
const concerning = (program: Program, name: string) =>
  relevantProblems(program.problems, program.manifest, {}, [`pages/${name}/${name}`]).map(({ file }) => file);

/** Throws if the frame's module of templates has a syntax error: then no page would open. */
function templatesParse(program: Program): void {
  const { code = '' } = modulesOf(program).get('virtual:miniprogram/templates') ?? {};
  new Function(code.replace('export default', 'return'));
}

test('a module required by another module updates the page', async () => {
  write(APP);
  const compile = programCompiler({ root, dev: true });
  const first = await compile();
  expect(messages(first)).toEqual([]);
  write({ 'lib/n.wxs': "module.exports.f = function () { return 'two'; };" });
  const second = await compile();
  expect(second.wxs).toContain('"two"');
  expect(second.templateHashes['pages/a/a']).not.toBe(first.templateHashes['pages/a/a']);
  expect(second.templateHashes['pages/b/b']).toBe(first.templateHashes['pages/b/b']);
});

test('a mistake affects only the pages that use the module', async () => {
  write({ ...APP, 'lib/n.wxs': 'module.exports.f = `one`;' });
  const program = await programCompiler({ root, dev: true })();
  expect(messages(program)).toEqual([
    'error: lib/n.wxs:1:20 WXS has no template strings: join strings with +',
  ]);
  expect(concerning(program, 'a')).toEqual(['lib/n.wxs']);
  expect(concerning(program, 'b')).toEqual([]);
  templatesParse(program);
});

test('while a module is broken the page keeps the last working version', async () => {
  write(APP);
  const compile = programCompiler({ root, dev: true });
  await compile();
  write({ 'm.wxs': 'module.exports.f = function () {', ...page('b', '<view>new</view>') });
  const broken = await compile();
  expect(messages(broken)).toEqual([
    'error: m.wxs:1:33 the code ends too early: a bracket is not closed, or something is missing',
  ]);
  expect(broken.wxs).toContain('"one"');
  expect(broken.templates).toContain('new');
});

test.each([
  `<wxs module="a'b">module.exports.x = 1</wxs>`,
  '<wxs module="m" src="./n\'o.wxs" />',
  '<wxs module="m">module.exports["\'\\u2028</script>"] = "{1}`";</wxs>',
  '<wxs module="m"',
  '<wxs module="m">var a = 1;',
  '<!-- <wxs module="m">`</wxs> --><view />',
])('a text of a template cannot become code: %s', async (wxml) => {
  write({ ...APP, ...page('a', wxml) });
  templatesParse(await programCompiler({ root, dev: true })());
});

test('a comment is not compiled', async () => {
  write({ ...APP, ...page('a', '<!-- <wxs module="m">`</wxs> --><view />') });
  expect(messages(await programCompiler({ root, dev: true })())).toEqual([]);
});
