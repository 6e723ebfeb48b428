/** Computes the content of the bars from app.json, the page's JSON and theme.json. Pure: no DOM, no phone. */
import type { NavigationBar, TabBar } from './chrome';

type Json = Readonly<Record<string, unknown>>;

/** The parsed JSON files. */
interface WindowFiles {
  /** app.json. */
  app: Json;
  /** The page's own JSON. */
  page: Json;
  /** theme.json: the values of `@name` variables. Absent: the mini-program has no such file. */
  theme?: Json;
  /** Turns an icon path of app.json into a URL for an `<img>`. Default: the path itself. */
  resolveIcon?: (path: string) => string;
}

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** Replaces `@name` by the variable of theme.json. For an unknown variable, returns `undefined`, as if the key were absent. */
function variable(value: unknown, files: WindowFiles, theme: 'light' | 'dark'): unknown {
  if (typeof value !== 'string' || !value.startsWith('@')) return value;
  return object(files.theme?.[theme])[value.slice(1)];
}

/** Does the mini-program follow the phone's dark mode? Only with `darkmode: true` in app.json. */
export const followsDarkMode = (app: Json): boolean => app.darkmode === true;

/**
 * The navigation bar of a page. The page's JSON overrides `window` of app.json. The documented defaults are
 * `navigationBarBackgroundColor` #000000 and `navigationBarTextStyle` white; with `darkmode` they follow the theme.
 */
export function navigationOf(files: WindowFiles, theme: 'light' | 'dark'): NavigationBar {
  const adaptive = followsDarkMode(files.app);
  const inForce = adaptive ? theme : 'light';
  const window = object(files.app.window);
  const read = (key: string): unknown =>
    variable(files.page[key], files, inForce) ?? variable(window[key], files, inForce);
  return {
    // The title cannot be a variable of theme.json: framework/ability/darkmode.html lists only colours, styles and
    // icons.
    title: text(files.page.navigationBarTitleText, text(window.navigationBarTitleText, '')),
    backgroundColor: text(
      read('navigationBarBackgroundColor'),
      adaptive ? (theme === 'dark' ? '#191919' : '#ffffff') : '#000000',
    ),
    textStyle:
      text(read('navigationBarTextStyle'), adaptive && theme === 'light' ? 'black' : 'white') === 'black'
        ? 'black'
        : 'white',
    loading: false,
    style: read('navigationStyle') === 'custom' ? 'custom' : 'default',
    canGoBack: false,
    canGoHome: false,
  };
}

/** The tab bar for the page of this route; `null`: app.json has none or a custom one, or the page is not a tab page. */
export function tabBarOf(files: WindowFiles, route: string, theme: 'light' | 'dark'): TabBar | null {
  const bar = object(files.app.tabBar);
  const list = Array.isArray(bar.list) ? bar.list.map(object) : [];
  if (bar.custom === true || !list.some((tab) => tab.pagePath === route)) return null;
  const inForce = followsDarkMode(files.app) ? theme : 'light';
  const read = (from: Json, key: string, otherwise: string) =>
    text(variable(from[key], files, inForce), otherwise);
  const icon = (path: string) => (path === '' ? '' : (files.resolveIcon ?? ((same) => same))(path));
  return {
    color: read(bar, 'color', '#7f8389'),
    selectedColor: read(bar, 'selectedColor', '#07c160'),
    backgroundColor: read(bar, 'backgroundColor', inForce === 'dark' ? '#191919' : '#f7f7f7'),
    borderStyle:
      read(bar, 'borderStyle', inForce === 'dark' ? 'white' : 'black') === 'white' ? 'white' : 'black',
    tabs: list.map((tab) => ({
      pagePath: text(tab.pagePath, ''),
      text: text(tab.text, ''),
      icon: icon(read(tab, 'iconPath', '')),
      selectedIcon: icon(read(tab, 'selectedIconPath', '')),
    })),
    selected: route,
    hidden: false,
  };
}
