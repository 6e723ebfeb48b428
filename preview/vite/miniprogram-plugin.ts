/** The Vite plugin that compiles a mini-program into modules for the phone's frame, and updates them after changes. */
import { resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { assetMiddleware, emitAssets } from './assets';
import { errorsOf, programCompiler } from './program/compile';
import { type ModuleSource, moduleIds, modulesOf } from './program/modules';
import { formatProblem } from './program/problems';
import type { Problem, Program } from './program/types';
import { answerErrors } from './runtime-errors';

/** Event of the development server to the frames: the problems of the sources have changed. */
const PROBLEMS_EVENT = 'miniprogram:problems';

/** Options of the plugin. */
interface MiniprogramOptions {
  /** The folder with app.json. */
  root: string;
}

/** Delay before the first compilation, ms: an editor may save several files at once. */
const FIRST_DELAY = 8;
/**
 * Delay before the second compilation, ms. It finds changes that the first one has missed: for 50 ms after a change the
 * watcher reports no other change, and the first compilation may have read a file that was only partly written.
 */
const SECOND_DELAY = 80;

/** Maximum number of printed warnings. The others are only counted. */
const MAX_WARNINGS = 12;

/** The text for the terminal: errors with their code frames, warnings in one line each. */
function report(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').map(formatProblem);
  const warnings = problems
    .filter(({ severity }) => severity === 'warning')
    .map((problem) => formatProblem({ ...problem, frame: '' }));
  const left = warnings.length - MAX_WARNINGS;
  const shown = left > 0 ? [...warnings.slice(0, MAX_WARNINGS), `… and ${left} more warnings`] : warnings;
  return [...errors, ...(shown.length > 0 ? [shown.join('\n')] : [])].join('\n\n');
}

/** Creates the plugin for one mini-program. */
export function miniprogram({ root: folder }: MiniprogramOptions): Plugin {
  const root = resolve(folder);
  let compile = programCompiler({ root, dev: true });
  let modules = new Map<string, ModuleSource>();
  let lastReport = '';
  let running: Program | null = null;

  /** Stores a compiled program. @returns the ids of the modules that have changed */
  function take(program: Program): string[] {
    const next = modulesOf(program);
    const changed = [...next].filter(([id, { code }]) => modules.get(id)?.code !== code).map(([id]) => id);
    modules = next;
    running = program;
    return changed;
  }

  function publish(server: ViteDevServer, problems: readonly Problem[]): void {
    const text = report(problems);
    if (text === lastReport) return;
    lastReport = text;
    if (text === '') server.config.logger.info('the mini-program compiles again', { timestamp: true });
    else if (problems.some(({ severity }) => severity === 'error')) server.config.logger.error(text);
    else server.config.logger.warn(text);
    server.environments.client.hot.send(PROBLEMS_EVENT, problems);
  }

  async function refresh(server: ViteDevServer): Promise<void> {
    const program = await compile();
    const changed = take(program);
    publish(server, program.problems);
    const { client } = server.environments;
    for (const id of changed) {
      const module = client.moduleGraph.getModuleById(`\0${id}`);
      if (!module) continue;
      // Vite does the same for files. With `reloadModule` alone, a request in progress could store the old code in the
      // cache again.
      client.moduleGraph.invalidateModule(module);
      // `publish` has already sent the problems. Their module is only for the next page load.
      if (id !== moduleIds.problems) await client.reloadModule(module);
    }
  }

  function watch(server: ViteDevServer): void {
    const timers = new Map<number, NodeJS.Timeout>();
    /** The last compilation. Compilations run in order, so that an older result does not replace a newer one. */
    let queue = Promise.resolve();
    const refreshIn = (ms: number) => {
      clearTimeout(timers.get(ms));
      const run = () => {
        queue = queue
          .then(() => refresh(server))
          .catch((error: unknown) => server.config.logger.error(String(error)));
      };
      timers.set(ms, setTimeout(run, ms));
    };
    server.watcher.add(root);
    server.watcher.on('all', (_event, path) => {
      if (!resolve(path).startsWith(root + sep)) return;
      refreshIn(FIRST_DELAY);
      refreshIn(SECOND_DELAY);
    });
    server.httpServer?.once('close', () => {
      for (const timer of timers.values()) clearTimeout(timer);
    });
  }

  return {
    name: 'miniprogram',
    configResolved(config) {
      compile = programCompiler({ root, dev: config.command === 'serve' });
    },
    async buildStart() {
      const program = await compile();
      take(program);
      if (this.environment.mode === 'dev') {
        lastReport = report(program.problems);
        if (lastReport !== '') this.environment.logger.warn(lastReport);
        return;
      }
      const errors = errorsOf(program);
      if (errors.length > 0) this.error(`the mini-program does not compile\n\n${report(errors)}`);
      for (const problem of program.problems) this.warn(formatProblem(problem));
      emitAssets(this, root);
    },
    configureServer(server) {
      server.middlewares.use(assetMiddleware(root));
      watch(server);
      // A page misses events while it is loading, so send the problems when it connects.
      server.environments.client.hot.on('vite:client:connect', (_payload, client) =>
        client.send(PROBLEMS_EVENT, running?.problems ?? []),
      );
      answerErrors(server, () => running);
    },
    resolveId: {
      filter: { id: /^virtual:miniprogram\// },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: /^\0virtual:miniprogram\// },
      handler(id) {
        const module = modules.get(id.slice(1));
        return module ? { code: module.code, map: module.map ?? null } : null;
      },
    },
  };
}
