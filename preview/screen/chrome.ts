/**
 * Types and sizes of the bars around a page: status bar, navigation bar, tab bar, capsule.
 * The stage computes their content (`Chrome`) and handles taps on them (`ChromeActions`).
 */
import { navigationBarHeight } from '../../simulator/phone/device';
import type { DevicePreset } from '../devices';

/** The network type that the status bar shows. */
export type PhoneNetwork = 'wifi' | '3g' | 'none';

/** The bar at the top of a page. */
export interface NavigationBar {
  title: string;
  /** Font size, px; depends on WeChat's font size setting. Default 17. */
  titleSize?: number;
  /** CSS colour. */
  backgroundColor: string;
  /** Colour of title, buttons and status bar. WeChat supports only these two. */
  textStyle: 'black' | 'white';
  /** Show a spinner (`wx.showNavigationBarLoading`). */
  loading: boolean;
  /** `custom`: the page fills the screen; only status bar and capsule are drawn over it. */
  style: 'default' | 'custom';
  /** Show the back button, because the stack has a page below this one. */
  canGoBack: boolean;
  /** Show the home button, because the first page of the stack is not the home page. */
  canGoHome: boolean;
}

/** One entry of the tab bar. */
export interface Tab {
  /** Route as in app.json, without a leading slash. */
  pagePath: string;
  text: string;
  /** URL for an `<img>`; empty: text only. */
  icon: string;
  selectedIcon: string;
  badge?: string;
  redDot?: boolean;
}

/** The bar at the bottom of a tab page. */
export interface TabBar {
  color: string;
  selectedColor: string;
  backgroundColor: string;
  borderStyle: 'black' | 'white';
  tabs: readonly Tab[];
  /** `pagePath` of the page on top. */
  selected: string;
  /** Set by `wx.hideTabBar`. */
  hidden: boolean;
}

/** Everything that the screen draws around a page. */
export interface Chrome {
  theme: 'light' | 'dark';
  /** The device preset: height of the status bar, safe area, platform. */
  device: DevicePreset;
  /** Name of the mini-program, for WeChat's own sheets. */
  appName: string;
  navigation: NavigationBar;
  /** `null` on a page that is not a tab page. */
  tabBar: TabBar | null;
  /** A pull-down refresh is running. Show three dots under the navigation bar. */
  refreshing: boolean;
  /** The layer that the capsule (WeChat's two buttons at the top right) has opened. */
  capsule: CapsuleState;
}

/** `menu`: the menu of the three dots is open. `background`: the user has left the mini-program; it keeps running. */
export type CapsuleState = 'closed' | 'menu' | 'background';

/** Handlers of taps on the bars. */
export interface ChromeActions {
  back(): void;
  home(): void;
  switchTab(pagePath: string): void;
  /** The user taps the three dots or the ring, closes the menu, or returns to the mini-program. */
  capsule(state: CapsuleState): void;
  /** Menu entry 重新进入小程序: the process ends and starts again. */
  relaunch(): void;
  /** Menu entry 设置: opens WeChat's settings of this mini-program. */
  openSettings(): void;
}

export { navigationBarHeight };

/** Height of the tab bar without the safe area, CSS px. */
export const tabBarHeight = 50;

/** The heights of the bars at the top and at the bottom, CSS px. The page fills the space between them. */
export function insetsOf(chrome: Chrome): { top: number; bottom: number } {
  const { device, navigation, tabBar } = chrome;
  return {
    top: navigation.style === 'custom' ? 0 : device.statusBarHeight + navigationBarHeight[device.platform],
    bottom: tabBar && !tabBar.hidden ? tabBarHeight + device.safeAreaBottom : 0,
  };
}
