/** Globals belong to a process: changes to the sandbox are undone for the next process and the next test. */
import timers from 'node:timers';
import { stageOf, writeApp } from './support/app';

/**
 * A mini-program whose app.js stores in `seen` the value that an earlier process may have left, and then sets this
 * value.
 */
const leaving = (find: string, leave: string) =>
  writeApp({
    'app.js': `const seen = String(${find}); ${leave}; App({ seen, after: String(${find}) })`,
    'pages/one/one.wxml': '<view>{{n}}</view>',
    'pages/one/one.js': `Page({ data: { n: '' }, onLoad() { this.setData({ n: String(${find}) }) } })`,
  });

describe.each([
  ['a property of globalThis', 'globalThis.chunks', 'globalThis.chunks = 1'],
  ['a property of global', 'global.chunks', 'global.chunks = 1'],
  ['a property of global, as a plain name', 'typeof chunks', 'global.chunks = 1'],
  [
    'a property that is defined',
    'globalThis.chunks',
    "Object.defineProperty(globalThis, 'chunks', { value: 1 })",
  ],
  ['a symbol', "globalThis[Symbol.for('chunks')]", "globalThis[Symbol.for('chunks')] = 1"],
  ['a property of wx', 'wx.$chunks', 'wx.$chunks = 1'],
  [
    'an API of wx',
    "wx.login === wx['log' + 'in'] && wx.login.name === 'mine'",
    'wx.login = function mine() {}',
  ],
  ['Array.prototype', '[].chunks', 'Array.prototype.chunks = 1'],
  ['Object.prototype', '({}).chunks', 'Object.prototype.chunks = 1'],
  [
    'Promise.prototype.finally',
    'Promise.prototype.finally.name',
    'const { prototype } = Promise, last = prototype.finally; prototype.finally = function mine(done) { return last.call(this, done) }',
  ],
  [
    'String.prototype, defined',
    "''.chunks",
    "Object.defineProperty(String.prototype, 'chunks', { value: 1, configurable: true })",
  ],
  // Vitest itself calls Array.from while the test waits, so the replacement must work.
  [
    'Array.from',
    'Array.from.name',
    'const from = Array.from; Array.from = function mine(...all) { return from.apply(Array, all) }',
  ],
  ['Math', 'Math.random.name', 'Math.random = function mine() { return 0 }'],
  ['Date', 'Date.name', 'globalThis.Date = class Mine extends Date {}'],
  ['Promise, by assignment', 'Promise.name', 'Promise = class Mine extends Promise {}'],
  [
    'Page',
    'Page.name',
    'const page = Page; globalThis.Page = function mine(options) { return page(options) }',
  ],
  ['console', 'console.info.name', 'console.info = function mine() {}'],
  ['a prototype of iterators', '[].values().chunks', 'Object.getPrototypeOf([].values()).chunks = 1'],
])('%s', (_name, find, leave) => {
  it('exists while the process runs, and not in the next', async () => {
    const { stage } = stageOf(leaving(find, leave));
    await stage.launch();
    const { seen, after } = stage.app;
    await stage.relaunch();
    expect(stage.app.seen).toBe(seen);
    stage.close();
    if (!find.startsWith('Page') && !find.startsWith('typeof')) expect(after).not.toBe(seen);
  });
});

/** Every property of the sandbox and of the built-in objects: its place and its value. */
function inventory(): [string, unknown][] {
  const builtIns = { Object, Array, Promise, String, Function, Date, Math, JSON, console };
  const holders = Object.entries(builtIns).flatMap(([name, one]): [string, object][] => [
    [name, one],
    [`${name}.prototype`, (one as { prototype?: object }).prototype ?? {}],
  ]);
  return [['globalThis', globalThis] as [string, object], ...holders].flatMap(([name, holder]) =>
    Reflect.ownKeys(holder).map((key): [string, unknown] => {
      const descriptor = Object.getOwnPropertyDescriptor(holder, key);
      return [`${name}.${String(key)}`, descriptor?.get ?? descriptor?.value];
    }),
  );
}

it('a close restores the sandbox', async () => {
  // Each test file loads the engine once; it stays loaded.
  const warmUp = stageOf(leaving('1', '1'));
  await warmUp.stage.open('pages/one/one');
  warmUp.stage.close();

  const before = { things: inventory(), html: document.documentElement.outerHTML };
  const { stage } = stageOf(
    leaving(
      'globalThis.a',
      `globalThis.a = 1; global.b = 2; Array.prototype.c = 3; Promise.prototype.finally = () => {};
       Object.assign(console, { log() {} }); globalThis.Date = class extends Date {}; Math.random = () => 0;
       setInterval(() => {}, 1000); setTimeout(() => {}, 5000); wx.onAppShow(() => {})`,
    ),
  );
  await stage.open('pages/one/one');
  stage.close();
  const after = inventory();
  expect(after.map(([name]) => name)).toEqual(before.things.map(([name]) => name));
  expect(
    after.filter(([, value], at) => !Object.is(before.things[at]?.[1], value)).map(([name]) => name),
  ).toEqual([]);
  expect(document.documentElement.outerHTML).toBe(before.html);
});

it('values set by the test stay: fakes, spies and earlier values', async () => {
  const world = globalThis as Record<string, unknown>;
  world.mine = 1;
  const now = jest.spyOn(Date, 'now').mockReturnValue(5);
  const info = jest.spyOn(console, 'info').mockImplementation(() => {});
  const { stage } = stageOf(leaving("Date.now() + ' ' + typeof mine", "console.info('logged')"));
  await stage.launch();
  expect(stage.app.seen).toBe('5 number');
  expect(info).toHaveBeenCalledWith('logged');
  await stage.relaunch();
  expect(stage.app.seen).toBe('5 number');
  const random = jest.spyOn(Math, 'random').mockReturnValue(0.5);
  stage.close();
  expect([Date.now(), Math.random(), world.mine]).toEqual([5, 0.5, 1]);
  for (const spy of [now, info, random]) spy.mockRestore();
  delete world.mine;
});

it('a mock that the test restores while the process runs stays restored', async () => {
  const { random } = Math;
  Math.random = () => 0.25;
  const { stage } = stageOf(leaving('Math.random()', '1'));
  await stage.launch();
  expect(stage.app.seen).toBe('0.25');
  Math.random = random;
  stage.close();
  expect(Math.random).toBe(random);
});

it('two phones at once: each has its own wx, globals and timers', async () => {
  const app = () =>
    writeApp({
      'app.js': 'App({})',
      'pages/one/one.wxml': '<view bindtap="look">{{seen}}</view>',
      'pages/one/one.js':
        "Page({ data: { seen: '' }, onLoad({ name }) { global.who = wx.who = name }, look() { this.setData({ seen: global.who + wx.who + getApp().globalData }) } })",
    });
  const one = stageOf(app());
  const first = await one.stage.open('pages/one/one', { name: 'a' });
  const other = stageOf(app());
  const second = await other.stage.open('pages/one/one', { name: 'b' });
  one.stage.app.globalData = 1;
  other.stage.app.globalData = 2;
  await first.tap('view');
  await second.tap('view');
  expect([first.text(), second.text()]).toEqual(['aa1', 'bb2']);
});

it('listeners, timers and requests of a process end with it', async () => {
  let answer = (_response: Response) => {};
  const root = writeApp({
    'app.js': `App({ log: [], onLaunch() {
      const { log } = this;
      wx.onNetworkStatusChange(() => log.push('network'));
      wx.onAppShow(() => log.push('show'));
      setInterval(() => log.push('interval'), 100);
      setTimeout(() => log.push('timer'), 100);
      wx.request({ url: 'https://a.test/', complete: () => log.push('request') });
    } })`,
    'pages/one/one.wxml': '<view/>',
    'pages/one/one.js': 'Page({})',
  });
  jest.useFakeTimers();
  const { stage, phone } = stageOf(root, { fetch: () => new Promise((done) => (answer = done)) });
  await stage.launch({}, { settle: false });
  const log = stage.app.log as string[];
  // Node's own `setImmediate`: Jest's is a fake timer here.
  await new Promise((done) => timers.setImmediate(done));
  stage.kill();
  phone.setOnline(false);
  answer(new Response('{}'));
  jest.advanceTimersByTime(1000);
  await phone.settle();
  expect(log).toEqual([]);
  jest.useRealTimers();
});

it('reports changes that cannot be undone', async () => {
  const { stage, reports } = stageOf(
    leaving(
      '1',
      "'chunksForGood' in Array.prototype || Object.defineProperty(Array.prototype, 'chunksForGood', { value: 1 })",
    ),
  );
  await stage.launch();
  stage.close();
  expect(reports).toEqual([
    expect.stringContaining('Array.prototype.chunksForGood permanently (not configurable)'),
  ]);
});
