/** The members of `this` in pages and components. */
import type { PageHandle } from '../../simulator/headless';
import { openPage, stageOf, writeApp } from './support/app';

type Member = (...args: unknown[]) => unknown;
const member = (page: PageHandle, name: string) => (page.instance[name] as Member).bind(page.instance);

const component = (path: string, wxml: string, options: string, json: object = {}) => ({
  [`${path}.json`]: JSON.stringify({ component: true, ...json }),
  [`${path}.wxml`]: wxml,
  [`${path}.js`]: options,
});
const using = (names: Record<string, string>) => JSON.stringify({ usingComponents: names });

describe('selectComponent', () => {
  const files = {
    ...component('c/plain', '<view class="inner"></view>', "Component({ data: { is: 'plain' } })"),
    ...component(
      'c/exporting',
      '<view></view>',
      "Component({ behaviors: ['wx://component-export'], export() { return { only: 'this' } } })",
    ),
  };
  const json = using({ plain: '/c/plain', exporting: '/c/exporting' });

  it('selectOwnerComponent returns the owner', async () => {
    const { page } = await openPage('<plain id="p"/>', '', { files, json });
    const plain = member(page, 'selectComponent')('#p') as { selectOwnerComponent: Member };
    expect(plain.selectOwnerComponent()).toBe(page.instance);
  });
});

describe('createSelectorQuery', () => {
  it('of a page, of wx, in a component: data that need no layout', async () => {
    const { page, wx, phone } = await openPage(
      '<view id="a" class="row" data-n="1"></view><view class="row"></view><c id="c"/><canvas id="k"></canvas>',
      '',
      { files: component('c/c', '<view class="in"></view>', 'Component({})'), json: using({ c: '/c/c' }) },
    );
    const query = wx.createSelectorQuery();
    const results = await new Promise<unknown[]>((done) => {
      query.select('#a').boundingClientRect();
      query.selectAll('.row').fields({ id: true });
      query.select('.none').boundingClientRect();
      query.selectViewport().boundingClientRect();
      query.select('#k').node();
      query.exec(done);
    });
    expect(results.slice(0, 4)).toEqual([
      { id: 'a', dataset: { n: '1' }, left: 0, right: 0, top: 0, bottom: 0, width: 0, height: 0 },
      [{ id: 'a' }, { id: '' }],
      null,
      expect.objectContaining({ width: phone.device.screenWidth, height: phone.device.screenHeight }),
    ]);
    const { node } = results[4] as {
      node: { getContext(kind: string): { measureText(t: string): unknown } };
    };
    expect(node.getContext('2d').measureText('字')).toEqual({ width: 0 });
    const inside = await new Promise((done) => {
      const own = member(page, 'createSelectorQuery')() as { in(c: unknown): typeof query };
      const within = own.in(member(page, 'selectComponent')('#c'));
      within.selectAll('.in').fields({ id: true });
      within.exec(done);
    });
    expect(inside).toEqual([[{ id: '' }]]);
  });

  it('throws the exception of a callback', async () => {
    const { page } = await openPage(
      '<button bindtap="go"></button>',
      "go() { this.createSelectorQuery().select('button').boundingClientRect(() => { throw new Error('in there') }).exec() }",
    );
    await expect(page.tap('button')).rejects.toThrow('in there\n    in a callback of createSelectorQuery');
  });
});

describe('a custom tab bar', () => {
  const root = () =>
    writeApp({
      'app.json': JSON.stringify({
        pages: ['pages/a/a', 'pages/b/b'],
        tabBar: { custom: true, list: [{ pagePath: 'pages/a/a', text: '首页' }] },
      }),
      ...component('custom-tab-bar/index', '<view bindtap="go">第{{selected}}个</view>', TAB_BAR),
      'pages/a/a.wxml': '<view>页<c id="c"/></view>',
      'pages/a/a.json': using({ c: '/c/c' }),
      'pages/a/a.js':
        'Page({ onLoad() { this.loaded = this.getTabBar() }, onShow() { this.getTabBar().setData({ selected: 1 }) } })',
      'pages/b/b.wxml': '<view></view>',
      'pages/b/b.js': 'Page({})',
      ...component('c/c', '<view></view>', 'Component({})'),
    });
  const TAB_BAR = `Component({ data: { selected: 0 }, pageLifetimes: { show() { this.shown = true } },
    methods: { go() { wx.navigateTo({ url: '/pages/b/b' }) } } })`;

  it('is part of the visible tab, and the result of getTabBar', async () => {
    const { stage } = stageOf(root());
    const page = await stage.open('pages/a/a');
    const bar = member(page, 'getTabBar')() as { data: unknown; shown: unknown };
    expect(page.text()).toBe('页\n第1个');
    expect(bar).toMatchObject({ data: { selected: 1 }, shown: true });
    expect(page.instance.loaded).toBe(bar);
    expect((member(page, 'selectComponent')('#c') as { getTabBar: Member }).getTabBar()).toBe(bar);
    await page.tap({ text: '第1个' });
    expect(stage.page.route).toBe('pages/b/b');
    expect(member(stage.page, 'getTabBar')()).toBeNull();
  });
});

describe('event channels', () => {
  const TWO = {
    'pages/two/two.wxml': '<view>{{got}}</view>',
    'pages/two/two.js': `Page({ onLoad() {
      const channel = this.getOpenerEventChannel()
      channel.once('ask', (n) => { this.setData({ got: n }); channel.emit('answer', n + 1, 'and more') })
    } })`,
  };

  it('connect the opening page and the opened page', async () => {
    const { page, stage } = await openPage(
      '<button bindtap="go">{{answers}}</button>',
      `data: { answers: [] },
       go() { wx.navigateTo({ url: '/pages/two/two',
         events: { answer: (n, more) => this.setData({ answers: [...this.data.answers, n, more] }) },
         success: ({ eventChannel }) => { eventChannel.emit('ask', 1); eventChannel.emit('ask', 5) } }) }`,
      { files: TWO },
    );
    await page.tap('button');
    expect(stage.page.text()).toBe('1');
    expect(page.data.answers).toEqual([2, 'and more']);
  });
});

describe('router', () => {
  it('resolves addresses relative to the component’s own file', async () => {
    const { page, stage } = await openPage('<c id="c"/>', '', {
      json: using({ c: '/parts/c/c' }),
      files: {
        ...component(
          'parts/c/c',
          '<view></view>',
          "Component({ methods: { go() { return this.pageRouter.navigateTo({ url: '../two?x=1' }) } } })",
        ),
        'app.json': '{"pages":["pages/one/one","parts/two"]}',
        'parts/two.wxml': '<view></view>',
        'parts/two.js': 'Page({})',
      },
    });
    await (member(page, 'selectComponent')('#c') as { go: Member }).go();
    expect(stage.page.route).toBe('parts/two');
    expect(stage.page.options).toEqual({ x: '1' });
  });
});

it('getPageId differs between pages; components of one page share it', async () => {
  const { page, stage } = await openPage('<c id="c"/>', '', {
    json: using({ c: '/c/c' }),
    files: component('c/c', '<view></view>', 'Component({})'),
  });
  const first = member(page, 'getPageId')();
  expect((member(page, 'selectComponent')('#c') as { getPageId: Member }).getPageId()).toBe(first);
  expect(member(await stage.open('pages/one/one'), 'getPageId')()).not.toBe(first);
});

it('createMediaQueryObserver reports once whether the screen matches', async () => {
  const { page, stage } = await openPage('<view/>', '');
  const results: boolean[] = [];
  const observe = (descriptor: object) => {
    const observer = member(page, 'createMediaQueryObserver')() as Record<string, Member>;
    observer.observe?.(descriptor, ({ matches }: { matches: boolean }) => results.push(matches));
    return observer;
  };
  observe({ minWidth: 300 });
  observe({ minWidth: 3000 });
  observe({ orientation: 'portrait', maxHeight: 2000 });
  observe({ minWidth: 1 }).disconnect?.();
  await stage.settle();
  expect(results).toEqual([true, false, true]);
});
