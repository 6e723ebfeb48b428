/** The life cycle of a page, in WeChat's order: onLoad, onShow, onReady, onHide, onUnload. */

import { kindOf } from '../kind-of';
import { copyOf } from '../program/data-copy';
import { readyOrder } from '../program/ready-order';
import { SetDataError } from '../program/set-data-check';
import type { Engine, EngineNode, Instance } from './engine/engine';
import { type EquipSurroundings, equip, rootOf } from './equip';
import type { EmptyEventChannel, EventChannel } from './event-channel';
import type { Loader } from './loader';
import type { Project } from './project';

/** A page in the stack. */
export interface OpenPage {
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
  readonly instance: Instance;
  readonly dom: HTMLElement;
  readonly setDataCalls: Readonly<Record<string, unknown>>[];
  /** The page, and its custom tab bar if it has one. */
  readonly components: readonly ReturnType<Engine['create']>[];
  /** The title in the navigation bar. */
  title: string;
  ready: boolean;
}

/** The parent of a node; for the root of a component's tree, the component's host. */
const outerNode = (node: EngineNode): EngineNode | null =>
  node.parentNode ?? node.ownerShadowRoot?.getHostNode() ?? null;

export interface PageLife {
  /**
   * Adds the members to every new instance. The page that is being opened also gets its route, its options and a
   * recording `setData`.
   * @param relationOf Converts a key of `relations` to the engine's name.
   */
  prepare(instance: Instance, name: string, relationOf: (key: string) => string): void;
  /** Call it when an instance enters the document. If its page has been shown already, `ready` runs soon after. */
  attached(instance: Instance): void;
  /** Creates a page. @param channel The opened page's end of the channel to its opener. */
  create(route: string, options: Readonly<Record<string, string>>, channel?: EventChannel): OpenPage;
  /** Puts the page into the document, then calls `onLoad`. */
  enter(page: OpenPage): void;
  /**
   * Calls `onShow` and, the first time, `onReady`.
   * @param comesBack WeChat returned to the foreground, without a navigation.
   */
  appear(page: OpenPage, comesBack?: boolean): void;
  /** Calls `onHide`. The page stays in the document; it is hidden if another page covers it. */
  disappear(page: OpenPage, covered: boolean): void;
  /** Calls `onUnload`, then removes the page from the document. */
  leave(page: OpenPage): void;
}

interface Surroundings extends Omit<EquipSurroundings, 'tabBarOf' | 'pageIdOf'> {
  loader(): Loader;
  project: Project;
}

/** The page that is being created. */
interface Opening extends Pick<OpenPage, 'route' | 'options' | 'setDataCalls'> {
  /** The engine's id. */
  readonly id: string;
  readonly channel: EventChannel | EmptyEventChannel;
  tabBar?: ReturnType<Engine['create']>;
}

/** The path of the custom tab bar's component. */
const TAB_BAR = 'custom-tab-bar/index';

/** Creates the pages of one process. */
export function createPageLife(around: Surroundings): PageLife {
  const { engine, loader, problems, project } = around;
  let opening: Opening | undefined;
  /** The node of a page or custom tab bar → the page's tab bar. */
  const tabBars = new WeakMap<EngineNode, Instance>();
  const pageIds = new WeakMap<EngineNode, number>();
  const equipment: EquipSurroundings = {
    ...around,
    tabBarOf: (root) => tabBars.get(root) ?? null,
    pageIdOf: (root) => pageIds.get(root) ?? 0,
  };
  let lastPageId = 0;

  const call = (page: OpenPage, method: string, ...args: unknown[]) => {
    const handler = page.instance[method];
    if (typeof handler === 'function')
      problems.run(`${method} of ${page.route}`, () => handler.apply(page.instance, args));
  };

  function prepare(
    instance: Instance,
    name: string,
    relationOf: (key: string) => string,
    pure?: RegExp,
  ): void {
    equip(instance, name, relationOf, equipment, pure);
    const page = opening;
    if (page === undefined || instance._exparserNode.is !== page.id) return;
    const { route, options, setDataCalls, channel } = page;
    opening = undefined;
    lastPageId += 1;
    pageIds.set(instance._exparserNode, lastPageId);
    Object.assign(instance, { route, __route__: route, options, getOpenerEventChannel: () => channel });
    // Create the tab bar before the page: `getTabBar` must work from `onLoad` on.
    const tabBar = createTabBar(route);
    if (tabBar !== undefined) {
      page.tabBar = tabBar;
      tabBars.set(instance._exparserNode, tabBar.instance);
    }
    const { setData } = instance;
    instance.setData = (data, callback) => {
      // A copy, because the mini-program may modify the objects later.
      const fields = kindOf(data) === 'Object' ? copyOf(data) : {};
      const entry = { ...(fields as Readonly<Record<string, unknown>>) };
      setDataCalls.push(entry);
      try {
        setData.call(instance, data, callback);
      } catch (error) {
        // Forget the call only if `setData` rejected the data. After an exception during rendering, the data has been
        // set.
        if (error instanceof SetDataError) setDataCalls.splice(setDataCalls.indexOf(entry), 1);
        throw error;
      }
    };
  }

  function createTabBar(route: string): ReturnType<Engine['create']> | undefined {
    if (project.config.tabBar?.custom !== true || !project.isTab(route)) return undefined;
    const id = loader().component(TAB_BAR);
    return id === undefined ? undefined : engine.create(id);
  }

  const create: PageLife['create'] = (route, options, channel) => {
    const id = loader().page(route);
    const setDataCalls: OpenPage['setDataCalls'] = [];
    const page: Opening = { id, route, options, setDataCalls, channel: channel ?? {} };
    opening = page;
    const component = engine.create(id);
    opening = undefined;
    engine.setProperties(component, options);
    const dom = document.createElement('div');
    dom.dataset.route = route;
    document.body.appendChild(dom);
    const { window } = project.config;
    const { navigationBarTitleText } = project.configOf(`${project.root}/${route}`);
    return {
      route,
      options,
      instance: component.instance,
      dom,
      setDataCalls,
      components: page.tabBar === undefined ? [component] : [component, page.tabBar],
      title: navigationBarTitleText ?? window?.navigationBarTitleText ?? '',
      ready: false,
    };
  };

  /**
   * Pages after their first rendering. Components that are added to them later run `ready` after their own rendering.
   */
  const drawn = new WeakSet<EngineNode>();
  let waiting: EngineNode[] = [];

  function attached({ _exparserNode: node }: Instance): void {
    if (!drawn.has(rootOf(node))) return;
    if (waiting.length === 0) {
      queueMicrotask(() => {
        const late = readyOrder(waiting, outerNode);
        waiting = [];
        for (const one of late) one.triggerLifeTime('ready', []);
      });
    }
    waiting.push(node);
  }

  const notifyComponents = (page: OpenPage, event: string) => {
    for (const { _exparserNode } of page.components) _exparserNode.triggerPageLifeTime(event, []);
  };

  return {
    prepare,
    attached,
    create,
    enter(page) {
      for (const component of page.components) engine.attach(component, page.dom);
      call(page, 'onLoad', { ...page.options });
    },
    appear(page, comesBack = false) {
      page.dom.hidden = false;
      call(page, 'onShow');
      notifyComponents(page, 'show');
      if (!page.ready) {
        page.ready = true;
        for (const { _exparserNode } of page.components) drawn.add(_exparserNode);
        for (const component of page.components) engine.ready(component);
        call(page, 'onReady');
      }
      if (comesBack) return;
      // Routes have no animation here, so the route is done at once.
      call(page, 'onRouteDone');
      notifyComponents(page, 'routeDone');
    },
    disappear(page, covered) {
      call(page, 'onHide');
      notifyComponents(page, 'hide');
      page.dom.hidden = covered;
    },
    leave(page) {
      call(page, 'onUnload');
      for (const component of page.components) engine.detach(component);
      page.dom.remove();
    },
  };
}
