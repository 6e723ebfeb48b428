/** Modules of a mini-program in Jest: compiled once, evaluated again by every process; a test can `require` them. */
import { join } from 'node:path';
import { stageOf, writeApp } from './support/app';

interface Counter {
  n: number;
}

const app = (extra: Record<string, string> = {}) =>
  writeApp({
    'utils/count.js': 'exports.n = 0',
    'pages/one/one.wxml': '<view bindtap="add">{{n}}</view>',
    'pages/one/one.js':
      "const count = require('/utils/count'); Page({ data: { n: 0 }, add() { count.n += 1; this.setData({ n: count.n }) } })",
    ...extra,
  });

it('a test that requires a module gets the instance of the running process (Jest)', async () => {
  const root = app();
  const { stage } = stageOf(root);
  const page = await stage.open('pages/one/one');
  await page.tap('view');
  const first = require(join(root, 'utils/count')) as Counter;
  expect(first.n).toBe(1);
  first.n = 41;
  await page.tap('view');
  expect(page.text()).toBe('42');
  await stage.relaunch();
  await stage.open('pages/one/one');
  const second = require(join(root, 'utils/count')) as Counter;
  expect(second).not.toBe(first);
  expect(second.n).toBe(0);
});

it('properties that a mini-program adds to wx are gone in the next process', async () => {
  const root = app({ 'app.js': 'wx.runs = (wx.runs || 0) + 1; App({ runs: wx.runs })' });
  const { stage, phone } = stageOf(root);
  await stage.open('pages/one/one');
  expect(phone.wx).toHaveProperty('runs', 1);
  await stage.relaunch();
  expect(stage.app.runs).toBe(1);
});

it('each of two phones has its own process', async () => {
  const root = app();
  const one = stageOf(root);
  const onesPage = await one.stage.open('pages/one/one');
  await onesPage.tap('view');
  const other = stageOf(root);
  const othersPage = await other.stage.open('pages/one/one');
  await onesPage.tap('view');
  await othersPage.tap('view');
  expect([onesPage.text(), othersPage.text()]).toEqual(['2', '1']);
});

it("without a running process, modules are the runner's (Jest)", () => {
  const path = join(app(), 'utils/count');
  const first = require(path) as Counter;
  expect(require(path)).toBe(first);
  jest.resetModules();
  expect(require(path)).not.toBe(first);
});

it('modules can require each other', async () => {
  const root = app({
    'utils/a.js': "exports.name = 'a'; exports.other = require('./b').name",
    'utils/b.js': "exports.name = require('./a').name + 'b'",
    'pages/two/two.wxml': '<view>{{n}}</view>',
    'pages/two/two.js': "Page({ data: { n: require('/utils/a').other } })",
  });
  const { stage } = stageOf(root);
  expect((await stage.open('pages/two/two')).text()).toBe('ab');
  await stage.relaunch();
  expect((await stage.open('pages/two/two')).text()).toBe('ab');
});

it('a failing module fails again, and runs again', async () => {
  const root = app({
    'utils/moody.js':
      'globalThis.moods = (globalThis.moods ?? 0) + 1; throw new Error("mood " + globalThis.moods)',
    'pages/two/two.wxml': '<view/>',
    'pages/two/two.js': "require('/utils/moody'); Page({})",
  });
  const { stage } = stageOf(root);
  await expect(stage.open('pages/two/two')).rejects.toThrow('mood 1');
  await expect(stage.open('pages/two/two')).rejects.toThrow('mood 2');
});

it('errors have the lines of the source, in the first process and in later ones (Jest)', async () => {
  const root = app({
    'utils/fail.ts': `interface Tea {
  leaves: number;
}

export function fail(tea?: Tea): never {
  throw new Error(\`no tea: \${tea?.leaves}\`);
}`,
    'pages/one/one.js': "require('/utils/fail'); Page({})",
  });
  const { stage } = stageOf(root);
  for (let processes = 0; processes < 2; processes += 1) {
    await stage.relaunch();
    await stage.open('pages/one/one');
    const { fail } = require(join(root, 'utils/fail')) as { fail(): void };
    let stack = '';
    try {
      fail();
    } catch (error) {
      stack = String((error as Error).stack);
    }
    expect(stack).toMatch(/utils\/fail\.ts:6:\d+/);
  }
});
