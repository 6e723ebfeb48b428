/** The page stack of one process: the life cycle in WeChat's order, and the rules of navigation. */
import type { AppHost } from '../types';
import { createEventChannel, type EventChannel } from './event-channel';
import type { OpenPage, PageLife } from './page-life';
import type { Problems } from './problems';
import type { Project } from './project';
import { Refusal } from './refusal';
import { parseNavigation } from './url';

/** At most ten pages (typings 5.2.3, `wx.navigateTo`). */
const MAX_PAGES = 10;

export interface Pages {
  /** From bottom to top. */
  readonly stack: readonly OpenPage[];
  /** `AppHost.navigate`: throws with WeChat's reason. */
  readonly navigate: AppHost['navigate'];
  /** Opens a page on top and hides the page below. Opens a tab page as `switchTab` does. */
  open(route: string, query: Readonly<Record<string, string>>): OpenPage;
  /** Shows the top page when the whole mini-program comes to the foreground. */
  show(): void;
  hide(): void;
  /** Removes all pages of an ended process, without calling their life-cycle functions. */
  drop(): void;
}

/** Creates the empty page stack of one process. */
export function createPages(project: Project, life: PageLife, problems: Problems): Pages {
  const { create, enter, appear, disappear } = life;
  let stack: OpenPage[] = [];
  /** Route → tab page. Tab pages stay alive while another tab is shown. */
  const tabs = new Map<string, OpenPage>();
  function leave(page: OpenPage): void {
    tabs.delete(page.route);
    life.leave(page);
  }

  function push(route: string, options: Readonly<Record<string, string>>, channel?: EventChannel): OpenPage {
    const page = create(route, options, channel);
    const below = stack.at(-1);
    if (below !== undefined) disappear(below, true);
    stack.push(page);
    if (project.isTab(route)) tabs.set(route, page);
    enter(page);
    appear(page);
    return page;
  }

  /** Opens a page with an event channel whose opener's end listens to `events`. @returns the opener's end. */
  function pushWithChannel(
    route: string,
    query: Readonly<Record<string, string>>,
    events: Readonly<Record<string, unknown>> = {},
  ): EventChannel {
    const { opener, opened } = createEventChannel((run) =>
      problems.run(`the event channel of ${route}`, run),
    );
    for (const [name, listener] of Object.entries(events)) {
      if (typeof listener === 'function') opener.on(name, (...args) => listener(...args));
    }
    push(route, query, opened);
    return opener;
  }

  /** Shows a tab. Pages above it are unloaded; other tabs stay alive in the background. */
  function switchTo(route: string): OpenPage {
    const top = stack.at(-1);
    const known = tabs.get(route);
    if (known !== undefined && known === top) return known;
    for (const page of [...stack].reverse()) {
      if (tabs.get(page.route) !== page) leave(page);
      else if (page === top) disappear(page, true);
    }
    stack = [];
    if (known === undefined) return push(route, {});
    stack = [known];
    appear(known);
    return known;
  }

  const go: AppHost['navigate'] = async (how, target) => {
    if (!('url' in target)) {
      if (stack.length <= 1) throw new Refusal('cannot navigate back at first page.');
      for (const page of stack.splice(Math.max(1, stack.length - target.delta)).reverse()) leave(page);
      const top = stack.at(-1);
      if (top !== undefined) appear(top);
      return undefined;
    }
    const { route, query } = parseNavigation(target.url, stack.at(-1)?.route ?? '');
    if (!project.pages.includes(route)) throw new Refusal(`page "${route}" is not found`);
    const isTab = project.isTab(route);
    switch (how) {
      case 'navigateTo':
        if (isTab) throw new Refusal('can not navigateTo a tabbar page');
        if (stack.length >= MAX_PAGES) throw new Refusal('webview count limit exceed');
        return { eventChannel: pushWithChannel(route, query, target.events) };
      case 'redirectTo': {
        if (isTab) throw new Refusal('can not redirectTo a tabbar page');
        const old = stack.pop();
        if (old !== undefined) leave(old);
        const page = create(route, query);
        stack.push(page);
        enter(page);
        appear(page);
        return undefined;
      }
      case 'switchTab':
        if (!isTab) throw new Refusal('can not switchTab to no-tabBar page');
        switchTo(route);
        return undefined;
      case 'reLaunch':
        for (const page of new Set([...[...stack].reverse(), ...tabs.values()])) leave(page);
        stack = [];
        push(route, query);
        return undefined;
      default:
        return undefined;
    }
  };

  const navigate: AppHost['navigate'] = async (how, target) => {
    try {
      return await go(how, target);
    } catch (error) {
      // An error while a page is created is a bug in the mini-program: report it even if the mini-program handles the
      // failure.
      if (!(error instanceof Refusal)) problems.add(error, `wx.${how}`);
      throw error;
    }
  };

  return {
    get stack() {
      return stack;
    },
    navigate,
    open: (route, query) => (project.isTab(route) && stack.length > 0 ? switchTo(route) : push(route, query)),
    show() {
      const top = stack.at(-1);
      if (top !== undefined) appear(top, true);
    },
    hide() {
      const top = stack.at(-1);
      if (top !== undefined) disappear(top, false);
    },
    drop() {
      for (const page of new Set([...stack, ...tabs.values()])) page.dom.remove();
      stack = [];
      tabs.clear();
    },
  };
}
