/** App and pages have the same life cycle as on a phone. */
import { stageOf, writeApp } from './support/app';

const VISITOR = 'test/fixtures/apps/visitor';

/** The log array of the fixture's app. */
const logOf = (stage: { app: Record<string, unknown> }) => stage.app.log as string[];

it('launches the app, then opens the page: onLaunch, onShow, onLoad, onShow, onReady', async () => {
  const { stage } = stageOf(VISITOR);
  const page = await stage.open('pages/home/home', { a: '1' });
  expect(logOf(stage)).toEqual([
    'launch pages/home/home {"a":"1"} 1001',
    'app show',
    'home load {"a":"1"}',
    'home show',
    'home ready',
  ]);
  expect(page.route).toBe('pages/home/home');
  expect(page.options).toEqual({ a: '1' });
  expect(page.instance.route).toBe('pages/home/home');
});

it('launches with its own path, query and scene', async () => {
  const { stage, wx } = stageOf(VISITOR);
  await stage.launch({ path: 'pages/about/about', query: { mock: 'x' }, scene: 1047 });
  expect(logOf(stage)[0]).toBe('launch pages/about/about {"mock":"x"} 1047');
  expect(wx.getLaunchOptionsSync()).toMatchObject({ query: { mock: 'x' }, scene: 1047 });
  expect(stage.pages).toEqual([]);
});

it('navigates by wx and by <navigator>, and back', async () => {
  const { stage } = stageOf(VISITOR);
  const home = await stage.open('pages/home/home');
  logOf(stage).length = 0;
  await home.tap('.about');
  expect(stage.page.route).toBe('pages/about/about');
  expect(stage.page.text()).toBe('来自 home');
  expect(stage.pages.map(({ route }) => route)).toEqual(['pages/home/home', 'pages/about/about']);
  await stage.back();
  expect(stage.page).toBe(home);
  await home.tap({ text: '关于' });
  expect(stage.page.options).toEqual({ from: 'link' });
  expect(logOf(stage)).toEqual([
    'home hide',
    'about load home',
    'about unload',
    'home show',
    'home hide',
    'about load link',
  ]);
});

it('hides and shows app and page', async () => {
  const { stage } = stageOf(VISITOR);
  const page = await stage.open('pages/home/home');
  logOf(stage).length = 0;
  await stage.hide();
  await stage.show();
  expect(logOf(stage)).toEqual(['home hide', 'app hide', 'app show', 'home show']);
  expect(page.has('获取资料')).toBe(true);
});

it('kill calls nothing on the pages; relaunch loads all modules again and keeps the storage', async () => {
  const { stage, phone } = stageOf(VISITOR);
  await stage.open('pages/home/home', { a: '1' });
  const before = logOf(stage);
  const app = stage.app;
  phone.wx.setStorageSync('kept', true);
  stage.kill();
  expect(before).not.toContain('home unload');
  expect(() => stage.app).toThrow('The mini-program is not running');
  expect(document.querySelector('[data-route]')).toBeNull();
  await stage.relaunch();
  expect(stage.app).not.toBe(app);
  expect(logOf(stage)).toEqual(['launch pages/home/home {"a":"1"} 1001', 'app show']);
  expect(phone.storage).toEqual({ kept: true });
  await stage.open('pages/home/home');
  expect(stage.page.has('点了 0 次')).toBe(true);
});

it('every instance of a page has its own data', async () => {
  const { stage } = stageOf(VISITOR);
  const first = await stage.open('pages/home/home');
  await first.tap('.count');
  const second = await stage.open('pages/home/home');
  expect(first.data.count).toBe(1);
  expect(second.data.count).toBe(0);
  expect(second.has('点了 0 次')).toBe(true);
});

it('records the data that a page passes to setData', async () => {
  const { stage } = stageOf(VISITOR);
  const page = await stage.open('pages/home/home');
  expect(page.setDataCalls).toEqual([]);
  await page.tap('.count');
  expect(page.setDataCalls).toEqual([{ count: 1 }]);
});

it('pulls down and reaches the bottom, or reports that the page has no handler', async () => {
  const { stage } = stageOf(VISITOR);
  const page = await stage.open('pages/home/home');
  await page.pullDown();
  expect(logOf(stage)).toContain('home pull');
  await expect(page.reachBottom()).rejects.toThrow('pages/home/home has no method onReachBottom.');
});

it('one wx object everywhere, and getApp and getCurrentPages like in WeChat', async () => {
  const { stage, phone } = stageOf(VISITOR);
  await stage.open('pages/home/home');
  const world = globalThis as unknown as Record<string, () => unknown>;
  expect(world.wx === (phone.wx as unknown)).toBe(true);
  expect(world.getApp?.()).toBe(stage.app);
  expect(world.getCurrentPages?.()).toEqual([stage.page.instance]);
});

it('removes its globals, unless another stage has replaced them', async () => {
  const first = stageOf(VISITOR);
  await first.stage.launch();
  const second = stageOf(VISITOR);
  await second.stage.launch();
  first.stage.close();
  expect((globalThis as Record<string, unknown>).wx === second.phone.wx).toBe(true);
  second.stage.close();
  for (const name of ['wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages']) {
    expect(globalThis).not.toHaveProperty(name);
  }
});

describe('a tab bar', () => {
  const page = (name: string) => ({
    [`pages/${name}/${name}.wxml`]: `<view>${name}</view>`,
    [`pages/${name}/${name}.js`]: `const note = (line) => getApp().log.push('${name} ' + line)
      Page({ onLoad() { note('load') }, onShow() { note('show') }, onHide() { note('hide') }, onUnload() { note('unload') } })`,
  });
  const root = () =>
    writeApp({
      'app.json': JSON.stringify({
        pages: ['a', 'b', 'c'].map((name) => `pages/${name}/${name}`),
        tabBar: { list: [{ pagePath: 'pages/a/a' }, { pagePath: 'pages/b/b' }] },
      }),
      'app.js': 'App({ log: [] })',
      ...page('a'),
      ...page('b'),
      ...page('c'),
    });

  it('switchTab keeps tabs alive and unloads other pages', async () => {
    const { stage, wx } = stageOf(root());
    await stage.open('pages/a/a');
    await wx.navigateTo({ url: '../c/c' });
    await wx.switchTab({ url: '/pages/b/b' });
    expect(stage.pages.map(({ route }) => route)).toEqual(['pages/b/b']);
    await wx.switchTab({ url: '/pages/a/a' });
    expect(logOf(stage)).toEqual([
      'a load',
      'a show',
      'a hide',
      'c load',
      'c show',
      'c unload',
      'b load',
      'b show',
      'b hide',
      'a show',
    ]);
  });

  it.each([
    ['navigateTo', '/pages/b/b', 'can not navigateTo a tabbar page'],
    ['redirectTo', '/pages/b/b', 'can not redirectTo a tabbar page'],
    ['switchTab', '/pages/c/c', 'can not switchTab to no-tabBar page'],
    ['navigateTo', '/pages/none/none', 'page "pages/none/none" is not found'],
  ] as const)('%s %s: %s', async (api, url, reason) => {
    const { stage, wx } = stageOf(root());
    await stage.open('pages/a/a');
    const go: (option: { url: string }) => Promise<unknown> = wx[api];
    await expect(go({ url })).rejects.toEqual({ errMsg: `${api}:fail ${reason}` });
    expect(stage.page.route).toBe('pages/a/a');
  });

  it('redirectTo replaces, reLaunch clears, and the first page has no back', async () => {
    const { stage, wx } = stageOf(root());
    await stage.open('pages/c/c', { n: '1' });
    await wx.redirectTo({ url: '/pages/c/c?n=2' });
    expect(stage.pages.map(({ options }) => options.n)).toEqual(['2']);
    await wx.navigateTo({ url: '/pages/c/c?n=3' });
    await wx.reLaunch({ url: '/pages/a/a' });
    expect(stage.pages.map(({ route }) => route)).toEqual(['pages/a/a']);
    await expect(stage.back()).rejects.toThrow('cannot navigate back at first page.');
  });

  it('at most ten pages', async () => {
    const { stage, wx } = stageOf(root());
    await stage.open('pages/c/c');
    for (let depth = 2; depth <= 10; depth += 1) await wx.navigateTo({ url: '/pages/c/c' });
    await expect(wx.navigateTo({ url: '/pages/c/c' })).rejects.toEqual({
      errMsg: 'navigateTo:fail webview count limit exceed',
    });
    await wx.navigateBack({ delta: 99 });
    expect(stage.pages).toHaveLength(1);
  });
});
