/** The output of `npm run build`: complete, small, and with the same behaviour as its sources. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseSync } from '@swc/core';
import { type NodeMock, startNodeMock } from '../../mock-server/node';
import { createPhone, createVirtualClock } from '../../simulator';
import { createHeadless } from '../../simulator/headless';
import { officialSize } from '../support/official-size';

const root = path.resolve(__dirname, '../..');
const source = path.join(root, 'miniprogram');
const built = path.join(root, 'dist/miniprogram');

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

const gulp = path.join(root, 'node_modules/gulp/bin/gulp.js');

let mock: NodeMock;
beforeAll(async () => {
  execFileSync(process.execPath, [gulp, '--silent', 'buildMiniprogram'], { cwd: root });
  mock = await startNodeMock();
});
afterAll(() => mock.close());

test('all files for WeChat are there, and one script with the shared code', () => {
  const all = filesBelow(source).filter((file) => !file.startsWith('components/user-gate/'));
  const asked = all.filter((file) => !file.endsWith('.ts') || all.includes(file.replace(/ts$/, 'json')));
  const expected = [...asked.map((file) => file.replace(/\.ts$/, '.js')), 'shared.js'];
  expect(filesBelow(built).sort()).toEqual(expected.sort());
});

test('no build writes beside a source', () => {
  expect(filesBelow(source).filter((file) => file.endsWith('.js'))).toEqual([]);
});

test('the scripts run on an old base library: CommonJS of 2018', () => {
  for (const file of filesBelow(built).filter((one) => one.endsWith('.js'))) {
    const text = readFileSync(path.join(built, file), 'utf8');
    expect(() => parseSync(text, { syntax: 'ecmascript', target: 'es2018', isModule: false })).not.toThrow();
    expect(text).not.toMatch(/\?\.[a-zA-Z_([]|\?\?|^(?:import|export) /m);
  }
});

test('the scripts are strict, like their sources', () => {
  for (const file of filesBelow(built).filter((one) => one.endsWith('.js')))
    expect([file, readFileSync(path.join(built, file), 'utf8').slice(0, 13)]).toEqual([
      file,
      '"use strict";',
    ]);
});

/** Limit for the package after WeChat's compilers, bytes; see docs/measurements.md. */
const OFFICIAL_LIMIT = 64 * 1024;

test("the package after WeChat's compilers has at most 64 KB", () => {
  const size = officialSize(built);
  if (size === null) {
    process.stderr.write("\nSKIPPED: the official size. WeChat's compilers do not run on this processor.\n");
    return;
  }
  expect(size.total).toBeGreaterThan(50_000);
  expect(size.total).toBeLessThanOrEqual(OFFICIAL_LIMIT);
});

test.each([
  ['member', 1],
  ['refused', 2],
])('the built package behaves like its sources: %s ends in isLogin %i', async (scenario, isLogin) => {
  const clock = createVirtualClock();
  const world = await mock.use(scenario, { clock });
  const phone = createPhone({ ...world.phone, clock, fetch: (url, init) => globalThis.fetch(url, init) });
  const stage = createHeadless({ root: built, phone });
  try {
    const page = await stage.open('pages/user/user');
    expect(page.data.isLogin).toBe(isLogin);
    expect(page.has(isLogin === 1 ? '林小满' : '授权登录')).toBe(true);
  } finally {
    stage.close();
  }
});

/**
 * Builds a mini-program of one file in a temporary folder. Calls `look` with the folder and the result of the build.
 */
function buildOf(
  file: string,
  text: string,
  look: (folder: string, ended: { status: number | null; output: string }) => void,
): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'build-'));
  try {
    mkdirSync(path.join(folder, 'miniprogram/pages'), { recursive: true });
    writeFileSync(path.join(folder, 'project.config.json'), '{}');
    writeFileSync(path.join(folder, 'miniprogram/pages/tea.json'), '{}');
    writeFileSync(path.join(folder, 'miniprogram', file), text);
    const args = [gulp, '--gulpfile', path.join(root, 'gulpfile.mjs'), '--cwd', folder, 'buildMiniprogram'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    look(folder, { status, output: stdout + stderr });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  [
    'pages/tea.wxss',
    '.a::before {\n  content: "Price: 0.5, now ;} /* x */";\n}',
    '"Price: 0.5, now ;} /* x */"',
  ],
  ['pages/tea.wxss', '.a { width: 750rpx; width: calc(1px + 2rpx) }', 'width:calc(1px + 2rpx)'],
  ['pages/tea.wxml', "<a b=\"{{ x ? 'a : b' : ' || ' }}\">x   y</a>", "{{ x ? 'a : b' : ' || ' }}\">x   y<"],
])('the build of %s changes no string: %s', (file, text, kept) => {
  buildOf(file, text, (folder, { status }) => {
    expect(status).toBe(0);
    expect(readFileSync(path.join(folder, 'dist/miniprogram', file), 'utf8')).toContain(kept);
  });
});

test.each([
  ['pages/tea.ts', 'const tea: = 1;', 'Unexpected token'],
  ['pages/tea.json', '{ "tea": }', 'Unexpected token'],
])('a mistake in %s ends the build with one message that names it', (file, text, reason) => {
  buildOf(file, text, (_folder, { status, output }) => {
    expect(status).toBe(1);
    expect(output).toContain(`miniprogram/${file}: `);
    expect(output).toContain(reason);
    expect(output).not.toMatch(/^ +at /m);
  });
});
