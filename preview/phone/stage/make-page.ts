/** Creates a page of the stage: its instance in the engine, and its window. */
import type { EmptyEventChannel, EventChannel } from '../../../simulator/headless/event-channel';
import { CUSTOM_TAB_BAR, type Manifest } from '../../vite/program/types';
import type { MiniprogramProcess } from '../engine/process';
import type { Members } from './members';
import type { OpenPage, PageInstance } from './page-stack';
import { createPageWindow } from './page-window';

/** Events from a page's window to the stage. */
interface PageEvents {
  /** Calls a method of the page, if it has one. */
  call(page: OpenPage, method: string, ...args: unknown[]): void;
  pulledDown(page: OpenPage): void;
}

/** The stage's objects that `makePage` uses. */
interface PageSurroundings {
  process: MiniprogramProcess;
  manifest: Manifest;
  members: Members;
  /** Holds the pages' windows. */
  root: HTMLElement;
  /** Routes of the tab bar. */
  tabs: readonly string[];
  events: PageEvents;
}

/** WeChat's default of `onReachBottomDistance`, px. */
const REACH_BOTTOM = 50;
let lastId = 0;

/**
 * Creates a page that is not in the document yet.
 * @throws Error if there is no such page; any error that its script throws
 */
export function makePage(
  { process, manifest, members, root, tabs, events }: PageSurroundings,
  route: string,
  options: Readonly<Record<string, string>>,
  channel: EventChannel | EmptyEventChannel,
): OpenPage {
  const { app, units } = manifest;
  const query = Object.entries(options)
    // The engine decodes the query, WeChat does not. Encode it here, so that the page gets the query as written.
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&');
  const created = process.createPage(route, query);
  const instance = created.get() as unknown as PageInstance;
  Object.assign(instance, { route, __route__: route, options });
  const hasTabBar = tabs.includes(route) && units[CUSTOM_TAB_BAR] !== undefined;
  const tabBar = hasTabBar ? process.createComponent(CUSTOM_TAB_BAR, 'custom-tab-bar') : null;
  lastId += 1;
  members.setPageParts(created.getComponent(), {
    id: lastId,
    tabBar: tabBar === null ? null : (tabBar.get() as object),
    channel,
  });
  const json = { ...(app.window as object | undefined), ...units[route]?.json } as Record<string, unknown>;
  const { onReachBottomDistance: distance } = json;
  const page: OpenPage = {
    route,
    options,
    root: created,
    instance,
    tabBar,
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
export function attachPage({ root, tabBar, window, route }: OpenPage): void {
  attach(root, window.scroller);
  if (tabBar !== null) {
    const bar = document.createElement('div');
    bar.className = 'wx-custom-tab-bar';
    window.element.append(bar);
    attach(tabBar, bar);
  }
  (root.getComponent().$$ as unknown as HTMLElement).dataset.route = route;
}

function attach(root: OpenPage['root'], parent: HTMLElement): void {
  const placeholder = document.createElement('div');
  parent.append(placeholder);
  root.attach(parent as never, placeholder as never);
}
