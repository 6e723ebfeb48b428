/** A page on the stage: its instance in the engine, and the window that it shows in. */
import type { Manifest } from '../../vite/program/types';
import type { MiniprogramProcess } from '../engine/process';
import type { OpenPage, PageInstance } from './page-stack';
import { createPageWindow } from './page-window';

/** What a page's window tells the stage. */
export interface PageEvents {
  /** Calls a method of the page, if it has one. */
  call(page: OpenPage, method: string, ...args: unknown[]): void;
  pulledDown(page: OpenPage): void;
}

/** WeChat's default of `onReachBottomDistance`, px. */
const REACH_BOTTOM = 50;

/**
 * Makes a page that is not in the document yet.
 * @throws Error when there is no such page, or whatever its script throws.
 */
export function makePage(
  process: MiniprogramProcess,
  { app, units }: Manifest,
  root: HTMLElement,
  route: string,
  options: Readonly<Record<string, string>>,
  events: PageEvents,
): OpenPage {
  const query = Object.entries(options)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const created = process.createPage(route, query);
  const instance = created.get() as unknown as PageInstance;
  Object.assign(instance, { route, __route__: route, options });
  const json = { ...(app.window as object | undefined), ...units[route]?.json } as Record<string, unknown>;
  const { onReachBottomDistance: distance } = json;
  const page: OpenPage = {
    route,
    options,
    root: created,
    instance,
    ready: false,
    barCalls: [],
    window: createPageWindow(root, {
      distance: typeof distance === 'number' ? distance : REACH_BOTTOM,
      pull: json.enablePullDownRefresh === true,
      events: {
        scrolled: (scrollTop) => events.call(page, 'onPageScroll', { scrollTop }),
        reachedBottom: () => events.call(page, 'onReachBottom'),
        pulledDown: () => events.pulledDown(page),
      },
    }),
  };
  return page;
}

/** Puts a page into the document. */
export function attachPage({ root, window, route }: OpenPage): void {
  const placeholder = document.createElement('div');
  window.scroller.append(placeholder);
  root.attach(window.scroller as never, placeholder as never);
  (root.getComponent().$$ as unknown as HTMLElement).dataset.route = route;
}
