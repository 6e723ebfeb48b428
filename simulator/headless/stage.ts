/** Runs a mini-program in Jest on a simulated phone: App, pages, components, and a person who touches them. */
import type { AppHost, Phone } from '../types';
import { engine as loadEngine } from './engine/engine';
import { installGlobals, removeGlobals } from './globals';
import { createInertCloud } from './inert-cloud';
import { createTouches } from './interactions';
import { createModules, type Modules } from './modules';
import { type ActOptions, createPageHandle, type PageHandle } from './page';
import type { OpenPage } from './page-life';
import { createProblems } from './problems';
import { createProcess, type Process } from './process';
import { openProject } from './project';
import { onUnhandledRejection } from './rejections';
import { watchTimers } from './timers';

export interface HeadlessOptions {
  /** The folder with `app.json`, or that of the project, with `project.config.json`: absolute, or relative to the working directory. */
  root: string;
  phone: Phone;
  /** What `requirePlugin` gives, by the plugin's name. */
  plugins?: Readonly<Record<string, unknown>>;
  /**
   * Exceptions that the test expects: where this answers true, the App's `onError` hears of one, but no action throws it.
   * Of a promise that nobody looked at, the App's `onUnhandledRejection` hears, and Jest does not fail the test.
   */
  ignore?: (error: unknown, where: string) => boolean;
  /** Hears what a developer should know, e.g. an unknown tag. Default: console.warn. */
  report?: (message: string) => void;
  /** Runs the mini-program's code. Default: Jest's module registry, or Node's where there is no Jest. */
  modules?: Modules;
}

/** How the mini-program is opened. */
export interface LaunchRequest {
  /** Default: the entry page of app.json. It is opened by `open`, not by `launch`. */
  path?: string;
  query?: Readonly<Record<string, string>>;
  /** Where it was opened from. Default 1001, the list of mini-programs. */
  scene?: number;
}

/** A mini-program that runs. Every action settles the phone and throws what the mini-program threw. */
export interface Stage {
  readonly phone: Phone;
  /** What `getApp()` returns. @throws Error before the launch. */
  readonly app: Record<string, unknown>;
  /** The page stack, bottom to top. */
  readonly pages: readonly PageHandle[];
  /** The page on top. @throws Error when there is none. */
  readonly page: PageHandle;
  /** Starts the process: runs app.ts, `onLaunch`, `onShow`. Ends the one that runs. */
  launch(request?: LaunchRequest, options?: ActOptions): Promise<void>;
  /** Opens a page (and launches with it first, if nothing runs). `route` without a leading slash. */
  open(route: string, query?: Readonly<Record<string, string>>, options?: ActOptions): Promise<PageHandle>;
  /** Waits until the phone has nothing left to do by itself. */
  settle(): Promise<void>;
  /** The person leaves the mini-program … */
  hide(options?: ActOptions): Promise<void>;
  /** … and comes back. */
  show(options?: ActOptions): Promise<void>;
  /** The back button. */
  back(options?: ActOptions): Promise<void>;
  /** A tap on the tab bar: its text, or the page that it leads to. `onTabItemTap` hears of it. */
  tapTab(tab: string, options?: ActOptions): Promise<void>;
  /** The process ends without a word; storage and scopes stay. */
  kill(): void;
  /** The person deletes the mini-program: as `kill`, and storage, scopes and files are gone. */
  uninstall(): void;
  /** Kill, and launch again as before. */
  relaunch(options?: ActOptions): Promise<void>;
  /** Ends the process and takes the globals away. @throws what the mini-program threw and nobody has seen yet. */
  close(): void;
}

/**
 * Puts a mini-program on a phone.
 * @throws Error when `root` holds no mini-program.
 * @example
 * const stage = createHeadless({ root: 'miniprogram', phone });
 * const page = await stage.open('pages/user/user');
 * await page.tap({ text: '授权登录' });
 */
export function createHeadless(options: HeadlessOptions): Stage {
  const { phone, report = (message: string) => console.warn(message), ignore = () => false } = options;
  const engine = loadEngine();
  const project = openProject(options.root);
  const modules = options.modules ?? createModules(project.root);
  const problems = createProblems((error, where) => {
    process?.events.tell('onError', error instanceof Error ? (error.stack ?? error.message) : String(error));
    return ignore(error, where);
  });
  const reported = new Set<string>();
  const handles = new WeakMap<OpenPage, PageHandle>();
  const stopListening = [
    phone.onError(problems.add),
    onUnhandledRejection((reason, promise) => {
      process?.events.tell('onUnhandledRejection', { reason, promise });
      if (ignore(reason, 'a promise that nobody looked at')) promise.catch(() => {});
    }),
  ];
  let process: Process | undefined;
  let endTimers = () => {};
  let lastRequest: LaunchRequest = {};

  const running = (): Process => {
    if (process === undefined)
      throw new Error('The mini-program does not run: launch it or open a page first.');
    return process;
  };
  const settle = async () => {
    await phone.settle();
    problems.throwFirst();
  };
  const act = async (work: () => void, how: ActOptions = {}) => {
    work();
    problems.throwFirst();
    if (how.settle !== false) await settle();
  };
  const reportOnce = (message: string) => {
    if (reported.has(message)) return;
    reported.add(message);
    report(message);
  };

  const host: AppHost = {
    config: project.config,
    fallback: { ...engine.stubs, cloud: createInertCloud() },
    get apis() {
      return process?.apis ?? {};
    },
    launchOptions: () => running().launch,
    pages: () => (process?.pages.stack ?? []).map(({ route, options: query }) => ({ route, options: query })),
    navigate: (how, target) => running().pages.navigate(how, target),
    chrome(api, args) {
      const page = process?.pages.stack.at(-1);
      if (page === undefined) return;
      if (api === 'setNavigationBarTitle') page.title = String(args.title ?? '');
      if (api === 'startPullDownRefresh') callPage(page, 'onPullDownRefresh');
    },
  };

  function start(request: LaunchRequest): void {
    kill();
    lastRequest = request;
    phone.attach(host);
    engine.onError(problems.add);
    modules.reset();
    const launch = {
      path: request.path ?? project.entry,
      query: { ...request.query },
      scene: request.scene ?? 1001,
      referrerInfo: {},
    };
    process = createProcess({
      engine,
      project,
      modules,
      problems,
      wx: phone.wx as unknown as Readonly<Record<string, unknown>>,
      plugins: options.plugins ?? {},
      launch,
      viewport: () => ({ width: phone.device.screenWidth, height: phone.device.screenHeight }),
      report: reportOnce,
    });
    installGlobals(stage, process.globals);
    endTimers = watchTimers(project.root);
    process.start();
  }

  function kill(): void {
    if (process === undefined) return;
    endTimers();
    process.pages.drop();
    process = undefined;
    phone.kill();
  }

  function callPage(page: OpenPage, method: string, ...args: unknown[]): void {
    const handler = page.instance[method];
    if (typeof handler === 'function')
      problems.run(`${method} of ${page.route}`, () => handler.apply(page.instance, args));
  }

  function handleOf(page: OpenPage): PageHandle {
    const known = handles.get(page);
    if (known !== undefined) return known;
    const handle = createPageHandle(page, {
      engine,
      touches: createTouches(phone, engine, page.route, (error) => problems.add(error, page.route)),
      act,
      call(method) {
        if (typeof page.instance[method] !== 'function')
          throw new Error(`${page.route} has no method ${method}.`);
        callPage(page, method);
      },
      assertOnTop() {
        const top = process?.pages.stack.at(-1);
        if (top === page) return;
        throw new Error(
          `${page.route} cannot be touched: ${top === undefined ? 'it is closed' : `${top.route} is on top`}.`,
        );
      },
    });
    handles.set(page, handle);
    return handle;
  }

  const stage: Stage = {
    phone,
    settle,
    get app() {
      const { app } = running();
      if (app === undefined) throw new Error('This mini-program has no app.ts, so it has no App.');
      return app;
    },
    get pages() {
      return (process?.pages.stack ?? []).map(handleOf);
    },
    get page() {
      const top = running().pages.stack.at(-1);
      if (top === undefined) throw new Error('No page is open: open one first.');
      return handleOf(top);
    },
    launch: (request = {}, how) => act(() => start(request), how),
    async open(route, query = {}, how) {
      if (process === undefined) await act(() => start({ path: route, query }), { settle: false });
      if (!project.pages.includes(route)) {
        const { events, pages } = running();
        if (!events.hears('onPageNotFound')) {
          const listed = project.pages.map((page) => `  ${page}`).join('\n');
          throw new Error(`There is no page "${route}". app.json lists:\n${listed}`);
        }
        const isEntryPage = pages.stack.length === 0;
        await act(() => events.tell('onPageNotFound', { path: route, query, isEntryPage }), how);
        return stage.page;
      }
      let page: OpenPage | undefined;
      await act(() => {
        page = running().pages.open(route, query);
      }, how);
      return handleOf(page as OpenPage);
    },
    hide: (how) =>
      act(() => {
        running().pages.hide();
        running().callApp('onHide');
        phone.hide();
      }, how),
    show: (how) =>
      act(() => {
        phone.show();
        running().callApp('onShow', running().launch);
        running().pages.show();
      }, how),
    back: (how) =>
      act(() => {
        // Navigation is synchronous; only its refusal comes as a rejection.
        running()
          .pages.navigate('navigateBack', { delta: 1 })
          .catch((error) => problems.add(error, 'back'));
      }, how),
    tapTab: (tab, how) =>
      act(() => {
        const { pages } = running();
        const index = project.tabs.findIndex(({ text, pagePath }) => text === tab || pagePath === tab);
        const found = project.tabs[index];
        if (found === undefined) {
          const listed = project.tabs.map(({ text, pagePath }) => `  ${text ?? ''} ${pagePath}`).join('\n');
          throw new Error(`There is no tab "${tab}". The tab bar shows:\n${listed || '  nothing'}`);
        }
        if (!project.isTab(pages.stack.at(-1)?.route ?? ''))
          throw new Error(`No tab bar is showing: ${stage.page.route} is no tab.`);
        const page = pages.open(found.pagePath, {});
        callPage(page, 'onTabItemTap', {
          index: String(index),
          pagePath: found.pagePath,
          text: found.text ?? '',
        });
      }, how),
    kill,
    uninstall() {
      kill();
      phone.uninstall();
    },
    relaunch: (how) => act(() => start(lastRequest), how),
    close() {
      kill();
      for (const stop of stopListening) stop();
      removeGlobals(stage);
      problems.throwFirst();
    },
  };
  return stage;
}
