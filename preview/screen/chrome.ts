/**
 * The part of a WeChat screen that is not the page and not a sheet: status bar, navigation bar, tab bar.
 * The stage says what they show (`Chrome`) and does what a person asks of them (`ChromeActions`).
 */
import { navigationBarHeight } from '../../simulator/device';
import type { DevicePreset } from '../devices';

/** What the status bar shows of the network. */
export type PhoneNetwork = 'wifi' | '3g' | 'none';

/** The bar at the top of a page. */
export interface NavigationBar {
  title: string;
  /** Px: it follows WeChat's font size setting. Default 17. */
  titleSize?: number;
  /** CSS colour. */
  backgroundColor: string;
  /** Colour of title, buttons and status bar: WeChat knows these two only. */
  textStyle: 'black' | 'white';
  /** `wx.showNavigationBarLoading`. */
  loading: boolean;
  /** `custom`: the page draws under the status bar by itself and keeps only the capsule. */
  style: 'default' | 'custom';
  /** There is a page below this one. */
  canGoBack: boolean;
  /** The first page of the stack is not the app's home page: WeChat shows a house. */
  canGoHome: boolean;
}

export interface Tab {
  /** As in app.json, without a leading slash. */
  pagePath: string;
  text: string;
  /** URL that an `<img>` can show; empty = text only. */
  icon: string;
  selectedIcon: string;
  badge?: string;
  redDot?: boolean;
}

export interface TabBar {
  color: string;
  selectedColor: string;
  backgroundColor: string;
  borderStyle: 'black' | 'white';
  tabs: readonly Tab[];
  /** `pagePath` of the page that is showing. */
  selected: string;
  /** `wx.hideTabBar`. */
  hidden: boolean;
}

/** Everything that the screen draws around a page. */
export interface Chrome {
  theme: 'light' | 'dark';
  /** Status bar, safe area and platform come from here. */
  device: DevicePreset;
  /** As WeChat's own sheets call the mini-program. */
  appName: string;
  navigation: NavigationBar;
  /** null on a page that is no tab. */
  tabBar: TabBar | null;
  /** The page is being refreshed by pulling down: three dots under the navigation bar. */
  refreshing: boolean;
  /** What WeChat's two buttons at the top right have opened. */
  capsule: CapsuleState;
}

/** `menu`: the one behind the three dots. `background`: the person has left the mini-program, which goes on running. */
export type CapsuleState = 'closed' | 'menu' | 'background';

/** What a person can ask of the bars. */
export interface ChromeActions {
  back(): void;
  home(): void;
  switchTab(pagePath: string): void;
  /** The three dots, what closes their menu, the ring, and the way back into the mini-program. */
  capsule(state: CapsuleState): void;
  /** 重新进入小程序: the process ends and starts again. */
  relaunch(): void;
  /** 设置: WeChat's settings of this mini-program. */
  openSettings(): void;
}

export { navigationBarHeight };

/** Height of the tab bar without the safe area. */
export const tabBarHeight = 50;

/** How much of the glass the bars take, in CSS px: the page lives between. */
export function insetsOf(chrome: Chrome): { top: number; bottom: number } {
  const { device, navigation, tabBar } = chrome;
  return {
    top: navigation.style === 'custom' ? 0 : device.statusBarHeight + navigationBarHeight[device.platform],
    bottom: tabBar && !tabBar.hidden ? tabBarHeight + device.safeAreaBottom : 0,
  };
}
