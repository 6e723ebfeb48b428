/** One process of a mini-program, from launch to kill: its modules, its App, its page stack. */

import { isAbsent } from '../program/absent-names';
import { followTheme } from '../program/app-theme';
import { definitionOf } from '../program/definition-check';
import { guardLanguage } from '../program/language-guard';
import { APP_TWICE } from '../program/messages';
import { createProcessGlobal } from '../program/process-global';
import type { ProcessTimers } from '../program/process-timers';
import { createWxNames } from '../program/wx-names';
import type { LaunchOptions, Phone } from '../types';
import { type AppEvents, createAppEvents } from './app-events';
import type { Definition, Engine, Instance } from './engine/engine';
import type { Globals } from './globals';
import { createInstances } from './instances';
import { createLoader, type Loader } from './loader';
import type { Modules } from './modules/modules';
import { createPageLife } from './page-life';
import { createPages, type Pages } from './pages';
import type { Problems } from './problems';
import type { Project } from './project';
import { createSelectorQuery } from './selector-query';
import { createHeadlessTimers } from './timers';
import { createViewAnswers, type ViewAnswers } from './view-answers';

export interface Process {
  readonly pages: Pages;
  readonly launch: LaunchOptions;
  readonly events: AppEvents;
  /** The argument of `App()`; undefined if there is no app.ts. */
  readonly app: Record<string, unknown> | undefined;
  /** The globals of this process. */
  readonly globals: Globals;
  readonly timers: ProcessTimers;
  readonly view: ViewAnswers;
  /** APIs of `wx` that belong to the pages, not to the phone. */
  readonly apis: Readonly<Record<string, unknown>>;
  /** Runs app.ts, `onLaunch` and `onShow`. @throws Error when app.ts throws or does not call `App()`. */
  start(): void;
  /** Calls a method of the App, if the App has it. */
  callApp(method: string, ...args: unknown[]): void;
  /** Ends the process without calling methods of the pages or the App. */
  end(): void;
}

interface Surroundings {
  engine: Engine;
  project: Project;
  modules: Modules;
  problems: Problems;
  /** The results of `requirePlugin`, by the plugin's name. */
  plugins: Readonly<Record<string, unknown>>;
  launch: LaunchOptions;
  phone: Pick<Phone, 'wx' | 'untapped' | 'pending' | 'clock'>;
  /** Called before the script of a page or component runs. `name` is its path from the root. */
  entering(name: string): void;
  viewport(): { width: number; height: number };
  report(message: string): void;
}

/** Creates a process. No code of the mini-program runs before `start`. */
export function createProcess(given: Surroundings): Process {
  const { project, modules, problems, launch, report } = given;
  const wx = given.phone.wx as unknown as Readonly<Record<string, unknown>>;
  const around = { ...given, wx };
  const releaseLanguage = guardLanguage(report);
  let app: Definition | undefined;
  /** The object that `getApp({ allowDefault: true })` returned before `App()` was called. */
  let defaultApp: Definition | undefined;
  const instances = createInstances<Instance>();
  const view = createViewAnswers();
  const life = createPageLife({
    ...around,
    instances,
    loader: () => loader,
    answer: (name, run) => view.answer(name, () => given.phone.untapped(run)),
  });
  const loader: Loader = createLoader({ ...around, prepare: life.prepare, attached: life.attached });
  const pages = createPages(project, life, problems);
  const events = createAppEvents(() => app, problems.run);
  const top = () => pages.stack.at(-1)?.instance;

  const callApp: Process['callApp'] = (method, ...args) => {
    const handler = app?.[method];
    if (typeof handler === 'function') problems.run(`App.${method}`, () => handler.apply(app, args));
  };

  const own = {
    wx,
    App: (given: Definition) => {
      const definition = definitionOf('App', given, 'app');
      if (app !== undefined) report(APP_TWICE);
      app = defaultApp === undefined ? definition : Object.assign(defaultApp, definition);
    },
    Page: (options: Definition) => loader.capture({ kind: 'Page', options }),
    Component: (options: Definition) => loader.capture({ kind: 'Component', options }),
    Behavior: (definition: Definition) => loader.behavior(definition),
    getApp: (options?: { allowDefault?: boolean }) => {
      if (app === undefined && options?.allowDefault === true) defaultApp ??= {};
      return app ?? defaultApp;
    },
    getCurrentPages: () => pages.stack.map(({ instance }): Instance => instance),
    requirePlugin: (given: unknown) => {
      const name = String(given);
      if (Object.hasOwn(around.plugins, name)) return around.plugins[name];
      throw new Error(
        `requirePlugin("${name}"): plugins come from WeChat's servers. Give a substitute: createHeadless({ plugins: { ${JSON.stringify(name)}: … } }).`,
      );
    },
  };
  const timers = createHeadlessTimers({
    root: project.root,
    run: (work) => given.phone.untapped(() => problems.run('a timer', work)),
    isWaiting: () => given.phone.pending > 0,
    report,
  });
  const endMoving = given.engine.runMoving({
    clock: given.phone.clock,
    fire: (node, name, detail) => given.phone.untapped(() => given.engine.fire(node, name, detail, false)),
    later: (run) => void timers.globals.setTimeout(run),
    fail: (error) => problems.add(error, 'a built-in component'),
    report: (node, message) => report(`${given.engine.ownerOf(node)?.is}: <swiper>: ${message}`),
  });
  const globals: Globals = {
    ...createWxNames({ ...project, configOf: (page) => project.configOf(`${project.root}/${page}`) }, wx),
    ...own,
  };
  const scope = { ...own, console: Object.create(console) as unknown, ...timers.globals };
  const { object: global, end: releaseGlobal } = createProcessGlobal(scope, {
    others: Object.keys(globals),
    isVisible: (key) => !isAbsent(key),
    sweeps: () => true,
    report,
  });

  return {
    pages,
    launch,
    events,
    get app() {
      return app;
    },
    globals,
    timers,
    view,
    apis: {
      ...events.apis,
      createSelectorQuery: () => createSelectorQuery(top, { ...around, instances }),
      createIntersectionObserver: (component?: object, options?: unknown) =>
        (instances.find(component) ?? top())?.createIntersectionObserver?.(options),
    },
    start() {
      modules.reset({ ...scope, global, globalThis: global });
      const script = project.scriptOf(`${project.root}/app`);
      if (script === undefined) return;
      modules.run(script);
      if (app === undefined) throw new Error(`${project.nameOf(script)} does not call App().`);
      followTheme(wx, callApp);
      callApp('onLaunch', launch);
      callApp('onShow', launch);
    },
    callApp,
    end() {
      timers.end();
      view.end();
      endMoving();
      pages.drop();
      loader.end();
      releaseGlobal();
      releaseLanguage();
    },
  };
}
