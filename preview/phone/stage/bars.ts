/** Computes the bars of the page on top, from the JSON files, the theme and the page's calls of `wx`. */

import { type FontLevel, titleSizeOf } from '../../../simulator/phone/font-size';
import type { DevicePreset } from '../../devices';
import type { CapsuleState, Chrome } from '../../screen/chrome';
import { applyChromeCall } from '../../screen/chrome-calls';
import { navigationOf, tabBarOf } from '../../screen/window-config';
import { ASSET_FOLDER } from '../../vite/program/asset-folder';
import type { Manifest } from '../../vite/program/types';
import type { OpenPage } from './page-stack';

type Call = OpenPage['barCalls'][number];

/** The state of the bars that does not belong to one page. */
export interface BarsState {
  theme: 'light' | 'dark';
  device: DevicePreset;
  /** Calls such as `wx.setTabBarBadge`. They apply to every page. */
  tabCalls: readonly Call[];
  /** Routes of the pages that show the pull-down refresh. */
  refreshing: ReadonlySet<string>;
  capsule: CapsuleState;
  /** WeChat's font size setting. */
  fontLevel: FontLevel;
}

/** URL of a picture in the mini-program's files. A URL with a scheme is returned unchanged. */
export const assetUrl = (path: string): string =>
  /^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) ? path : `${ASSET_FOLDER}/${path.replace(/^\/+/, '')}`;

/** Route of the home page. It opens at the launch, and when the user taps the home button of the navigation bar. */
export function homePage({ app, pages }: Manifest): string {
  const entry = typeof app.entryPagePath === 'string' ? app.entryPagePath.replace(/^\/+/, '') : '';
  return pages.includes(entry) ? entry : (pages[0] ?? '');
}

/** Whether this API of `wx` concerns the tab bar. */
export const isTabCall = (api: string): boolean => /TabBar/.test(api);

/** The bars of `page`. */
export function barsOf(
  manifest: Manifest,
  page: OpenPage,
  stack: readonly OpenPage[],
  { theme, device, tabCalls, refreshing, capsule, fontLevel }: BarsState,
): Chrome {
  const files = {
    app: manifest.app,
    page: manifest.units[page.route]?.json ?? {},
    ...(manifest.theme ? { theme: manifest.theme } : {}),
    resolveIcon: assetUrl,
  };
  const window = manifest.app.window as { navigationBarTitleText?: unknown } | undefined;
  const tabBar = tabBarOf(files, page.route, theme);
  const start: Chrome = {
    theme,
    device,
    appName: manifest.name || String(window?.navigationBarTitleText ?? ''),
    navigation: {
      ...navigationOf(files, theme),
      titleSize: titleSizeOf({ platform: device.platform, screenWidth: device.width, fontLevel }),
      canGoBack: stack.length > 1,
      // Pages of a custom tab bar are tabs too, although `tabBar` is null for them.
      canGoHome:
        stack.length === 1 && page.route !== homePage(manifest) && !tabRoutes(manifest).includes(page.route),
    },
    tabBar,
    refreshing: refreshing.has(page.route),
    capsule,
  };
  return [...page.barCalls, ...tabCalls].reduce(
    (bars, { api, args }) => applyChromeCall(bars, api, args),
    start,
  );
}

function tabsOf({ app }: Manifest): { pagePath?: unknown; text?: unknown }[] {
  const list = (app.tabBar as { list?: unknown } | undefined)?.list;
  return Array.isArray(list) ? list.map((tab) => tab ?? {}) : [];
}

/** Routes of the tab bar. */
export const tabRoutes = (manifest: Manifest): string[] =>
  tabsOf(manifest).map(({ pagePath }) => String(pagePath ?? ''));

/** The argument of `onTabItemTap`; `index` is a text (typings 5.2.3: ITabItemTapOptions). */
export function tabItemOf(manifest: Manifest, pagePath: string) {
  const index = tabRoutes(manifest).indexOf(pagePath);
  return { index: String(index), pagePath, text: String(tabsOf(manifest)[index]?.text ?? '') };
}
