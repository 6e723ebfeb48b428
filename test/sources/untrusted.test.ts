/** An untrusted mini-program: its file names and links never make the preview read a file outside the project. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assetMiddleware, emitAssets } from '../../preview/vite/assets';
import { listPages } from '../../preview/vite/config-plugin';
import { programCompiler } from '../../preview/vite/program/compile';
import { isLinkOutside } from '../../preview/vite/watched';
import { openProject } from '../../simulator/headless/project';
import { writeFiles } from '../support/write-files';

const SECRET = 'a private text of the user';
const LINK_OUT = 'this is a symbolic link to a place outside of the project: it is not read';

type Files = Readonly<Record<string, string>>;
interface Links {
  readonly [path: string]: string;
}

let place: string;
let project: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'untrusted-'));
  project = join(place, 'project');
  writeFiles(join(place, 'own'), {
    'secret.js': `module.exports = '${SECRET}';`,
    'secret.wxml': SECRET,
    'secret.wxs': `module.exports = '${SECRET}';`,
    'secret.wxss': `.a::after { content: '${SECRET}' }`,
    'secret.json': `{"navigationBarTitleText": "${SECRET}"}`,
    'secret.png': SECRET,
    'package/package.json': '{"main": "index.js"}',
    'package/index.js': `module.exports = '${SECRET}';`,
    'package/c/c.js': `Component({ data: { a: '${SECRET}' } })`,
    'package/c/c.wxml': SECRET,
  });
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

function program(files: Files, links: Links = {}): string {
  const root = join(project, 'miniprogram');
  writeFiles(project, { 'project.config.json': '{"miniprogramRoot": "miniprogram/"}' });
  writeFiles(root, {
    'app.json': '{"pages": ["p/p"]}',
    'app.js': 'App({})',
    'p/p.js': 'Page({})',
    'p/p.wxml': 'x',
    ...files,
  });
  for (const [path, target] of Object.entries(links)) {
    rmSync(join(root, path), { force: true });
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(join(place, target), join(root, path));
  }
  return root;
}

/** The compiler's messages. Fails if the output contains the secret. */
async function compiled(root: string): Promise<string[]> {
  const messages: string[] = [];
  for (const dev of [true, false]) {
    const result = await programCompiler({ root, dev })();
    expect(JSON.stringify(result)).not.toContain(SECRET);
    messages.push(...result.problems.map(({ file, message }) => `${file}: ${message}`));
  }
  return [...new Set(messages)];
}

test.each([
  ['p/p.wxml', 'own/secret.wxml', {}],
  ['p/p.js', 'own/secret.js', {}],
  ['p/p.wxss', 'own/secret.wxss', {}],
  ['p/p.json', 'own/secret.json', {}],
  ['p/x.js', 'own/secret.js', { 'p/p.js': "Page({ data: { a: require('./x') } })" }],
  ['p/x.wxml', 'own/secret.wxml', { 'p/p.wxml': '<include src="x"/>' }],
  ['p/x.wxs', 'own/secret.wxs', { 'p/p.wxml': '<wxs module="m" src="x.wxs"/>{{m}}' }],
  ['p/x.wxss', 'own/secret.wxss', { 'p/p.wxss': '@import "x";' }],
])('a link to a file: %s', async (path, target, files) => {
  expect(await compiled(program(files as Files, { [path]: target }))).toContain(`${path}: ${LINK_OUT}`);
});

test('a link to a folder', async () => {
  const root = program(
    {
      'p/p.js': "Page({ data: { a: require('../x/secret') } })",
      'p/p.json': '{"usingComponents": {"c": "/x/package/c/c"}}',
    },
    { x: 'own' },
  );
  const messages = await compiled(root);
  expect(messages).toContain(`x/secret.js: ${LINK_OUT}`);
  expect(messages).toContain(`x/package/c/c.js: ${LINK_OUT}`);
});

test('a link out of the project is not watched, one inside it is', () => {
  writeFiles(project, { 'shared/x.js': '' });
  const root = program({}, { out: 'own', none: 'nowhere', in: 'project/shared' });
  const watched = ['app.js', 'p', 'out', 'none', 'in'].filter(
    (name) => !isLinkOutside(join(root, name), root),
  );
  expect(watched).toEqual(['app.js', 'p', 'in']);
  expect(isLinkOutside(place, root)).toBe(false);
});

test('a link in place of app.json: its pages and titles are not listed', () => {
  writeFiles(join(place, 'own'), { 'app.json': '{"pages": ["secret/page"]}' });
  const root = program({}, { 'app.json': 'own/app.json' });
  expect(listPages(root)).toEqual([]);
});

test('links inside of the project are followed', async () => {
  writeFiles(project, { 'shared/x.js': "module.exports = 'shared';" });
  const root = program(
    { 'p/p.js': "Page({ data: { a: require('./x') } })" },
    { 'p/x.js': 'project/shared/x.js' },
  );
  expect(await compiled(root)).toEqual([]);
});

test.each([
  ['pages', '{"pages": ["p/p", "../../own/secret"]}'],
  [
    'a root of a sub-package',
    '{"pages": ["p/p"], "subPackages": [{"root": "../../own", "pages": ["secret"]}]}',
  ],
  [
    'an alias',
    '{"pages": ["p/p"], "resolveAlias": {"@/*": "/../../own/*"}, "usingComponents": {"a": "@/package/c/c"}}',
  ],
  ['a component', '{"pages": ["p/p"], "usingComponents": {"a": "../../own/package/c/c"}}'],
  ['a theme', '{"pages": ["p/p"], "themeLocation": "../../own/secret.json"}'],
])('%s of app.json', async (_, text) => {
  writeFiles(join(place, 'own'), {
    'secret/secret.js': `Page({ data: '${SECRET}' })`,
    'secret/secret.wxml': SECRET,
  });
  await compiled(program({ 'app.json': text }));
});

test('paths in sources', async () => {
  const root = program({
    'p/p.js':
      "Page({ data: [require('../../../own/secret'), require('/../../own/secret'), require('../../../own/' + name)] })",
    'p/p.wxml':
      '<include src="../../../own/secret"/><import src="/../../own/secret"/><wxs module="m" src="../../../own/secret.wxs"/>{{m}}',
    'p/p.wxss': '@import "../../../own/secret";',
    'p/p.json': '{"usingComponents": {"c": "../../../own/package/c/c"}}',
  });
  expect((await compiled(root)).length).toBeGreaterThan(3);
});

test.each([
  ['main', '{"main": "../../../own/secret.js"}', "require('x')"],
  ['miniprogram', '{"miniprogram": "../../../own"}', "require('x/secret')"],
])('%s of a package.json', async (_, text, call) => {
  const root = program({ 'p/p.js': `Page({ data: ${call} })` });
  writeFiles(project, { 'node_modules/x/package.json': text });
  expect((await compiled(root)).join('\n')).toContain('is outside of the package: it is not read');
});

test('a package that links out of the project', async () => {
  const root = program({
    'p/p.js': "Page({ data: require('x') })",
    'p/p.json': '{"usingComponents": {"c": "x/c/c"}}',
  });
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(join(place, 'own/package'), join(project, 'node_modules/x'));
  expect(await compiled(root)).toContain(`node_modules/x: ${LINK_OUT}`);
});

test('packages linked by pnpm, and packages installed above the project, are read', async () => {
  const root = program({ 'p/p.js': "Page({ data: [require('x'), require('y')] })" });
  writeFiles(place, {
    'node_modules/.pnpm/x@1/node_modules/x/package.json': '{}',
    'node_modules/.pnpm/x@1/node_modules/x/index.js': 'module.exports = 1',
    'elsewhere/package.json': '{}',
    'elsewhere/index.js': 'module.exports = 2',
  });
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(join(place, 'node_modules/.pnpm/x@1/node_modules/x'), join(project, 'node_modules/x'));
  symlinkSync(join(place, 'elsewhere'), join(place, 'node_modules/y'));
  expect(await compiled(root)).toEqual([]);
});

test.each([
  ['../own', 'miniprogramRoot must be a folder of the project, not "../own"'],
  ['/../../own/', 'miniprogramRoot must be a folder of the project, not "/../../own/"'],
  ['link', 'miniprogramRoot must be a folder of the project, not "link"'],
])('miniprogramRoot %j', (below, message) => {
  writeFiles(project, { 'project.config.json': JSON.stringify({ miniprogramRoot: below }) });
  writeFiles(join(place, 'own'), { 'app.json': '{"pages": ["a/a"]}' });
  symlinkSync(join(place, 'own'), join(project, 'link'));
  expect(() => openProject(project)).toThrow(`project.config.json: ${message}`);
});

describe('pictures', () => {
  const ask = (root: string, url: string): Promise<number | 'next'> =>
    new Promise((resolve) => {
      const response = { statusCode: 200, setHeader() {}, end: () => resolve(response.statusCode) };
      assetMiddleware(root)({ url } as IncomingMessage, response as unknown as ServerResponse, () =>
        resolve('next'),
      );
    });

  test('a link out of the project is neither served nor built', async () => {
    const root = program({ 'a.png': 'own' }, { 'b.png': 'own/secret.png', d: 'own' });
    for (const path of [
      'b.png',
      'd/secret.png',
      'none.png',
      '../../own/secret.png',
      '..%2f..%2fown%2fsecret.png',
    ])
      expect([path, await ask(root, `/miniprogram/${path}`)]).toEqual([path, 404]);
    const built: string[] = [];
    const emitFile = ({ fileName }: { fileName: string }) => String(built.push(fileName));
    emitAssets({ emitFile }, root);
    expect(built).toEqual(['miniprogram/a.png']);
  });
});
