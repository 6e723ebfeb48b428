/** Navigation, and the APIs for the bars around a page. The stage performs them. */
import type { Core } from '../phone/core';
import { ApiFailure, parameterError } from '../phone/failure';
import { turn } from '../phone/turns';
import type { AppHost } from '../types';
import { asyncApi, type Family, type OptionOf, type Wx } from './define';
import { required } from './parameters';

type Way = Parameters<AppHost['navigate']>[0];

/** APIs that change the page's surroundings. They are passed to `AppHost.chrome` and succeed at once. */
const CHROME = [
  'setNavigationBarTitle',
  'setNavigationBarColor',
  'showNavigationBarLoading',
  'hideNavigationBarLoading',
  'hideHomeButton',
  'setBackgroundColor',
  'setBackgroundTextStyle',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'pageScrollTo',
  'showTabBar',
  'hideTabBar',
  'setTabBarBadge',
  'removeTabBarBadge',
  'showTabBarRedDot',
  'hideTabBarRedDot',
  'setTabBarItem',
  'setTabBarStyle',
] as const satisfies readonly (keyof Wx)[];

/** Required parameters. */
const REQUIRED: Readonly<Partial<Record<(typeof CHROME)[number], Parameters<typeof required>[1]>>> = {
  setNavigationBarTitle: { title: 'String' },
  setNavigationBarColor: { frontColor: 'String', backgroundColor: 'String' },
  setTabBarBadge: { index: 'Number', text: 'String' },
  removeTabBarBadge: { index: 'Number' },
  showTabBarRedDot: { index: 'Number' },
  hideTabBarRedDot: { index: 'Number' },
  setTabBarItem: { index: 'Number' },
};

/** The colours that the status bar supports. */
const FRONT_COLORS = new Set(['#ffffff', '#000000']);

function check(core: Core, name: (typeof CHROME)[number], option: Readonly<Record<string, unknown>>): void {
  required(option, REQUIRED[name] ?? {});
  if (name === 'setNavigationBarColor' && !FRONT_COLORS.has(String(option.frontColor))) {
    throw new ApiFailure(`invalid frontColor "${option.frontColor}"`);
  }
  const { pages, config } = hostOf(core);
  const top = pages().at(-1);
  const tabs = config?.tabBar?.list ?? [];
  // Before the first page is open, the check is not possible.
  if (/TabBar/.test(name) && top !== undefined && !tabs.some((tab) => isPage(tab?.pagePath, top.route))) {
    throw new ApiFailure('not TabBar page');
  }
}

const isPage = (path: unknown, route: string) => String(path).replace(/^\/|\.html$/g, '') === route;

export const navigation = ((core) => {
  const toUrl = <K extends Way & keyof Wx>(name: K) =>
    asyncApi(core, name, async (option) => {
      const { url, events } = option as { url?: unknown; events?: Readonly<Record<string, unknown>> };
      if (typeof url !== 'string') throw parameterError('url', 'String', url);
      // The message is WeChat's.
      if (name === 'switchTab' && url.includes('?')) core.reportOnce('wx.switchTab: url 不支持 queryString');
      const result = await go(core, name, events === undefined ? { url } : { url, events });
      return (result ?? {}) as never;
    });
  const chrome = Object.fromEntries(
    CHROME.map((name) => [
      name,
      asyncApi(core, name, (option) => {
        const args = option as Partial<OptionOf<typeof name>> & Record<string, unknown>;
        check(core, name, args);
        hostOf(core).chrome?.(name, args);
        return {} as never;
      }),
    ]),
  ) as Pick<Wx, (typeof CHROME)[number]>;

  return {
    navigateTo: toUrl('navigateTo'),
    redirectTo: toUrl('redirectTo'),
    switchTab: toUrl('switchTab'),
    reLaunch: toUrl('reLaunch'),
    navigateBack: asyncApi(core, 'navigateBack', async (option) => {
      const delta = typeof option.delta === 'number' && option.delta >= 1 ? Math.floor(option.delta) : 1;
      await go(core, 'navigateBack', { delta });
    }),
    ...chrome,
  };
}) satisfies Family;

function hostOf(core: Core): AppHost {
  if (core.host === undefined) {
    throw new ApiFailure('no mini-program is running on this phone: attach a stage first');
  }
  return core.host;
}

async function go(core: Core, how: Way, target: Parameters<AppHost['navigate']>[1]): Promise<unknown> {
  const host = hostOf(core);
  const { generation } = core;
  // In a separate macrotask, so that the next page does not run with the gesture of the tap.
  await turn();
  if (generation !== core.generation) return undefined;
  core.gesture.enter(undefined);
  try {
    return await core.outside.track(host.navigate(how, target)).answer;
  } catch (error) {
    if (error instanceof ApiFailure) throw error;
    throw new ApiFailure(error instanceof Error ? error.message : String(error));
  }
}
