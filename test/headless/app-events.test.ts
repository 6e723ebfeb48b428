/** Events of the whole mini-program, and the handlers that receive them. */
import { createHeadless } from '../../simulator/headless';
import { testPhone } from '../simulator/support/phone';
import { openPage, stageOf, writeApp } from './support/app';

const ONE = { 'pages/one/one.wxml': '<button bindtap="go">去</button>', 'pages/one/one.js': 'Page({})' };

describe('getApp', () => {
  it('returns a default before App() is called, which becomes the App', async () => {
    const { stage } = stageOf(
      writeApp({
        ...ONE,
        'app.js': "require('./early'); App({ name: 'app' })",
        'early.js':
          'exports.none = getApp(); exports.app = getApp({ allowDefault: true }); exports.app.early = true',
      }),
    );
    await stage.open('pages/one/one');
    expect(stage.app).toMatchObject({ name: 'app', early: true });
  });
});

describe('onError', () => {
  const app = {
    'app.js': `App({ received: [], onLaunch() { wx.onError((text) => this.received.push('wx ' + text)) },
      onError(text) { this.received.push(text) } })`,
  };
  const BROKEN = "go() { throw new Error('broken on purpose') }";
  const BUTTON = '<button bindtap="go">去</button>';

  it('of the App and of wx receive an exception, and the action still throws it', async () => {
    const { page, stage } = await openPage(BUTTON, BROKEN, { files: app });
    await expect(page.tap('button')).rejects.toThrow('broken on purpose');
    expect(stage.app.received).toEqual([
      expect.stringMatching(/^Error: broken on purpose[\s\S]*one\.js/),
      expect.stringContaining('wx Error: broken on purpose'),
    ]);
  });

  it('receives an expected exception, and nothing is thrown', async () => {
    const { phone } = testPhone();
    const root = writeApp({ ...ONE, 'pages/one/one.js': `Page({ ${BROKEN} })`, ...app });
    const stage = createHeadless({ root, phone, ignore: (error) => String(error).includes('on purpose') });
    const page = await stage.open('pages/one/one');
    await page.tap('button');
    expect(stage.app.received).toHaveLength(2);
    stage.close();
  });

  it('receives exceptions in callbacks, of modelled APIs or not', async () => {
    const { phone } = testPhone({ fallback: { scanCode: ({ success }: { success(): void }) => success() } });
    const throws = (where: string) => `() { throw new Error('${where} on purpose') }`;
    const root = writeApp({
      ...ONE,
      'pages/one/one.js': `Page({ onLoad() {
        wx.getBackgroundFetchData({ success${throws('stub')} });
        wx.scanCode({ success${throws('fallback')} });
        wx.getNetworkType({ success${throws('modelled')} });
        wx.nextTick(function ${throws('nextTick')});
        wx.cloud.callFunction({ fail${throws('cloud')} });
      } })`,
      ...app,
    });
    const ignore = (error: unknown) => String(error).includes('on purpose');
    const stage = createHeadless({ root, phone, ignore });
    await stage.open('pages/one/one');
    const received = (stage.app.received as string[]).filter((text) => !text.startsWith('wx '));
    expect(received.map((text) => /Error: (\S+)/.exec(text)?.[1]).sort()).toEqual([
      'cloud',
      'fallback',
      'modelled',
      'nextTick',
      'stub',
    ]);
    stage.close();
  });

  it('does not receive its own exception', async () => {
    const { page, stage } = await openPage(BUTTON, BROKEN, {
      files: { 'app.js': "App({ n: 0, onError() { this.n += 1; throw new Error('twice') } })" },
    });
    await expect(page.tap('button')).rejects.toThrow(AggregateError);
    expect(stage.app.n).toBe(1);
  });
});

describe('onUnhandledRejection', () => {
  it('receives an unhandled rejection', async () => {
    const { phone } = testPhone();
    const root = writeApp({
      ...ONE,
      'pages/one/one.js': "Page({ go() { Promise.reject(new Error('not handled')) } })",
      'app.js':
        'App({ received: [], onUnhandledRejection({ reason, promise }) { this.received.push(reason.message, promise instanceof Promise) } })',
    });
    const stage = createHeadless({ root, phone, ignore: (error) => String(error).includes('not handled') });
    const page = await stage.open('pages/one/one');
    await page.tap('button');
    await stage.settle();
    expect(stage.app.received).toEqual(['not handled', true]);
    stage.close();
  });
});

describe('onPageNotFound', () => {
  const app = {
    'app.js': `App({ onPageNotFound(missing) { this.missing = missing; wx.redirectTo({ url: '/pages/one/one' }) } })`,
  };

  it('can redirect to another page', async () => {
    const { stage } = stageOf(writeApp({ ...ONE, ...app }));
    const page = await stage.open('pages/gone/gone', { id: '7' });
    expect(page.route).toBe('pages/one/one');
    expect(stage.app.missing).toEqual({ path: 'pages/gone/gone', query: { id: '7' }, isEntryPage: true });
    await stage.open('pages/lost/lost');
    expect(stage.app.missing).toMatchObject({ path: 'pages/lost/lost', isEntryPage: false });
  });
});

describe('plugins', () => {
  const root = () =>
    writeApp({ ...ONE, 'pages/one/one.js': "const t = requirePlugin('tea'); Page({ data: { t } })" });

  it('are provided by the test', async () => {
    const stage = createHeadless({ root: root(), phone: testPhone().phone, plugins: { tea: 'green' } });
    expect((await stage.open('pages/one/one')).data.t).toBe('green');
    stage.close();
  });

  it('without that report an error', async () => {
    await expect(stageOf(root()).stage.open('pages/one/one')).rejects.toThrow(
      'requirePlugin("tea"): plugins come from WeChat\'s servers. Give a substitute',
    );
  });
});

it('a component from a plugin is a view, and that is reported', async () => {
  const { page, reports } = await openPage('<tea><text>x</text></tea>', '', {
    json: '{"usingComponents":{"tea":"plugin://house/tea"}}',
  });
  expect(page.snapshot()).toBe('<view>\n  <text>x</text>\n</view>');
  expect(reports).toEqual([
    'pages/one/one.wxml: <tea> comes from a plugin, which WeChat would load; it is treated as <view>.',
  ]);
});

describe('wx.cloud', () => {
  it('can be initialised; otherwise a call reports the missing initialisation', async () => {
    const { page } = await openPage(
      '<button bindtap="go">去</button>',
      `onLoad() { wx.cloud.init({ env: 'x' }) },
       async go() {
         wx.cloud.callFunction({ name: 'f', fail: ({ errMsg }) => this.setData({ called: errMsg }) }).catch(() => {});
         await wx.cloud.database().collection('c').get().catch(({ message }) => this.setData({ asked: message }))
       }`,
    );
    await page.tap('button');
    expect(page.data).toEqual({
      called: expect.stringMatching(
        /^cloud\.callFunction:fail it is not modelled .* createPhone\(\{ fallback/,
      ),
      asked: expect.stringMatching(/^wx\.cloud\.database\(\)\.collection\(\)\.get:fail it is not modelled/),
    });
  });

  it('is provided by the test', async () => {
    const { page } = await openPage(
      '<view>{{r}}</view>',
      "async onLoad() { this.setData({ r: await wx.cloud.callFunction({ name: 'f' }) }) }",
      { phone: { fallback: { cloud: { callFunction: async () => 'from the test' } } } },
    );
    expect(page.text()).toBe('from the test');
  });
});

describe('timers of the mini-program', () => {
  afterEach(() => jest.useRealTimers());
  const page =
    'onLoad() { setInterval(() => getApp().ticks.push(1), 50); setTimeout(() => getApp().ticks.push(2), 75) }';
  const app = { 'app.js': 'App({ ticks: [] })' };

  it('end with its process; those of the test do not', async () => {
    jest.useFakeTimers();
    const { stage } = await openPage('<view></view>', page, { files: app });
    const mine = jest.fn();
    setTimeout(mine, 100);
    jest.advanceTimersByTime(50);
    const { ticks } = stage.app as { ticks: number[] };
    expect(ticks).toEqual([1]);
    stage.kill();
    jest.advanceTimersByTime(100);
    expect(ticks).toEqual([1]);
    expect(mine).toHaveBeenCalledTimes(1);
  });

  it('restore the globals', async () => {
    const before = [setTimeout, setInterval];
    const { stage } = await openPage('<view></view>', page, { files: app });
    expect(setTimeout).not.toBe(before[0]);
    stage.close();
    expect([setTimeout, setInterval]).toEqual(before);
  });
});
