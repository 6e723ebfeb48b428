/** The bars around a page: from app.json and page JSON, and after wx calls. */
import { deviceById } from '../../preview/devices';
import { type Chrome, insetsOf } from '../../preview/screen/chrome';
import { applyChromeCall } from '../../preview/screen/chrome-calls';
import { navigationOf, tabBarOf } from '../../preview/screen/window-config';

const theme = {
  light: { nav: '#ededed', ink: 'black' },
  dark: { nav: '#111111', ink: 'white' },
};
const tabs = {
  color: '#888888',
  list: [
    { pagePath: 'pages/home/home', text: '首页', iconPath: 'home.png' },
    { pagePath: 'pages/user/user', text: '我的' },
  ],
};

function chromeWith(app: Record<string, unknown>, route = 'pages/user/user'): Chrome {
  return {
    theme: 'light',
    device: deviceById('390'),
    appName: '会员中心',
    navigation: navigationOf({ app, page: {} }, 'light'),
    tabBar: tabBarOf({ app, page: {} }, route, 'light'),
    refreshing: false,
    capsule: 'closed',
  };
}

describe('navigation bar', () => {
  test('the defaults are as documented', () => {
    expect(navigationOf({ app: {}, page: {} }, 'light')).toMatchObject({
      title: '',
      backgroundColor: '#000000',
      textStyle: 'white',
      style: 'default',
    });
  });

  test('the page overrides the window of app.json', () => {
    const app = { window: { navigationBarTitleText: '会员', navigationBarBackgroundColor: '#07c160' } };
    const page = { navigationBarTitleText: '我的' };
    expect(navigationOf({ app, page }, 'light')).toMatchObject({ title: '我的', backgroundColor: '#07c160' });
  });

  test('theme variables follow the phone only with darkmode', () => {
    const window = { navigationBarBackgroundColor: '@nav', navigationBarTextStyle: '@ink' };
    const dark = navigationOf({ app: { darkmode: true, window }, page: {}, theme }, 'dark');
    expect(dark).toMatchObject({ backgroundColor: '#111111', textStyle: 'white' });
    const ignored = navigationOf({ app: { window }, page: {}, theme }, 'dark');
    expect(ignored).toMatchObject({ backgroundColor: '#ededed', textStyle: 'black' });
  });

  test('a variable missing in theme.json falls back, and invalid values are ignored', () => {
    const app = {
      darkmode: true,
      window: { navigationBarBackgroundColor: '@none', navigationBarTitleText: 7 },
    };
    expect(navigationOf({ app, page: {}, theme }, 'light')).toMatchObject({
      title: '',
      backgroundColor: '#ffffff',
      textStyle: 'black',
    });
  });
});

describe('tab bar', () => {
  test('shows only on its own pages', () => {
    expect(tabBarOf({ app: { tabBar: tabs }, page: {} }, 'pages/orders/orders', 'light')).toBeNull();
    expect(tabBarOf({ app: {}, page: {} }, 'pages/user/user', 'light')).toBeNull();
    expect(
      tabBarOf({ app: { tabBar: { ...tabs, custom: true } }, page: {} }, 'pages/user/user', 'light'),
    ).toBeNull();
    const bar = tabBarOf(
      { app: { tabBar: tabs }, page: {}, resolveIcon: (path) => `/app/${path}` },
      'pages/user/user',
      'light',
    );
    expect(bar).toMatchObject({ selected: 'pages/user/user', color: '#888888' });
    expect(bar?.tabs.map(({ text, icon }) => [text, icon])).toEqual([
      ['首页', '/app/home.png'],
      ['我的', ''],
    ]);
  });
});

describe('area of the page', () => {
  test('is between the bars', () => {
    const chrome = chromeWith({ tabBar: tabs });
    expect(insetsOf(chrome)).toEqual({ top: 47 + 44, bottom: 50 + 34 });
    expect(insetsOf({ ...chrome, tabBar: null })).toEqual({ top: 91, bottom: 0 });
    expect(insetsOf(applyChromeCall(chrome, 'hideTabBar', {})).bottom).toBe(0);
  });

  test('a custom navigation bar leaves the whole area to the page; Android has a taller bar', () => {
    const chrome = chromeWith({ window: { navigationStyle: 'custom' } });
    expect(insetsOf(chrome).top).toBe(0);
    expect(insetsOf({ ...chromeWith({}), device: deviceById('360') }).top).toBe(28 + 48);
  });
});

describe('wx calls', () => {
  const chrome = chromeWith({ tabBar: tabs });

  test('title, colour and loading', () => {
    const after = [
      ['setNavigationBarTitle', { title: '订单' }],
      ['setNavigationBarColor', { frontColor: '#000000', backgroundColor: '#ffffff' }],
      ['showNavigationBarLoading', {}],
    ].reduce(
      (before, [api, args]) => applyChromeCall(before, api as string, args as object as never),
      chrome,
    );
    expect(after.navigation).toMatchObject({
      title: '订单',
      textStyle: 'black',
      backgroundColor: '#ffffff',
      loading: true,
    });
  });

  test('badges and red dots replace each other and can be removed', () => {
    const badge = applyChromeCall(chrome, 'setTabBarBadge', { index: 1, text: '3' });
    expect(badge.tabBar?.tabs[1]).toMatchObject({ badge: '3' });
    const dot = applyChromeCall(badge, 'showTabBarRedDot', { index: 1 });
    expect(dot.tabBar?.tabs[1]).not.toHaveProperty('badge');
    expect(dot.tabBar?.tabs[1]).toMatchObject({ redDot: true });
    expect(applyChromeCall(dot, 'hideTabBarRedDot', { index: 1 }).tabBar?.tabs[1]).not.toHaveProperty(
      'redDot',
    );
  });

  test('hiding the tab bar keeps its badges', () => {
    const hidden = applyChromeCall(
      applyChromeCall(chrome, 'setTabBarBadge', { index: 0, text: '9' }),
      'hideTabBar',
      {},
    );
    expect(applyChromeCall(hidden, 'showTabBar', {}).tabBar?.tabs[0]).toMatchObject({ badge: '9' });
  });

  test('calls without effect on the bars, and invalid calls, change nothing', () => {
    expect(applyChromeCall(chrome, 'login', {})).toBe(chrome);
    expect(applyChromeCall(chrome, 'constructor', {})).toBe(chrome);
    expect(applyChromeCall(chrome, 'setNavigationBarTitle', { title: 5 })).toBe(chrome);
    expect(applyChromeCall(chrome, 'setTabBarBadge', { index: 9, text: '1' }).tabBar?.tabs).toEqual(
      chrome.tabBar?.tabs,
    );
  });
});
