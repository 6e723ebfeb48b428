/** The page stack of one process: life cycle in WeChat's order, and the rules of navigation. */
import type { AppHost } from '../types';
import type { Engine, Instance } from './engine';
import type { Loader } from './loader';
import type { Project } from './project';
import { parseUrl } from './url';

/** At most ten pages (typings 5.2.3, `wx.navigateTo`). */
const MAX_PAGES = 10;

/** One page of the stack. */
export interface OpenPage {
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
  readonly instance: Instance;
  readonly dom: HTMLElement;
  readonly setDataCalls: Readonly<Record<string, unknown>>[];
  readonly component: ReturnType<Engine['create']>;
  ready: boolean;
}

export interface Pages {
  /** Bottom to top. */
  readonly stack: readonly OpenPage[];
  /** `AppHost.navigate`: throws WeChat's reason. */
  readonly navigate: AppHost['navigate'];
  /** Opens a page on top, hiding the one below; a tab page as `switchTab` does. */
  open(route: string, query: Readonly<Record<string, string>>): OpenPage;
  /** The page on top is shown or hidden with the whole mini-program. */
  show(): void;
  hide(): void;
  /** Takes everything away without a word to the pages: the process is gone. */
  drop(): void;
}

interface Surroundings {
  engine: Engine;
  project: Project;
  loader(): Loader;
  /** Runs a piece of the mini-program; what it throws is kept and told. */
  run(where: string, work: () => void): void;
}

/** Makes the (empty) page stack of one process. `prepared` is what `preparePage` of the loader must call. */
export function createPages({ engine, project, loader, run }: Surroundings): Pages & {
  prepare(instance: Instance): void;
} {
  let stack: OpenPage[] = [];
  /** Tab pages stay alive when another tab is shown. */
  const tabs = new Map<string, OpenPage>();
  let opening: Pick<OpenPage, 'route' | 'options' | 'setDataCalls'> | undefined;

  const call = (page: OpenPage, method: string, ...args: unknown[]) => {
    const handler = page.instance[method];
    if (typeof handler === 'function')
      run(`${method} of ${page.route}`, () => handler.apply(page.instance, args));
  };

  function prepare(instance: Instance): void {
    if (opening === undefined) return;
    const { route, options, setDataCalls } = opening;
    Object.assign(instance, { route, __route__: route, is: route, options });
    const setData = instance.setData;
    instance.setData = (data, callback) => {
      setDataCalls.push({ ...data });
      setData.call(instance, data, callback);
    };
  }

  function create(route: string, options: Readonly<Record<string, string>>): OpenPage {
    const id = loader().page(route);
    const setDataCalls: OpenPage['setDataCalls'] = [];
    opening = { route, options, setDataCalls };
    const component = engine.create(id, options);
    opening = undefined;
    const dom = document.createElement('div');
    dom.dataset.route = route;
    document.body.appendChild(dom);
    const page: OpenPage = {
      route,
      options,
      instance: component.instance,
      dom,
      setDataCalls,
      component,
      ready: false,
    };
    return page;
  }

  function enter(page: OpenPage): void {
    engine.attach(page.component, page.dom);
    call(page, 'onLoad', { ...page.options });
  }

  function appear(page: OpenPage): void {
    page.dom.hidden = false;
    call(page, 'onShow');
    page.component._exparserNode.triggerPageLifeTime('show', []);
    if (page.ready) return;
    page.ready = true;
    engine.ready(page.component);
    call(page, 'onReady');
  }

  function disappear(page: OpenPage): void {
    call(page, 'onHide');
    page.component._exparserNode.triggerPageLifeTime('hide', []);
    page.dom.hidden = true;
  }

  function leave(page: OpenPage): void {
    tabs.delete(page.route);
    call(page, 'onUnload');
    engine.detach(page.component);
    page.dom.remove();
  }

  function push(route: string, options: Readonly<Record<string, string>>): OpenPage {
    const page = create(route, options);
    const below = stack.at(-1);
    if (below !== undefined) disappear(below);
    stack.push(page);
    if (project.tabs.includes(route)) tabs.set(route, page);
    enter(page);
    appear(page);
    return page;
  }

  /** Shows a tab; pages above it end, other tabs stay alive in the background. */
  function switchTo(route: string): OpenPage {
    const top = stack.at(-1);
    const known = tabs.get(route);
    if (known !== undefined && known === top) return known;
    for (const page of [...stack].reverse()) {
      if (tabs.get(page.route) !== page) leave(page);
      else if (page === top) disappear(page);
    }
    stack = [];
    if (known === undefined) return push(route, {});
    stack = [known];
    appear(known);
    return known;
  }

  const navigate: AppHost['navigate'] = async (how, target) => {
    if (!('url' in target)) {
      if (stack.length <= 1) throw new Error('cannot navigate back at first page.');
      for (const page of stack.splice(Math.max(1, stack.length - target.delta)).reverse()) leave(page);
      const top = stack.at(-1);
      if (top !== undefined) appear(top);
      return;
    }
    const { route, query } = parseUrl(target.url, stack.at(-1)?.route ?? '');
    if (!project.pages.includes(route)) throw new Error(`page "${route}" is not found`);
    const isTab = project.tabs.includes(route);
    switch (how) {
      case 'navigateTo':
        if (isTab) throw new Error('can not navigateTo a tabbar page');
        if (stack.length >= MAX_PAGES) throw new Error('webview count limit exceed');
        push(route, query);
        return;
      case 'redirectTo': {
        if (isTab) throw new Error('can not redirectTo a tabbar page');
        const old = stack.pop();
        if (old !== undefined) leave(old);
        const page = create(route, query);
        stack.push(page);
        enter(page);
        appear(page);
        return;
      }
      case 'switchTab':
        if (!isTab) throw new Error('can not switchTab to no-tabBar page');
        switchTo(route);
        return;
      case 'reLaunch':
        for (const page of new Set([...[...stack].reverse(), ...tabs.values()])) leave(page);
        stack = [];
        push(route, query);
    }
  };

  return {
    get stack() {
      return stack;
    },
    navigate,
    prepare,
    open: (route, query) =>
      project.tabs.includes(route) && stack.length > 0 ? switchTo(route) : push(route, query),
    show() {
      const top = stack.at(-1);
      if (top !== undefined) appear(top);
    },
    hide() {
      const top = stack.at(-1);
      if (top === undefined) return;
      call(top, 'onHide');
      top.component._exparserNode.triggerPageLifeTime('hide', []);
    },
    drop() {
      for (const page of new Set([...stack, ...tabs.values()])) page.dom.remove();
      stack = [];
      tabs.clear();
    },
  };
}
