/** The stage's interface for the phone: it has the pages. */
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { createInertCloud } from '../program/inert-cloud';
import { isFile } from '../sources/text-file';
import type { AppHost } from '../types';
import type { Engine } from './engine/engine';
import type { OpenPage } from './page-life';
import type { Problems } from './problems';
import type { Process } from './process';
import type { Project } from './project';

interface Surroundings {
  engine: Engine;
  project: Project;
  problems: Problems;
  /** Reports a message to the developer, once per message. */
  report(message: string): void;
  /** The running process. */
  process(): Process | undefined;
}

/** Creates the argument of `phone.attach`. */
export function createHost({ engine, project, problems, process, report }: Surroundings): AppHost {
  const running = (): Process => {
    const one = process();
    if (one === undefined) throw new Error('The mini-program is not running.');
    return one;
  };
  return {
    config: project.config,
    fallback: { ...engine.stubs, cloud: createInertCloud(problems.add) },
    get apis() {
      return process()?.apis ?? {};
    },
    launchOptions: () => running().launch,
    pages: () =>
      (process()?.pages.stack ?? []).map(({ route, options: query }) => ({ route, options: query })),
    navigate: (how, target) => running().pages.navigate(how, target),
    due: () => process()?.timers.due() ?? process()?.view.due(),
    packageFile(path) {
      const file = join(project.root, path);
      if (!file.startsWith(project.root + sep)) return undefined;
      try {
        return isFile(file) ? new Uint8Array(readFileSync(file)) : undefined;
      } catch {
        return undefined;
      }
    },
    chrome(api, args) {
      const page = process()?.pages.stack.at(-1);
      if (page === undefined) return;
      if (api === 'setNavigationBarTitle') page.title = String(args.title ?? '');
      if (api === 'pageScrollTo') {
        report(
          'wx.pageScrollTo: the headless stage does not scroll, and does not call onPageScroll. A test may call it.',
        );
      }
      if (api === 'startPullDownRefresh') callPage(page, problems, 'onPullDownRefresh');
    },
  };
}

/** Calls a method of a page, if the page has it. */
export function callPage(page: OpenPage, problems: Problems, method: string, ...args: unknown[]): void {
  const handler = page.instance[method];
  if (typeof handler === 'function')
    problems.run(`${method} of ${page.route}`, () => handler.apply(page.instance, args));
}
