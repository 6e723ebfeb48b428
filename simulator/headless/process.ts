/** One run of a mini-program, from launch to kill: its modules, its App, its page stack. */
import type { LaunchOptions } from '../types';
import type { Definition, Engine, Instance } from './engine';
import type { Globals } from './globals';
import { createLoader } from './loader';
import type { Modules } from './modules';
import { createPageLife } from './page-life';
import { createPages, type Pages } from './pages';
import type { Problems } from './problems';
import type { Project } from './project';

export interface Process {
  readonly pages: Pages;
  readonly launch: LaunchOptions;
  /** What `App()` was called with; undefined when there is no app.ts. */
  readonly app: Record<string, unknown> | undefined;
  /** The globals of this process. */
  readonly globals: Globals;
  /** Runs app.ts, `onLaunch` and `onShow`. @throws Error when app.ts cannot be run or calls no `App()`. */
  start(): void;
  /** Calls a method of the App, if it has it. */
  callApp(method: string, ...args: unknown[]): void;
}

interface Surroundings {
  engine: Engine;
  project: Project;
  modules: Modules;
  problems: Problems;
  wx: unknown;
  launch: LaunchOptions;
  report(message: string): void;
}

/** Prepares a process; nothing of the mini-program runs before `start`. */
export function createProcess(around: Surroundings): Process {
  const { engine, project, modules, problems, wx, launch, report } = around;
  let app: Definition | undefined;
  const life = createPageLife({ engine, loader: () => loader, problems });
  const loader = createLoader({ engine, project, modules, preparePage: life.prepare, report });
  const pages = createPages(project, life, problems);

  const callApp: Process['callApp'] = (method, ...args) => {
    const handler = app?.[method];
    if (typeof handler === 'function') problems.run(`App.${method}`, () => handler.apply(app, args));
  };

  return {
    pages,
    launch,
    get app() {
      return app;
    },
    globals: {
      wx,
      App: (definition: Definition) => {
        app = definition;
      },
      Page: (definition: Definition) => loader.capture({ kind: 'Page', options: definition }),
      Component: (definition: Definition) => loader.capture({ kind: 'Component', options: definition }),
      Behavior: (definition: Definition) => engine.behavior(definition),
      getApp: () => app,
      getCurrentPages: () => pages.stack.map(({ instance }): Instance => instance),
    },
    start() {
      const script = project.scriptOf(`${project.root}/app`);
      if (script === undefined) return;
      modules.run(script);
      if (app === undefined) throw new Error(`${project.nameOf(script)} does not call App().`);
      callApp('onLaunch', launch);
      callApp('onShow', launch);
    },
    callApp,
  };
}
