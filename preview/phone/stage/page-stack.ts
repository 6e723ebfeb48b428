/** The page stack of one process: life cycle in WeChat's order, and the rules of navigation. */
import type { Root } from 'glass-easel-miniprogram-adapter';
import {
  createEventChannel,
  type EmptyEventChannel,
  type EventChannel,
} from '../../../simulator/headless/event-channel';
import { Refusal } from '../../../simulator/headless/refusal';
import { parseNavigation } from '../../../simulator/headless/url';
import type { AppHost } from '../../../simulator/types';
import type { PageWindow } from './page-window';

/** At most ten pages (typings 5.2.3, `wx.navigateTo`). */
const MAX_PAGES = 10;

type Query = Readonly<Record<string, string>>;
/** `this` of a page. */
export type PageInstance = Record<string, unknown> & { data: Record<string, unknown> };

/** One page of the stack. */
export interface OpenPage {
  readonly route: string;
  readonly options: Query;
  readonly root: Root;
  readonly instance: PageInstance;
  /** The custom tab bar of a tab page; null = none. */
  readonly tabBar: Root | null;
  readonly window: PageWindow;
  ready: boolean;
  /**
   * Calls that change the bars, e.g. `wx.setNavigationBarTitle`. They are stored, because a change of the theme
   * computes the bars again.
   */
  readonly barCalls: { api: string; args: Readonly<Record<string, unknown>> }[];
}

/** The stage's functions and data that the stack uses. */
interface PageStackOptions {
  pages: readonly string[];
  /** Routes of the tab bar. */
  tabs: readonly string[];
  /** Creates a page and its window. They are not in the document yet. */
  create(route: string, options: Query, channel: EventChannel | EmptyEventChannel): OpenPage;
  /** Puts the page into the document. */
  attach(page: OpenPage): void;
  /** Calls a life-cycle method, if the page has it. */
  call(page: OpenPage, method: string, ...args: unknown[]): void;
  /** Called after the page's first `onShow`. */
  becomeReady(page: OpenPage): void;
  /** Called when another page is on top. The stage must then redraw the bars. */
  changed(): void;
  /** Runs code of the mini-program and reports its exceptions. */
  guard(where: string, run: () => void): void;
}

/** The pages of one process. */
export interface PageStack {
  /** Bottom to top. */
  readonly stack: readonly OpenPage[];
  readonly top: OpenPage | undefined;
  /** `AppHost.navigate`. Rejects with WeChat's error message. */
  readonly navigate: AppHost['navigate'];
  /** Opens the first page of a process. */
  open(route: string, options: Query): void;
  /** Hides or shows the page on top, when the mini-program goes to the background or comes back. */
  background(hidden: boolean): void;
  /** Removes all pages at the end of the process. Their life-cycle functions are not called. */
  drop(): void;
}

/** Creates an empty stack. */
export function createPageStack(options: PageStackOptions): PageStack {
  const { attach, call, changed } = options;
  const create = (route: string, query: Query, channel: EventChannel | EmptyEventChannel = {}) =>
    options.create(route, query, channel);
  const callComponents = ({ root, tabBar }: OpenPage, event: string) => {
    for (const one of [root, tabBar]) one?.getComponent().triggerPageLifetime(event, []);
  };
  const release = ({ root, tabBar, window }: OpenPage) => {
    root.release();
    tabBar?.release();
    window.remove();
  };
  let stack: OpenPage[] = [];
  /** The opened tab pages. They keep their state while another tab is shown. */
  const tabs = new Map<string, OpenPage>();
  const top = () => stack.at(-1);

  function appear(page: OpenPage): void {
    page.window.show(true);
    changed();
    call(page, 'onShow');
    callComponents(page, 'show');
    if (!page.ready) {
      page.ready = true;
      options.becomeReady(page);
      call(page, 'onReady');
    }
    // The preview has no animation between pages, so the route is done at once.
    call(page, 'onRouteDone');
    callComponents(page, 'routeDone');
  }

  function disappear(page: OpenPage): void {
    call(page, 'onHide');
    callComponents(page, 'hide');
    page.window.show(false);
  }

  function leave(page: OpenPage): void {
    if (tabs.get(page.route) === page) tabs.delete(page.route);
    call(page, 'onUnload');
    release(page);
  }

  function enter(page: OpenPage): void {
    stack.push(page);
    if (options.tabs.includes(page.route)) tabs.set(page.route, page);
    attach(page);
    call(page, 'onLoad', { ...page.options });
    appear(page);
  }

  function push(route: string, query: Query, channel?: EventChannel): void {
    const page = create(route, query, channel);
    const below = top();
    if (below) disappear(below);
    enter(page);
  }

  /** Shows a tab page and unloads the pages above it. Other tab pages keep their state. */
  function switchTo(route: string): void {
    const known = tabs.get(route);
    const before = top();
    if (known && known === before) return;
    for (const page of [...stack].reverse()) {
      if (tabs.get(page.route) !== page) leave(page);
      else if (page === before) disappear(page);
    }
    stack = [];
    if (known) {
      stack = [known];
      appear(known);
    } else push(route, {});
  }

  function back(delta: number): void {
    if (stack.length <= 1) throw new Refusal('cannot navigate back at first page.');
    for (const page of stack.splice(Math.max(1, stack.length - delta)).reverse()) leave(page);
    const page = top();
    if (page) appear(page);
  }

  /** Opens a page. @returns the opener's end of the event channel */
  function pushWithChannel(route: string, query: Query, events: Readonly<Record<string, unknown>> = {}) {
    const { opener, opened } = createEventChannel((run) =>
      options.guard(`the event channel of ${route}`, run),
    );
    for (const [name, listener] of Object.entries(events)) {
      if (typeof listener === 'function') opener.on(name, (...args) => listener(...args));
    }
    push(route, query, opened);
    return { eventChannel: opener };
  }

  const go: AppHost['navigate'] = async (how, target) => {
    if (!('url' in target)) {
      back(target.delta);
      return undefined;
    }
    const { route, query } = parseNavigation(target.url, top()?.route ?? '');
    if (!options.pages.includes(route)) throw new Refusal(`page "${route}" is not found`);
    const isTab = options.tabs.includes(route);
    if (how === 'switchTab') {
      if (!isTab) throw new Refusal('can not switchTab to no-tabBar page');
      switchTo(route);
    } else if (how === 'reLaunch') {
      const page = create(route, query);
      for (const old of [...new Set([...stack, ...tabs.values()])].reverse()) leave(old);
      stack = [];
      enter(page);
    } else if (isTab) {
      throw new Refusal(`can not ${how} a tabbar page`);
    } else if (how === 'redirectTo') {
      const page = create(route, query);
      const old = stack.pop();
      if (old) leave(old);
      enter(page);
    } else {
      if (stack.length >= MAX_PAGES) throw new Refusal('webview count limit exceed');
      return pushWithChannel(route, query, target.events);
    }
    return undefined;
  };

  const navigate: AppHost['navigate'] = async (how, target) => {
    try {
      return await go(how, target);
    } catch (error) {
      // If the page cannot be created, always report the error: the mini-program may ignore the failure.
      if (!(error instanceof Refusal))
        options.guard(`wx.${how}`, () => {
          throw error;
        });
      throw error;
    }
  };

  return {
    get stack() {
      return stack;
    },
    get top() {
      return top();
    },
    navigate,
    open: push,
    background(hidden) {
      const page = top();
      if (!page) return;
      call(page, hidden ? 'onHide' : 'onShow');
      callComponents(page, hidden ? 'hide' : 'show');
    },
    drop() {
      for (const page of new Set([...stack, ...tabs.values()])) {
        release(page);
      }
      stack = [];
      tabs.clear();
    },
  };
}
