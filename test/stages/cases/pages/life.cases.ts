/** App, pages, navigation and tabs. */
import type { Case } from '../../support/case';

const APP = 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html';
const PAGE = 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html';
const ROUTE = 'https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/route.html';
const NOTE = `const note = (name) => function (...args) { getApp().note(args.length > 0 && args[0] !== undefined ? [name, ...args] : name); };\n`;
/** A page that reports its life cycle. */
const living = (name: string) =>
  `${NOTE}Page({ onLoad: note('${name} onLoad'), onShow: note('${name} onShow'), onReady: note('${name} onReady'), onHide: note('${name} onHide'), onUnload: note('${name} onUnload') });`;
const TABS = {
  pages: ['pages/a/a', 'pages/b/b', 'pages/c/c'],
  tabBar: {
    list: [
      { pagePath: 'pages/a/a', text: '甲' },
      { pagePath: 'pages/b/b', text: '乙' },
    ],
  },
};
const three = {
  'pages/a/a.wxml': '<view>a</view>',
  'pages/a/a.js': living('a'),
  'pages/b/b.wxml': '<view>b</view>',
  'pages/b/b.js': living('b'),
  'pages/c/c.wxml': '<view>c</view>',
  'pages/c/c.js': living('c'),
};

const cases: Record<string, Case> = {
  'set-data-as-passed': {
    title:
      'setData is recorded with the values at the time of the call, even if the program changes them later',
    source: 'output of uni-app, which goes on with the objects that it has passed',
    files: {
      'page.wxml': '<view>{{ one.n }} {{ list.length }}</view>',
      'page.js': `Page({ data: {}, onLoad() {
  const one = { n: 1 }; const list = [];
  this.setData({ one, list });
  one.n = 2;
  this.setData({ 'list[0]': one });
} })`,
    },
    opened: { text: '1 1', setData: [{ one: { n: 1 }, list: [] }, { 'list[0]': { n: 2 } }] },
  },
  'app-life-cycle': {
    title: 'onLaunch and onShow receive path, query and scene; then onHide, and onShow again',
    source: APP,
    files: {
      'app.js': `App({ noted: [], onLaunch(o) { this.noted.push(['onLaunch', o.path, o.query, o.scene]); }, onShow(o) { this.noted.push(['onShow', o.path, o.scene]); }, onHide() { this.noted.push('onHide'); } })`,
      'page.wxml': '<view>x</view>',
    },
    query: { a: '1' },
    opened: {
      noted: [
        ['onLaunch', 'pages/page/page', { a: '1' }, 1001],
        ['onShow', 'pages/page/page', 1001],
      ],
    },
    steps: [
      { hide: true, noted: ['onHide'] },
      { show: true, noted: [['onShow', 'pages/page/page', 1001]] },
    ],
  },
  'get-app': {
    title:
      'getApp returns the App with its fields and methods; before App() it returns undefined, unless allowDefault is set',
    source: APP,
    files: {
      'early.js':
        'const none = typeof getApp(); const app = getApp({ allowDefault: true }); app.early = none; module.exports = 1;',
      'app.js':
        "require('./early'); App({ globalData: { n: 1 }, noted: [], twice() { return this.globalData.n * 2; } })",
      'page.wxml': '<view>{{text}}</view>',
      'page.js':
        "const app = getApp(); Page({ data: { text: '' }, onLoad() { app.globalData.n = 4; this.setData({ text: app.twice() + getApp().early }); } })",
    },
    opened: { text: '8undefined' },
  },
  'redirect-and-relaunch': {
    title: 'redirectTo replaces the page; reLaunch replaces all pages',
    source: ROUTE,
    files: three,
    opened: { noted: [['a onLoad', {}], 'a onShow', 'a onReady'] },
    steps: [
      {
        goTo: '/pages/b/b?x=1',
        pages: ['pages/a/a', 'pages/b/b'],
        noted: ['a onHide', ['b onLoad', { x: '1' }], 'b onShow', 'b onReady'],
      },
      {
        phone: ({ wx }) => wx.redirectTo({ url: '/pages/c/c' }),
        pages: ['pages/a/a', 'pages/c/c'],
        noted: ['b onUnload', ['c onLoad', {}], 'c onShow', 'c onReady'],
      },
      {
        phone: ({ wx }) => wx.reLaunch({ url: '/pages/b/b' }),
        pages: ['pages/b/b'],
        noted: ['c onUnload', 'a onUnload', ['b onLoad', {}], 'b onShow', 'b onReady'],
      },
    ],
  },
  'navigate-back-two': {
    title: 'navigateBack can close several pages at once',
    source: ROUTE,
    files: three,
    steps: [
      { goTo: '/pages/b/b', text: 'b' },
      { goTo: '../c/c', text: 'c', pages: ['pages/a/a', 'pages/b/b', 'pages/c/c'] },
      {
        phone: ({ wx }) => wx.navigateBack({ delta: 2 }),
        pages: ['pages/a/a'],
        noted: ['c onUnload', 'b onUnload', 'a onShow'],
      },
    ],
  },
  tabs: {
    title: 'a tab stays loaded when another tab is shown; navigateTo does not open tabs',
    source: ROUTE,
    files: { ...three, 'app.json': TABS },
    opened: { noted: [['a onLoad', {}], 'a onShow', 'a onReady'] },
    steps: [
      { tapTab: '乙', pages: ['pages/b/b'], noted: ['a onHide', ['b onLoad', {}], 'b onShow', 'b onReady'] },
      { tapTab: '甲', pages: ['pages/a/a'], noted: ['b onHide', 'a onShow'] },
      { goTo: '/pages/b/b', pages: ['pages/a/a'], noted: [] },
      {
        goTo: '/pages/c/c',
        pages: ['pages/a/a', 'pages/c/c'],
        noted: ['a onHide', ['c onLoad', {}], 'c onShow', 'c onReady'],
      },
      {
        phone: ({ wx }) => wx.switchTab({ url: '/pages/b/b' }),
        pages: ['pages/b/b'],
        noted: ['c onUnload', 'b onShow'],
      },
    ],
  },
  'custom-tab-bar': {
    title: 'each tab has its own instance of the custom tab bar; getTabBar returns it',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/custom-tabbar.html',
    files: {
      'app.json': { pages: TABS.pages.slice(0, 2), tabBar: { custom: true, list: TABS.tabBar.list } },
      'custom-tab-bar/index.json': { component: true },
      'custom-tab-bar/index.wxml': '<view class="tab">{{chosen}}</view>',
      'custom-tab-bar/index.js': "Component({ data: { chosen: 'none' } })",
      'pages/a/a.wxml': '<view>a</view>',
      'pages/a/a.js': "Page({ onShow() { this.getTabBar().setData({ chosen: 'A' }); } })",
      'pages/b/b.wxml': '<view>b</view>',
      'pages/b/b.js': 'Page({ onShow() { getApp().note(this.getTabBar().data.chosen); } })',
    },
    opened: { has: 'a', texts: { '.tab': 'A' } },
    steps: [
      {
        phone: ({ wx }) => wx.switchTab({ url: '/pages/b/b' }),
        noted: ['none'],
        texts: { '.tab': 'none' },
      },
    ],
  },
  'event-channel': {
    title: 'the opening page and the opened page exchange messages over an event channel',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/route/EventChannel.html',
    files: {
      'pages/a/a.wxml': '<view class="go" bindtap="go">去</view><view class="back">{{back}}</view>',
      'pages/a/a.js': `Page({ data: { back: '' }, go() { wx.navigateTo({ url: '/pages/b/b', events: { back: (d) => this.setData({ back: d.text }) }, success: (r) => r.eventChannel.emit('hello', { text: '来自甲' }) }); } });`,
      'pages/b/b.wxml': '<view class="got">{{got}}</view>',
      'pages/b/b.js': `Page({ data: { got: '' }, onLoad() { const c = this.getOpenerEventChannel(); c.on('hello', (d) => this.setData({ got: d.text })); c.emit('back', { text: '来自乙' }); } });`,
    },
    steps: [
      { tap: '.go', text: '来自甲' },
      { back: true, text: '去\n来自乙' },
    ],
  },
  'page-as-component': {
    title: 'Component() can define a page: the query sets properties, methods are the life cycle',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/component.html',
    files: {
      'page.json': { usingComponents: {} },
      'page.wxml': '<view class="v">{{id}}|{{pid}}|{{seen}}</view>',
      'page.js':
        "Component({ properties: { id: Number, pid: Number }, data: { seen: '' }, methods: { onLoad(o) { this.setData({ seen: o.id + typeof o.id }); }, onShow() { getApp().note('onShow'); } } })",
    },
    query: { id: '100', pid: '7' },
    opened: { text: '100|7|100string', noted: ['onShow'], data: { id: 100, pid: 7 } },
  },
  'router-is-relative': {
    title: 'this.pageRouter and this.router resolve URLs relative to their own file',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html',
    files: {
      'pages/a/a.wxml': '<view>a</view>',
      'pages/a/a.js': "Page({ go() { this.pageRouter.navigateTo({ url: '../b/b' }); } })",
      'pages/b/b.wxml': '<view>b</view>',
    },
    steps: [{ call: ['go'], route: 'pages/b/b', text: 'b' }],
  },
  'pull-down-and-reach-bottom': {
    title: 'onPullDownRefresh and onReachBottom are called',
    source: PAGE,
    files: {
      'page.wxml': '<view>x</view>',
      'page.json': { enablePullDownRefresh: true },
      'page.js': `${NOTE}Page({ onPullDownRefresh: note('down'), onReachBottom: note('bottom') })`,
    },
    steps: [
      { pullDown: true, noted: ['down'] },
      { reachBottom: true, noted: ['bottom'] },
    ],
  },
  'page-not-found': {
    title: 'App.onPageNotFound is called for a page that does not exist',
    source: APP,
    files: {
      'app.js':
        "App({ noted: [], onPageNotFound(o) { this.noted.push([o.path, o.isEntryPage]); wx.redirectTo({ url: '/pages/page/page' }); } })",
      'page.wxml': '<view>home</view>',
    },
    page: 'pages/none/none',
    opened: { text: 'home', noted: [['pages/none/none', true]] },
  },
  'wx-on-page-not-found': {
    title: 'wx.onPageNotFound and wx.onError call their listeners until they are removed',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/base/app/app-event/wx.onPageNotFound.html',
    files: {
      'app.js': `App({ noted: [] });
        wx.onPageNotFound(({ path, query }) => { getApp().noted.push([path, query]); wx.reLaunch({ url: '/pages/page/page' }); });
        const gone = () => getApp().noted.push('gone');
        wx.onError(gone); wx.offError(gone);
        wx.onError((text) => getApp().noted.push(/broken/.test(text)));`,
      'page.wxml': '<view>home</view>',
      'page.js': "Page({ fail() { setTimeout(() => { throw new Error('broken'); }); } })",
    },
    page: 'pages/none/none',
    query: { a: '1' },
    opened: { text: 'home', noted: [['pages/none/none', { a: '1' }]] },
    steps: [{ call: ['fail'], errors: ['broken'], noted: [true] }],
  },
  'page-not-found-throws': {
    title: 'App.onError receives an exception of App.onPageNotFound',
    source: APP,
    files: {
      'app.js': `App({ noted: [], onPageNotFound() { wx.reLaunch({ url: '/pages/page/page' }); throw new Error('lost'); }, onError(text) { this.noted.push(/lost/.test(text)); } })`,
      'page.wxml': '<view>home</view>',
    },
    page: 'pages/none/none',
    opened: { text: 'home', errors: ['lost'], noted: [true] },
  },
  'title-and-window': {
    title:
      "the title comes from app.json, the page's JSON or wx.setNavigationBarTitle; it cannot be a variable of theme.json",
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/page.html',
    files: {
      'app.json': {
        pages: ['pages/a/a', 'pages/b/b'],
        window: { navigationBarTitleText: '@all' },
        darkmode: true,
        themeLocation: 'theme.json',
      },
      'theme.json': { light: { all: 'All' }, dark: {} },
      'pages/a/a.wxml': '<view>a</view>',
      'pages/b/b.wxml': '<view>b</view>',
      'pages/b/b.json': { navigationBarTitleText: 'Own' },
      'pages/b/b.js': "Page({ rename() { wx.setNavigationBarTitle({ title: 'New' }); } })",
    },
    opened: { title: '@all' },
    steps: [
      { goTo: '/pages/b/b', title: 'Own' },
      { call: ['rename'], title: 'New' },
      { back: true, title: '@all' },
    ],
  },
  'set-data-paths': {
    title: 'setData accepts paths, creates missing objects, and keeps other data',
    source: PAGE,
    files: {
      'page.wxml': '<view>{{a.b}} {{list[0].x}} {{list.length}} {{deep.er.est}}</view>',
      'page.js':
        "Page({ data: { a: { b: 1, c: 2 }, list: [{ x: 1 }] }, go() { this.setData({ 'a.b': 5, 'list[0].x': 6, 'list[2]': { x: 7 }, 'deep.er.est': 8 }); } })",
    },
    opened: { text: '1 1 1' },
    steps: [
      {
        call: ['go'],
        text: '5 6 3 8',
        data: { a: { b: 5, c: 2 } },
        setData: [{ 'a.b': 5, 'list[0].x': 6, 'list[2]': { x: 7 }, 'deep.er.est': 8 }],
      },
    ],
  },
  'set-data-callback': {
    title: 'the callback of setData runs after the rendering',
    source: PAGE,
    files: {
      'page.wxml': '<view>{{n}}</view>',
      'page.js':
        "Page({ data: { n: 0 }, go() { this.setData({ n: 1 }, function () { getApp().note(['callback', this.data.n]); this.setData({ n: 2 }); }); getApp().note('after'); } })",
    },
    steps: [{ call: ['go'], text: '2', noted: ['after', ['callback', 1]] }],
  },
  'set-data-callback-order': {
    title:
      'the callback of setData runs after promises, nextTick and timers of 0 ms that were started before it',
    source: 'https://github.com/chemzqm/wept (base library 2.8.2: the view answers)',
    files: {
      'page.wxml': '<view>{{n}}</view>',
      'page.js':
        "Page({ go() { const note = (what) => () => getApp().note(what); setTimeout(note('timer'), 0); this.setData({ n: 1 }, note('callback')); Promise.resolve().then(note('promise')); wx.nextTick(note('nextTick')); getApp().note('sync'); } })",
    },
    steps: [{ call: ['go'], text: '1', noted: ['sync', 'promise', 'nextTick', 'timer', 'callback'] }],
  },
  'current-pages': {
    title: 'getCurrentPages returns the stack with route, options and data',
    source: PAGE,
    files: {
      ...three,
      'pages/b/b.js':
        'Page({ data: { d: 1 }, onLoad() { getApp().note(getCurrentPages().map(({ route, options, data, __route__ }) => [route, options, data.d, __route__])); } })',
    },
    steps: [
      {
        goTo: '/pages/b/b?q=%20',
        noted: [
          'a onHide',
          [
            ['pages/a/a', {}, null, 'pages/a/a'],
            ['pages/b/b', { q: '%20' }, 1, 'pages/b/b'],
          ],
        ],
      },
    ],
  },
  'too-many-pages': {
    title: 'the eleventh page is refused',
    source: ROUTE,
    files: {
      'page.wxml': '<view>x</view>',
      'page.js':
        "Page({ go() { for (let i = 0; i < 10; i += 1) wx.navigateTo({ url: '/pages/page/page', fail: (e) => getApp().note(e.errMsg) }); } })",
    },
    steps: [
      {
        call: ['go'],
        pages: Array(10).fill('pages/page/page'),
        noted: ['navigateTo:fail webview count limit exceed'],
      },
    ],
  },
  'route-done': {
    title:
      'onRouteDone and routeDone run after each navigation that shows the page, not when WeChat returns from the background',
    page: 'pages/page/page',
    source: 'miniprogram-api-typings 5.2.3, types/wx/lib.wx.page.d.ts (onRouteDone)',
    files: {
      'page.wxml': '<x/>',
      'page.js':
        "Page({ onShow() { getApp().note('show'); }, onReady() { getApp().note('ready'); }, onRouteDone() { getApp().note('done'); } })",
      'c/x.wxml': '<view/>',
      'c/x.js': "Component({ pageLifetimes: { routeDone() { getApp().note('component'); } } })",
      'pages/next/next.wxml': '<view/>',
    },
    opened: { noted: ['show', 'ready', 'done', 'component'] },
    steps: [
      { goTo: '/pages/next/next' },
      { back: true, noted: ['show', 'done', 'component'] },
      { hide: true },
      { show: true, noted: ['show'] },
    ],
  },
  'app-on-theme-change': {
    title: 'App.onThemeChange is called when the phone switches to dark mode',
    source: 'miniprogram-api-typings 5.2.3, types/wx/lib.wx.app.d.ts',
    files: {
      'app.json': { pages: ['pages/page/page'], darkmode: true },
      'app.js':
        'App({ noted: [], note(what) { this.noted.push(what); }, onThemeChange({ theme }) { this.note(theme); } })',
      'page.wxml': '<view/>',
    },
    steps: [{ phone: (phone) => phone.setTheme('dark'), noted: ['dark'] }],
  },
};

export default cases;
