/** The import arrows of the architecture, enforced: see docs/architecture.md. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';

const root = path.resolve(__dirname, '../..');

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** Every source file below a top-level folder, relative to the root, with `/`. */
function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** What a file imports: packages by name, our own files by path from the root. */
function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found: Import[] = [];
  const add = (to: string, typeOnly: boolean) => {
    const resolved = to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to) : to;
    found.push({ from: file, to: resolved, typeOnly });
  };
  for (const node of parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x') }).body) {
    if (node.type === 'ImportDeclaration') {
      const named =
        node.specifiers.length > 0 && node.specifiers.every((s) => 'isTypeOnly' in s && s.isTypeOnly);
      add(node.source.value, node.typeOnly || named);
    } else if (node.type === 'ExportAllDeclaration') {
      add(node.source.value, 'typeOnly' in node && Boolean(node.typeOnly));
    } else if (node.type === 'ExportNamedDeclaration' && node.source) {
      add(node.source.value, 'typeOnly' in node && Boolean(node.typeOnly));
    }
  }
  for (const [, to] of text.matchAll(/\b(?:require|import)\(\s*'([^']+)'\s*\)/g)) if (to) add(to, false);
  return found;
}

const STAGES = ['miniprogram', 'mock-server', 'simulator', 'preview', 'test', 'bench', 'scripts'];
const all = STAGES.filter((folder) => readdirSync(root).includes(folder))
  .flatMap(sources)
  .flatMap(importsOf);
const inside = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);
const isOurs = (to: string) => STAGES.some((folder) => inside(to, folder));
/** Readable in a failure: `a.ts → b.ts`. */
const show = (imports: Import[]) => imports.map(({ from, to }) => `${from} → ${to}`);
const fromFolder = (folder: string) => all.filter(({ from }) => inside(from, folder));

test('there is something to check', () => {
  expect(all.length).toBeGreaterThan(50);
});

test('miniprogram imports only itself', () => {
  expect(show(fromFolder('miniprogram').filter(({ to }) => !inside(to, 'miniprogram')))).toEqual([]);
});

test('inside miniprogram: app → pages → auth → services → config, never back', () => {
  const rank = (file: string) => {
    const part = file.split('/')[1] ?? '';
    if (part === 'app' || part === 'app.ts') return 4;
    return ['config', 'services', 'auth', 'pages'].indexOf(part.replace(/\.ts$/, ''));
  };
  const wrong = fromFolder('miniprogram').filter(({ from, to }) => rank(to) > rank(from) || rank(to) < 0);
  expect(show(wrong.filter(({ to }) => inside(to, 'miniprogram')))).toEqual([]);
});

test('mock-server takes nothing of ours but types from miniprogram/services', () => {
  const wrong = fromFolder('mock-server').filter(
    ({ to, typeOnly }) =>
      isOurs(to) && !inside(to, 'mock-server') && !(typeOnly && inside(to, 'miniprogram/services')),
  );
  expect(show(wrong)).toEqual([]);
});

test('simulator takes nothing of ours but types from mock-server/wechat', () => {
  const wrong = fromFolder('simulator').filter(
    ({ to, typeOnly }) =>
      isOurs(to) && !inside(to, 'simulator') && !(typeOnly && inside(to, 'mock-server/wechat')),
  );
  expect(show(wrong)).toEqual([]);
});

test('nothing imports the stages: test, bench, preview, scripts', () => {
  for (const stage of ['test', 'bench', 'preview', 'scripts']) {
    const outside = all.filter(({ from, to }) => inside(to, stage) && !inside(from, stage));
    const allowed = outside.filter(({ from }) =>
      ['test', 'bench', 'scripts'].includes(from.split('/')[0] ?? ''),
    );
    expect(show(outside.filter((one) => !allowed.includes(one)))).toEqual([]);
  }
});

test('only stages that run the mini-program import its code', () => {
  const code = all.filter(({ to, typeOnly }) => inside(to, 'miniprogram') && !typeOnly);
  const wrong = code.filter(
    ({ from }) => !['miniprogram', 'test', 'preview', 'bench'].includes(from.split('/')[0] ?? ''),
  );
  expect(show(wrong)).toEqual([]);
});

test('how MSW and node:http start is known to three doors only', () => {
  const doors = all.filter(({ from, to }) => inside(from, 'mock-server') && /^(msw\/|node:http$)/.test(to));
  expect(
    [...new Set(doors.filter(({ typeOnly }) => !typeOnly).map(({ from }) => from.split('/')[1]))].sort(),
  ).toEqual(['browser.ts', 'http.ts', 'node.ts']);
});

test('what runs in a browser too imports nothing from Node', () => {
  const nodeOnly = /^(mock-server\/(http|node|main|control)|simulator\/headless|mock-server\/store\/redis)/;
  const wrong = all.filter(
    ({ from, to, typeOnly }) =>
      (inside(from, 'mock-server') || inside(from, 'simulator')) &&
      !nodeOnly.test(from) &&
      !typeOnly &&
      /^node:/.test(to),
  );
  expect(show(wrong)).toEqual([]);
});
