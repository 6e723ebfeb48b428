/** Runs a mini-program in Jest on a simulated phone: App, pages, components, and the user's touches. */

import { valueText } from '../kind-of';
import { routeNames } from '../program/wx-names';
import { engine as loadEngine } from './engine/engine';
import { takeFocusRequests } from './engine/focus-request';
import { changeGlobals, installGlobals, removeGlobals } from './globals';
import { callPage, createHost } from './host';
import { createTouches, type Touches } from './interactions';
import { createModules } from './modules';
import { settings } from './modules/settings';
import { type ActOptions, createPageHandle, type PageHandle } from './page';
import type { OpenPage } from './page-life';
import { createProblems } from './problems';
import { createProcess, type Process } from './process';
import { openProject } from './project';
import { onUnhandledRejection } from './rejections';
import type { HeadlessOptions, LaunchRequest, SettleOptions, Stage } from './stage-types';
import { findTab } from './tabs';

/**
 * The limit of focus changes while an action settles: two fields that take the focus from each other would never end.
 */
const MOST_FOCUS = 20;

/**
 * Installs a mini-program on a phone.
 * @throws Error when `root` contains no mini-program.
 * @example
 * const stage = createHeadless({ root: 'miniprogram', phone }); const page = await stage.open('pages/user/user'); await
 * page.tap({ text: '授权登录' });
 */
export function createHeadless(options: HeadlessOptions): Stage {
  const {
    phone,
    root,
    report = (message: string) => console.warn(message),
    ignore = () => false,
  } = options ?? {};
  if (typeof root !== 'string' || root === '')
    throw new Error(`createHeadless: root must be the folder of a mini-program, not ${valueText(root)}.`);
  if (typeof phone?.settle !== 'function')
    throw new Error(`createHeadless: phone must be a result of createPhone(), not ${valueText(phone)}.`);
  const engine = loadEngine();
  const project = openProject(root, settings().rootDir);
  const modules = options.modules ?? createModules(project.root);
  const problems = createProblems((error, where) => {
    process?.events.emit('onError', error instanceof Error ? (error.stack ?? error.message) : String(error));
    return ignore(error, where);
  });
  const reported = new Set<string>();
  const handles = new WeakMap<OpenPage, PageHandle>();
  const touches = new WeakMap<OpenPage, Touches>();
  const stopListening = [
    phone.onError(problems.add),
    onUnhandledRejection((reason, promise) => {
      process?.events.emit('onUnhandledRejection', { reason, promise });
      if (ignore(reason, 'an unhandled rejection')) promise.catch(() => {});
    }),
  ];
  let process: Process | undefined;
  let lastRequest: LaunchRequest = {};

  const running = (): Process => {
    if (process === undefined)
      throw new Error('The mini-program is not running: launch it or open a page first.');
    return process;
  };
  const settle = async ({ timers = 0 }: SettleOptions = {}) => {
    if (timers > 0) process?.timers.carry(timers);
    await phone.settle();
    problems.throwFirst();
    for (let round = 0; applyFocusRequests() && round < MOST_FOCUS; round += 1) {
      await phone.settle();
      problems.throwFirst();
    }
  };
  /** Executes the focus requests for fields of the top page. @returns whether there were any */
  function applyFocusRequests(): boolean {
    const stack = process?.pages.stack ?? [];
    const top = stack.at(-1);
    const ours = takeFocusRequests((element) => stack.some(({ dom }) => dom.contains(element)));
    const shown = ours.filter(({ element }) => top?.dom.contains(element) === true);
    for (const request of shown) touchesOf(top as OpenPage).applyFocus(request);
    return shown.length > 0;
  }
  const act = async (work: () => void, how: ActOptions = {}) => {
    process?.timers.begin();
    process?.view.begin();
    work();
    problems.throwFirst();
    if (how.settle !== false) await settle();
  };
  const reportOnce = (message: string) => {
    if (reported.has(message)) return;
    reported.add(message);
    report(message);
  };

  const host = createHost({ engine, project, problems, process: () => process, report: reportOnce });

  function start(request: LaunchRequest): void {
    kill();
    lastRequest = request;
    phone.attach(host);
    engine.onError(problems.add);
    engine.onMissingHandler(reportOnce);
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
      plugins: options.plugins ?? {},
      launch,
      phone,
      viewport: () => ({ width: phone.device.screenWidth, height: phone.device.screenHeight }),
      entering: (name) => changeGlobals(stage, routeNames(name)),
      report: reportOnce,
    });
    installGlobals(stage, process.globals);
    process.start();
  }

  async function launch(request: LaunchRequest = {}, how?: ActOptions): Promise<void> {
    if (modules.prepare !== undefined) await modules.prepare();
    await act(() => start(request), how);
  }

  function kill(): void {
    if (process === undefined) return;
    process.end();
    process = undefined;
    phone.kill();
  }

  function touchesOf(page: OpenPage): Touches {
    const known = touches.get(page);
    if (known !== undefined) return known;
    const fail = (error: unknown) => problems.add(error, page.route);
    const made = createTouches(phone, engine, page.route, fail, reportOnce);
    touches.set(page, made);
    return made;
  }

  function handleOf(page: OpenPage): PageHandle {
    const known = handles.get(page);
    if (known !== undefined) return known;
    const handle = createPageHandle(page, {
      engine,
      touches: touchesOf(page),
      act,
      call(method) {
        if (typeof page.instance[method] !== 'function')
          throw new Error(`${page.route} has no method ${method}.`);
        callPage(page, problems, method);
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
    entry: project.entry,
    get pages() {
      return (process?.pages.stack ?? []).map(handleOf);
    },
    get page() {
      const top = running().pages.stack.at(-1);
      if (top === undefined) throw new Error('No page is open: open one first.');
      return handleOf(top);
    },
    launch: (request, how) => launch(request, how),
    async open(route, query = {}, how) {
      if (process === undefined) await launch({ path: route, query }, { settle: false });
      if (!project.pages.includes(route)) {
        const { events, pages } = running();
        if (!events.hasListener('onPageNotFound')) {
          const listed = project.pages.map((page) => `  ${page}`).join('\n');
          throw new Error(`There is no page "${route}". app.json lists:\n${listed}`);
        }
        const isEntryPage = pages.stack.length === 0;
        await act(() => events.emit('onPageNotFound', { path: route, query, isEntryPage }), how);
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
        // Navigation is synchronous; only its failure arrives as a rejection.
        running()
          .pages.navigate('navigateBack', { delta: 1 })
          .catch((error) => problems.add(error, 'back'));
      }, how),
    tapTab: (tab, how) =>
      act(() => {
        const { index, pagePath, text } = findTab(project, tab, stage.page.route);
        const page = running().pages.open(pagePath, {});
        callPage(page, problems, 'onTabItemTap', { index: String(index), pagePath, text });
      }, how),
    kill,
    uninstall() {
      kill();
      phone.uninstall();
    },
    relaunch: (how) => launch(lastRequest, how),
    close() {
      kill();
      modules.end?.();
      for (const stop of stopListening) stop();
      removeGlobals(stage);
      problems.throwFirst();
    },
  };
  return stage;
}
