/** Runs a mini-program on a phone in this document: process, pages, bars. */
import { component as adapterComponent } from 'glass-easel-miniprogram-adapter';
import type { AppHost, LaunchOptions, Phone } from '../../../simulator/types';
import { deviceById } from '../../devices';
import { type Chrome, type ChromeActions, insetsOf } from '../../screen/chrome';
import { followsDarkMode } from '../../screen/window-config';
import type { Templates } from '../../vite/program/types';
import { defineBuiltIns } from '../built-ins';
import type { Services } from '../built-ins/define';
import { type MiniprogramProcess, type Sources, startProcess } from '../engine/process';
import type { ScriptGlobals } from '../engine/scripts';
import { createApp } from './app';
import { barsOf, isTabCall } from './bars';
import { copyOf } from './copy';
import { fallbackApis } from './fallback-apis';
import type { StageLog } from './log';
import { createPageStack, type OpenPage, type PageInstance, type PageStack } from './page-stack';
import { createPageWindow } from './page-window';
import { createStyleSheets } from './style-sheets';
import { processTimers } from './timers';

export interface StageOptions {
  phone: Phone;
  sources: Sources;
  styles: Readonly<Record<string, string>>;
  log: StageLog;
  services: Services;
  /** Holds the pages. */
  root: HTMLElement;
  theme: 'light' | 'dark';
  device: string;
  /** The bars must be drawn again. */
  barsChanged(chrome: Chrome): void;
  /** A mistake that stops the mini-program: shown in the phone. */
  crashed(error: unknown): void;
}

export interface Stage {
  /** Starts the process with this page on top. */
  launch(path: string, query: Readonly<Record<string, string>>): void;
  kill(): void;
  readonly pages: readonly OpenPage[];
  readonly actions: ChromeActions;
  setTheme(theme: 'light' | 'dark'): void;
  setDevice(id: string): void;
  updateTemplates(templates: Templates): void;
  updateStyles(styles: Readonly<Record<string, string>>): void;
  /** The bars as they are; null while no page is open. */
  bars(): Chrome | null;
}

/** One run of the mini-program. */
interface Run {
  readonly process: MiniprogramProcess;
  readonly pages: PageStack;
  readonly launch: LaunchOptions;
  call(method: string, ...args: unknown[]): boolean;
  stop(): void;
}

/** Makes a stage with nothing on it. */
export function createStage(options: StageOptions): Stage {
  const { phone, sources, log, root } = options;
  const { manifest } = sources;
  const sheets = createStyleSheets(new Set(manifest.pages));
  const tabs = tabsOf(manifest.app.tabBar);
  let theme = options.theme;
  let device = deviceById(options.device);
  let tabCalls: OpenPage['barCalls'] = [];
  const refreshing = new Set<string>();
  let run: Run | null = null;

  /** Runs a piece of the mini-program: what it throws is a line in the log, not the end of the stage. */
  const guarded = (where: string, work: () => unknown): void => {
    const failed = (error: unknown) => {
      log.add({
        kind: 'problem',
        message: `${where}: ${error instanceof Error ? error.message : String(error)}`,
      });
      console.error(error);
      run?.call('onError', error instanceof Error ? (error.stack ?? error.message) : String(error));
    };
    try {
      const result = work();
      if (result instanceof Promise) result.catch(failed);
    } catch (error) {
      failed(error);
    }
  };

  function bars(): Chrome | null {
    const page = run?.pages.top;
    if (!run || !page) return null;
    return barsOf(manifest, page, run.pages.stack, { theme, device, tabCalls, refreshing });
  }

  /** After anything that the bars show: draws them, and fits the page between them. */
  function refresh(): void {
    const { dataset } = document.documentElement;
    dataset.theme = followsDarkMode(manifest.app) ? theme : 'light';
    if (typeof manifest.app.style === 'string') dataset.style = manifest.app.style;
    const chrome = bars();
    const page = run?.pages.top;
    if (!chrome || !page) return;
    sheets.showing([page.route]);
    page.window.setInsets(insetsOf(chrome), {
      top: chrome.navigation.style === 'custom' ? device.statusBarHeight : 0,
      bottom: chrome.tabBar ? 0 : device.safeAreaBottom,
    });
    options.barsChanged(chrome);
    log.touch();
  }

  function call(page: OpenPage, method: string, ...args: unknown[]): void {
    const handler = page.instance[method];
    if (LIFE_CYCLE.has(method)) log.add({ kind: 'life-cycle', name: method, route: page.route });
    if (typeof handler === 'function')
      guarded(`${page.route} ${method}`, () => handler.apply(page.instance, args));
  }

  function createPage(
    process: MiniprogramProcess,
    route: string,
    query: Readonly<Record<string, string>>,
  ): OpenPage {
    const text = Object.entries(query)
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    const created = process.createPage(route, text);
    const instance = created.get() as unknown as PageInstance;
    Object.assign(instance, { route, __route__: route, options: query });
    const json = { ...(manifest.app.window as object), ...manifest.units[route]?.json } as Record<
      string,
      unknown
    >;
    const page: OpenPage = {
      route,
      options: query,
      root: created,
      instance,
      ready: false,
      barCalls: [],
      window: createPageWindow(root, {
        distance: typeof json.onReachBottomDistance === 'number' ? json.onReachBottomDistance : 50,
        pull: json.enablePullDownRefresh === true,
        events: {
          scrolled: (scrollTop) => {
            const handler = instance.onPageScroll;
            if (typeof handler === 'function')
              guarded('onPageScroll', () => handler.call(instance, { scrollTop }));
          },
          reachedBottom: () => call(page, 'onReachBottom'),
          pulledDown() {
            refreshing.add(route);
            refresh();
            call(page, 'onPullDownRefresh');
          },
        },
      }),
    };
    return page;
  }

  function attach({ root: made, window, route }: OpenPage): void {
    const placeholder = document.createElement('div');
    window.scroller.append(placeholder);
    made.attach(window.scroller as never, placeholder as never);
    (made.getComponent().$$ as unknown as HTMLElement).dataset.route = route;
  }

  const host: AppHost = {
    config: manifest.app as NonNullable<AppHost['config']>,
    fallback: fallbackApis(() => run?.pages.top?.instance ?? null),
    launchOptions: () => run?.launch ?? { path: '', query: {}, scene: 1001, referrerInfo: {} },
    pages: () => (run?.pages.stack ?? []).map(({ route, options: query }) => ({ route, options: query })),
    async navigate(how, target) {
      if (!run) throw new Error('the mini-program does not run');
      await run.pages.navigate(how, target);
      refresh();
    },
    chrome(api, args) {
      const page = run?.pages.top;
      if (!page) return;
      if (api === 'pageScrollTo')
        page.window.scrollTo(Number(args.scrollTop ?? 0), Number(args.duration ?? 300));
      else if (api === 'startPullDownRefresh') {
        refreshing.add(page.route);
        call(page, 'onPullDownRefresh');
      } else if (api === 'stopPullDownRefresh') refreshing.delete(page.route);
      else if (isTabCall(api)) tabCalls = [...tabCalls, { api, args }];
      else page.barCalls.push({ api, args });
      refresh();
    },
  };

  function start(path: string, query: Readonly<Record<string, string>>): Run {
    const { timers, stop } = processTimers(phone.clock, guarded);
    const app = createApp(guarded);
    const globals: Omit<ScriptGlobals, 'Page' | 'Component' | 'Behavior'> = {
      ...timers,
      console,
      wx: phone.wx,
      App: app.define,
      getApp: () => app.instance,
      getCurrentPages: () => pages.stack.map(({ instance }) => instance),
    };
    const process = startProcess({
      sources,
      globals,
      defineBuiltIns: (space) => defineBuiltIns(space, options.services),
      report: (message) => log.add({ kind: 'problem', message }),
    });
    const pages = createPageStack({
      pages: manifest.pages,
      tabs,
      create: (route, options_) => createPage(process, route, options_),
      attach,
      call,
      becomeReady: process.flushReady,
      changed: refresh,
    });
    const launch: LaunchOptions = { path, query, scene: 1001, referrerInfo: {} };
    return { process, pages, launch, call: app.call, stop };
  }

  const stage: Stage = {
    launch(path, query) {
      stage.kill();
      phone.attach(host);
      run = start(path, query);
      try {
        run.process.runApp();
        for (const method of ['onLaunch', 'onShow']) {
          log.add({ kind: 'life-cycle', name: `App.${method}`, route: '' });
          run.call(method, run.launch);
        }
        run.pages.open(path, query);
      } catch (error) {
        log.add({ kind: 'problem', message: error instanceof Error ? error.message : String(error) });
        options.crashed(error);
      }
      refresh();
    },
    kill() {
      if (!run) return;
      run.stop();
      run.pages.drop();
      run = null;
      tabCalls = [];
      refreshing.clear();
      phone.kill();
    },
    get pages() {
      return run?.pages.stack ?? [];
    },
    actions: {
      back: () => guarded('back', () => run?.pages.navigate('navigateBack', { delta: 1 }).then(refresh)),
      home: () => guarded('home', () => host.navigate('reLaunch', { url: `/${manifest.pages[0]}` })),
      switchTab(pagePath) {
        guarded('tab', () => host.navigate('switchTab', { url: `/${pagePath}` }));
        const page = run?.pages.top;
        const index = tabs.indexOf(pagePath);
        if (page) call(page, 'onTabItemTap', { index, pagePath, text: '' });
      },
    },
    setTheme(next) {
      theme = next;
      phone.setTheme(next);
      refresh();
    },
    setDevice(id) {
      device = deviceById(id);
      refresh();
    },
    updateTemplates(templates) {
      run?.process.updateTemplates(
        templates,
        run.pages.stack.map((page) => page.root),
      );
    },
    updateStyles: sheets.update,
    bars,
  };
  sheets.update(options.styles);
  listenToSetData(log);
  refresh();
  return stage;
}

const LIFE_CYCLE = new Set([
  'onLoad',
  'onShow',
  'onReady',
  'onHide',
  'onUnload',
  'onPullDownRefresh',
  'onReachBottom',
]);

/** Routes of app.json's tab bar. */
function tabsOf(bar: unknown): string[] {
  const list = (bar as { list?: unknown } | undefined)?.list;
  return Array.isArray(list) ? list.map((tab: { pagePath?: unknown }) => String(tab?.pagePath ?? '')) : [];
}

/** Every `setData` of pages and components becomes a line. */
function listenToSetData(log: StageLog): void {
  const { prototype } = adapterComponent.ComponentCaller;
  const original = prototype.setData;
  prototype.setData = function setData(this: { is: string }, data: object, callback?: () => void) {
    original.call(this as never, data as never, callback);
    log.add({ kind: 'set-data', route: this.is, data: copyOf(data) });
  } as typeof original;
}
