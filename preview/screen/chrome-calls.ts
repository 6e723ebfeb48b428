/** Applies `wx.setNavigationBarTitle` and similar APIs to the bars, for `AppHost.chrome`. Pure. */
import type { Chrome, NavigationBar, Tab, TabBar } from './chrome';

type Args = Readonly<Record<string, unknown>>;
type Change = (chrome: Chrome, args: Args) => Chrome;

const navigation = (chrome: Chrome, change: Partial<NavigationBar>): Chrome => ({
  ...chrome,
  navigation: { ...chrome.navigation, ...change },
});

const tabBar = (chrome: Chrome, change: Partial<TabBar>): Chrome =>
  chrome.tabBar ? { ...chrome, tabBar: { ...chrome.tabBar, ...change } } : chrome;

/** Changes one tab. An index that does not exist changes nothing. */
function tab(chrome: Chrome, index: unknown, change: (tab: Tab) => Tab): Chrome {
  if (!chrome.tabBar) return chrome;
  return tabBar(chrome, { tabs: chrome.tabBar.tabs.map((one, at) => (at === index ? change(one) : one)) });
}

const changes: Readonly<Record<string, Change>> = {
  setNavigationBarTitle: (chrome, { title }) =>
    typeof title === 'string' ? navigation(chrome, { title }) : chrome,
  // WeChat accepts only these two values of `frontColor` (typings, SetNavigationBarColorOption).
  setNavigationBarColor: (chrome, { frontColor, backgroundColor }) =>
    navigation(chrome, {
      ...(typeof backgroundColor === 'string' ? { backgroundColor } : {}),
      ...(frontColor === '#000000' ? { textStyle: 'black' as const } : {}),
      ...(frontColor === '#ffffff' ? { textStyle: 'white' as const } : {}),
    }),
  showNavigationBarLoading: (chrome) => navigation(chrome, { loading: true }),
  hideNavigationBarLoading: (chrome) => navigation(chrome, { loading: false }),
  hideHomeButton: (chrome) => navigation(chrome, { canGoHome: false }),
  startPullDownRefresh: (chrome) => ({ ...chrome, refreshing: true }),
  stopPullDownRefresh: (chrome) => ({ ...chrome, refreshing: false }),
  hideTabBar: (chrome) => tabBar(chrome, { hidden: true }),
  showTabBar: (chrome) => tabBar(chrome, { hidden: false }),
  setTabBarBadge: (chrome, { index, text }) =>
    tab(chrome, index, ({ redDot: _, ...one }) => ({ ...one, badge: String(text ?? '') })),
  removeTabBarBadge: (chrome, { index }) => tab(chrome, index, ({ badge: _, ...one }) => one),
  showTabBarRedDot: (chrome, { index }) =>
    tab(chrome, index, ({ badge: _, ...one }) => ({ ...one, redDot: true })),
  hideTabBarRedDot: (chrome, { index }) => tab(chrome, index, ({ redDot: _, ...one }) => one),
};

/** Returns the bars after a call of this `wx` API. An API that does not concern the bars changes nothing. */
export function applyChromeCall(chrome: Chrome, api: string, args: Args): Chrome {
  return Object.hasOwn(changes, api) ? (changes[api]?.(chrome, args) ?? chrome) : chrome;
}
