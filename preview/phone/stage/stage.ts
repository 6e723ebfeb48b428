/** Runs a mini-program on a phone in this document: process, pages, bars. */

import { type AppEvents, createAppEvents } from '../../../simulator/headless/app-events';
import { createInstances } from '../../../simulator/headless/instances';
import { followTheme } from '../../../simulator/program/app-theme';
import { definitionOf } from '../../../simulator/program/definition-check';
import { guardLanguage } from '../../../simulator/program/language-guard';
import { APP_TWICE } from '../../../simulator/program/messages';
import type { ProcessTimers } from '../../../simulator/program/process-timers';
import { createWxNames } from '../../../simulator/program/wx-names';
import type { AppHost, LaunchOptions } from '../../../simulator/types';
import { insetsOf } from '../../screen/chrome';
import { followsDarkMode } from '../../screen/window-config';
import { defineBuiltIns } from '../built-ins';
import { onMissingHandler } from '../engine/attributes';
import { listenToEngine } from '../engine/engine-listener';
import { createInlineStyles } from '../engine/inline-styles';
import { type MiniprogramProcess, startProcess } from '../engine/process';
import { onUnfilledSlot } from '../engine/slots';
import { createApp } from './app';
import { appConsole } from './app-console';
import { createBarState } from './bar-state';
import { barsOf, homePage, tabItemOf, tabRoutes } from './bars';
import { createCapsule } from './capsule';
import { fallbackApis } from './fallback-apis';
import { createGuard, listenToRejections, logError, messageOf } from './guard';
import { createKeyboard } from './keyboard';
import { attachPage, makePage } from './make-page';
import { createMembers } from './members';
import { createPageStack, type OpenPage, type PageStack } from './page-stack';
import { type Caller, type QuerySurroundings, queryApis } from './selector-query';
import { createStyleSheets } from './style-sheets';
import { processTimers } from './timers';
import type { Query, Stage, StageOptions } from './types';

/** One run of the mini-program. */
interface Run {
  readonly process: MiniprogramProcess;
  readonly pages: PageStack;
  readonly launch: LaunchOptions;
  /** The result of `getApp()`. */
  readonly app: Readonly<Record<string, unknown>>;
  /** Calls a life-cycle method of the app. */
  call(method: string, ...args: unknown[]): boolean;
  /** `onError`, `onPageNotFound`, `onUnhandledRejection` of the App and of `wx`. */
  readonly events: AppEvents;
  /** APIs of `wx` that only the stage can provide. */
  readonly apis: NonNullable<AppHost['apis']>;
  readonly timers: ProcessTimers;
  /** Undoes the mini-program's changes of JavaScript's built-in objects. */
  releaseLanguage(): void;
}

/** Page methods whose calls are logged. */
const LIFE_CYCLE = new Set([
  'onLoad',
  'onShow',
  'onReady',
  'onHide',
  'onUnload',
  'onPullDownRefresh',
  'onReachBottom',
]);

/** Creates a stage without a running mini-program. */
export function createStage(options: StageOptions): Stage {
  const { phone, sources, log, root } = options;
  const { manifest } = sources;
  const tabs = tabRoutes(manifest);
  const bars = createBarState(options.theme, options.device, phone.device.fontLevel);
  const sheets = createStyleSheets(new Set(manifest.pages), bars.device);
  const inline = createInlineStyles(bars.device, log.problemOnce);
  const keyboard = createKeyboard({
    phone,
    root,
    changed: (shown) => options.keyboardChanged?.(shown),
  });
  let run: Run | null = null;
  const guard = createGuard(log, (text) => run?.events.emit('onError', text), options.locate);

  /** `wx-page` → size of 1rem. A document has only one rem size: the page on top sets it. */
  const rootFontSizes = new WeakMap<HTMLElement, string>();
  function showRootFontSize(): void {
    const page = run?.pages.top?.window.element.querySelector<HTMLElement>('wx-page');
    document.documentElement.style.fontSize = (page && rootFontSizes.get(page)) ?? '';
  }

  /** Draws the bars, and fits the page between them. Call it after each change of the bars' content. */
  function refresh(): void {
    const { dataset } = document.documentElement;
    dataset.theme = followsDarkMode(manifest.app) ? bars.theme : 'light';
    if (typeof manifest.app.style === 'string') dataset.style = manifest.app.style;
    const page = run?.pages.top;
    if (!run || !page) return;
    const chrome = barsOf(manifest, page, run.pages.stack, bars);
    sheets.showing([page.route]);
    showRootFontSize();
    page.window.setInsets(insetsOf(chrome), {
      top: chrome.navigation.style === 'custom' ? bars.device.statusBarHeight : 0,
      bottom: chrome.tabBar ? 0 : bars.device.safeAreaBottom,
    });
    options.barsChanged(chrome);
    log.touch();
  }

  function call(page: OpenPage, method: string, ...args: unknown[]): void {
    const handler = page.instance[method];
    if (LIFE_CYCLE.has(method)) log.add({ kind: 'life-cycle', name: method, route: page.route });
    if (typeof handler === 'function') {
      guard.run(`${page.route} ${method}`, () => handler.apply(page.instance, args));
    }
  }

  function pullDown(page: OpenPage): void {
    bars.refresh(page.route, true);
    refresh();
    call(page, 'onPullDownRefresh');
  }

  const queries: QuerySurroundings = {
    instances: createInstances<Caller>(),
    scroller: () => run?.pages.top?.window.scroller,
    run: guard.run,
  };
  const host: AppHost = {
    config: manifest.app as NonNullable<AppHost['config']>,
    fallback: fallbackApis((error, where) => guard.failed(where, error)),
    get apis() {
      return run?.apis ?? {};
    },
    launchOptions: () => run?.launch ?? { path: '', query: {}, scene: 1001, referrerInfo: {} },
    pages: () => (run?.pages.stack ?? []).map(({ route, options: query }) => ({ route, options: query })),
    async navigate(how, target) {
      if (!run) throw new Error('the mini-program is not running');
      const result = await run.pages.navigate(how, target);
      refresh();
      return result;
    },
    // If timers start each other endlessly, the error is logged and the stage continues.
    due: () => run?.timers.due()?.catch((error) => log.problemOnce(messageOf(error))),
    chrome(api, args) {
      const page = run?.pages.top;
      if (!page) return;
      if (api === 'pageScrollTo')
        page.window.scrollTo(Number(args.scrollTop ?? 0), Number(args.duration ?? 300));
      else if (api === 'startPullDownRefresh') pullDown(page);
      else if (api === 'stopPullDownRefresh') bars.refresh(page.route, false);
      else bars.add(page, api, args);
      refresh();
    },
  };

  function start(path: string, query: Query): Run {
    const releaseLanguage = guardLanguage(log.problemOnce);
    const { __wxConfig, __wxAppCode__ } = createWxNames(
      {
        config: manifest.app,
        pages: manifest.pages,
        entry: homePage(manifest),
        configOf: (page) => manifest.units[page]?.json ?? {},
      },
      phone.wx,
    );
    const wxNames = { __wxConfig, __wxAppCode__ };
    const timers = processTimers(phone, guard.run, log.problemOnce);
    const app = createApp(guard.run);
    let isDefined = false;
    const appEvents = createAppEvents(() => app.instance, guard.run);
    const apis = {
      ...appEvents.apis,
      ...queryApis(() => run?.pages.top?.instance as Caller | undefined, queries),
    };
    const members = createMembers({ ...queries, wx: phone.wx, report: log.problemOnce });
    const process = startProcess({
      sources,
      globals: {
        ...timers.globals,
        ...wxNames,
        console: appConsole(log),
        wx: phone.wx,
        App: (given: Record<string, unknown>) => {
          const definition = definitionOf('App', given, 'app');
          if (isDefined) log.problemOnce(APP_TWICE);
          isDefined = true;
          app.define(definition);
        },
        getApp: app.get,
        getCurrentPages: () => pages.stack.map(({ instance }) => instance),
      },
      styles: inline,
      defineBuiltIns: (space) =>
        defineBuiltIns(space, {
          ...options.services,
          setStyle: inline.set,
          keyboard,
          later: (run) => void timers.globals.setTimeout(run),
          fail: (error) => guard.failed('a built-in component', error),
          isGeneric: (owner, tag) =>
            Object.hasOwn(Object(manifest.units[owner]?.json.componentGenerics), tag),
          setRootFontSize(page, size) {
            rootFontSizes.set(page, size);
            showRootFontSize();
          },
        }),
      addMembers: members.addMembers,
      shareStyles: sheets.share,
      report: (message) => log.add({ kind: 'problem', message }),
    });
    const events = { call, pulledDown: pullDown };
    const surroundings = { process, manifest, members, root, tabs, events };
    const pages = createPageStack({
      pages: manifest.pages,
      tabs,
      create: (route, query, channel) => makePage(surroundings, route, query, channel),
      attach: attachPage,
      call,
      becomeReady: process.flushReady,
      changed: refresh,
      guard: guard.run,
    });
    const launch: LaunchOptions = { path, query, scene: 1001, referrerInfo: {} };
    return {
      process,
      pages,
      launch,
      app: app.instance,
      call: app.call,
      events: appEvents,
      apis,
      timers,
      releaseLanguage,
    };
  }

  function launch(path: string, query: Query): void {
    kill();
    phone.attach(host);
    run = start(path, query);
    try {
      run.process.runApp();
      followTheme(phone.wx, (method, result) => run?.call(method, result));
      for (const method of ['onLaunch', 'onShow']) callApp(method, run.launch);
      openFirst(run);
    } catch (error) {
      logError(log, options.locate, '', error);
      options.crashed(error);
    }
    refresh();
  }

  /**
   * Opens the page of the launch. If this page does not exist, calls `onPageNotFound`; without such a listener, opens
   * the home page.
   */
  function openFirst({ pages, events, launch: { path, query } }: Run): void {
    if (manifest.pages.includes(path)) pages.open(path, query);
    else if (events.hasListener('onPageNotFound'))
      events.emit('onPageNotFound', { path, query, isEntryPage: true });
    else {
      log.problemOnce(`page "${path}" is not found`);
      pages.open(homePage(manifest), {});
    }
  }

  function kill(): void {
    if (!run) return;
    run.timers.end();
    run.process.end();
    run.releaseLanguage();
    run.pages.drop();
    run = null;
    showRootFontSize();
    bars.clear();
    phone.kill();
  }

  /** Calls and logs a method of the app. */
  function callApp(method: string, ...args: unknown[]): void {
    log.add({ kind: 'life-cycle', name: `App.${method}`, route: '' });
    run?.call(method, ...args);
  }

  const go = (how: Parameters<AppHost['navigate']>[0], target: Parameters<AppHost['navigate']>[1]) =>
    guard.run(how, () => host.navigate(how, target));

  sheets.update(options.styles);
  const stopListening = [
    onMissingHandler(log.problemOnce),
    onUnfilledSlot(log.problemOnce),
    listenToEngine({ failed: guard.failed, warned: log.problemOnce }),
    phone.onError((error, where) => guard.failed(where, error)),
    listenToRejections(guard, (event) => run?.events.emit('onUnhandledRejection', event)),
  ];
  refresh();
  const drawTheme = (next: 'light' | 'dark') => {
    bars.theme = next;
    refresh();
  };

  return {
    launch,
    kill,
    get pages() {
      return run?.pages.stack ?? [];
    },
    get app() {
      return run?.app ?? null;
    },
    actions: {
      back: () => go('navigateBack', { delta: 1 }),
      capsule: createCapsule({ phone, bars, run: () => run, callApp, refresh }),
      openSettings: () => phone.press({ openType: 'openSetting', attributes: {}, emit: () => {} }),
      home: () => go('reLaunch', { url: `/${homePage(manifest)}` }),
      switchTab(pagePath) {
        go('switchTab', { url: `/${pagePath}` });
        const page = run?.pages.top;
        if (page) call(page, 'onTabItemTap', tabItemOf(manifest, pagePath));
      },
    },
    setTheme(next) {
      drawTheme(next);
      phone.setTheme(next);
    },
    drawTheme,
    setDevice(id) {
      bars.setDevice(id);
      sheets.resize(bars.device);
      inline.resize(root, bars.device);
      refresh();
      keyboard.place();
    },
    updateTemplates(templates) {
      const roots =
        run?.pages.stack.flatMap(({ root, tabBar }) => (tabBar === null ? [root] : [root, tabBar])) ?? [];
      run?.process.updateTemplates(templates, roots);
    },
    updateStyles: sheets.update,
    close() {
      kill();
      for (const stop of stopListening) stop();
      sheets.remove();
      keyboard.stop();
    },
  };
}
