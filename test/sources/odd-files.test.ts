/**
 * Folders, pipes and links in place of a file, and files in another encoding: a clear error, never a raw one, no hang.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scenesOfPages } from '../../preview/scene-list';
import { openProject as openPreview, PreviewError } from '../../preview/vite/config';
import { mistakeOf } from '../../preview/vite/config-mistake';
import { listPages } from '../../preview/vite/config-plugin';
import { programCompiler } from '../../preview/vite/program/compile';
import { formatProblem, problemAt } from '../../preview/vite/program/problems';
import { openProject } from '../../simulator/headless/project';
import { createWxmlFiles } from '../../simulator/headless/wxml/files';
import { NOT_UTF8 } from '../../simulator/sources/encoding';
import { RAW } from './raw-words';

/** An error of this project's code while it opens a project. */
const mockDefect: { error?: Error } = {};
jest.mock('../../preview/vite/program/app-name', () => ({
  appNameOf() {
    if (mockDefect.error) throw mockDefect.error;
    return '';
  },
}));

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'odd-files-'));
  for (const [file, text] of Object.entries({
    'app.json': '{"pages": ["p/p"]}',
    'app.js': 'App({})',
    'p/p.js': "Page({ a: require('x') })",
    'p/p.json': '{}',
    'p/p.wxml': '<wxs module="m" src="m.wxs"/>{{m}}',
    'p/m.wxs': '',
    'p/p.wxss': '',
    'project.config.json': '{}',
    'node_modules/x/package.json': '{}',
    'node_modules/x/index.js': '',
  }))
    put(file, (path) => writeFileSync(path, text));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(file: string, make: (path: string) => void): void {
  const path = join(root, file);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  make(path);
}

/** The errors of both stages and of the list of scenes. */
async function allMessages(): Promise<string[]> {
  const lines: string[] = [];
  try {
    const { root: folder, configOf } = openProject(root);
    configOf(join(folder, 'p/p'));
    createWxmlFiles(folder).load(join(folder, 'p/p.wxml'));
  } catch (error) {
    lines.push((error as Error).message.split('\n')[0] ?? '');
  }
  listPages(root);
  const { problems } = await programCompiler({ root, dev: true })();
  return [...lines, ...problems.map(({ file, message }) => `${file}: ${message}`)];
}

const KINDS: Readonly<Record<string, (path: string) => void>> = {
  'a folder': (path) => mkdirSync(path),
  // Reading a pipe waits for a writer, which does not exist.
  'a pipe': (path) => void execFileSync('mkfifo', [path]),
  // Reading the device never ends.
  'a link to a device': (path) => symlinkSync('/dev/zero', path),
  'a circle of links': (path) => symlinkSync(path, path),
  'a link to nowhere': (path) => symlinkSync('nowhere', path),
};

test.each(Object.keys(KINDS).filter((kind) => process.platform !== 'win32' || kind === 'a folder'))(
  '%s in place of a file',
  async (kind) => {
    for (const file of [
      'app.json',
      'p/p.json',
      'p/p.wxml',
      'p/p.js',
      'p/p.wxss',
      'p/m.wxs',
      'project.config.json',
      'node_modules/x/package.json',
    ]) {
      put(file, KINDS[kind] ?? (() => {}));
      const raw = (await allMessages()).filter((line) => RAW.test(line) || /ELOOP|ENXIO|EINVAL/.test(line));
      expect([file, raw]).toEqual([file, []]);
    }
  },
);

test.each(['app.json', 'p/p.json', 'p/p.wxml', 'p/m.wxs'])(
  '%s as UTF-16: both stages report it',
  async (file) => {
    for (const mark of ['\ufeff', '']) {
      put(file, (path) => writeFileSync(path, Buffer.from(`${mark}{"a": "中文"}`, 'utf16le')));
      const messages = (await allMessages()).filter((line) => line.includes(NOT_UTF8));
      expect([file, messages.length]).toEqual([file, 2]);
    }
  },
);

test('names that are too long or contain NUL are not files', async () => {
  for (const name of ['x'.repeat(5000), 'a\0b']) {
    put('p/p.js', (path) => writeFileSync(path, `require(${JSON.stringify(`./${name}`)}); Page({})`));
    put('p/p.json', (path) => writeFileSync(path, JSON.stringify({ usingComponents: { a: `./${name}` } })));
    put('p/p.wxml', (path) => writeFileSync(path, `<include src="${name}"/><import src="${name}"/>`));
    const lines = await allMessages();
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => /ENAMETOOLONG|null bytes|ERR_/.test(line))).toEqual([]);
  }
});

test('a source cannot write terminal control characters', () => {
  const message = 'unexpected \u001b]0;title\u0007 and \u202e';
  expect(
    formatProblem(problemAt('error', 'p/\r.wxml', { line: 1, column: 1 }, message, '\u009b2J\ttext')),
  ).toBe(
    'error: p/\\u000d.wxml:1:1 unexpected \\u001b]0;title\\u0007 and \\u202e\n> 1 | \\u009b2J\ttext\n    | ^',
  );
});

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'phone.config.ts: throws undefined'],
  ['an object', { code: 1 }, 'phone.config.ts: throws { code: 1 }'],
  ['a text', 'no', "phone.config.ts: throws 'no'"],
])('a config that throws %s', (_, thrown, message) => {
  expect(mistakeOf(thrown, '/project/phone.config.ts').message).toBe(message);
});

test('a scene per page: order, numeric names, and equal names', () => {
  const pages = ['p/home', 'p/10', 'p/2', 'a/list', 'b/list', 'c/a-list', 'x/a.b', 'y/a b'];
  const scenes = scenesOfPages(pages.map((route) => ({ route, title: '' })));
  expect(Object.values(scenes).map(({ page }) => page)).toEqual(pages);
  expect(Object.keys(scenes)).toEqual(['home', 'p-10', 'p-2', 'a-list', 'b-list', 'a-list-', 'a-b', 'a-b-']);
});

test('only a mistake of the user becomes a PreviewError, with its cause', async () => {
  await expect(openPreview({ root })).resolves.toMatchObject({ root });
  mockDefect.error = new TypeError('a defect');
  await expect(openPreview({ root })).rejects.toBe(mockDefect.error);
  delete mockDefect.error;
  put('project.config.json', (path) => writeFileSync(path, '{'));
  put('app.json', () => {});
  const refused = await openPreview({ root }).catch((error: unknown) => error as Error);
  expect(refused).toBeInstanceOf(PreviewError);
  expect(refused).toMatchObject({
    message: expect.stringContaining('project.config.json'),
    cause: expect.any(Error),
  });
});
