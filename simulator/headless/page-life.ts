/** One page's life, in WeChat's order: onLoad, onShow, onReady, onHide, onUnload. */
import { copyOf } from '../data-copy';
import { kindOf } from '../kind-of';
import { readyOrder } from '../ready-order';
import { SetDataError } from '../set-data-check';
import type { Engine, EngineNode, Instance } from './engine/engine';
import { type EquipSurroundings, equip, rootOf } from './equip';
import type { EmptyEventChannel, EventChannel } from './event-channel';
import type { Loader } from './loader';
import type { Project } from './project';

/** One page of the stack. */
export interface OpenPage {
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
  readonly instance: Instance;
  readonly dom: HTMLElement;
  readonly setDataCalls: Readonly<Record<string, unknown>>[];
  /** The page itself and, on a tab with a custom tab bar, that. */
  readonly components: readonly ReturnType<Engine['create']>[];
  /** What the navigation bar says. */
  title: string;
  ready: boolean;
}

/** The node around a node, out of the component whose template holds it too. */
const outerNode = (node: EngineNode): EngineNode | null =>
  node.parentNode ?? node.ownerShadowRoot?.getHostNode() ?? null;

export interface PageLife {
  /**
   * Gives every new instance its members; that of the page that is being opened also route, options and a counted
   * `setData`.
   * @param relationOf The engine's name for a key of `relations`.
   */
  prepare(instance: Instance, name: string, relationOf: (key: string) => string): void;
  /** An instance came into the document: on a page that has been shown, its `ready` follows. */
  attached(instance: Instance): void;
  /** @param channel The opened page's end of the channel to the page that opens it. */
  create(route: string, options: Readonly<Record<string, string>>, channel?: EventChannel): OpenPage;
  /** Into the document, then `onLoad`. */
  enter(page: OpenPage): void;
  /** `onShow`, and `onReady` the first time. @param comesBack WeChat came back into the foreground: no route was taken. */
  appear(page: OpenPage, comesBack?: boolean): void;
  /** `onHide`; the page stays in the document, hidden, unless the whole mini-program went away. */
  disappear(page: OpenPage, covered: boolean): void;
  /** `onUnload`, then out of the document. */
  leave(page: OpenPage): void;
}

interface Surroundings extends Omit<EquipSurroundings, 'tabBarOf' | 'pageIdOf'> {
  loader(): Loader;
  project: Project;
}

/** The page that is being created. */
interface Opening extends Pick<OpenPage, 'route' | 'options' | 'setDataCalls'> {
  /** The engine's. */
  readonly id: string;
  readonly channel: EventChannel | EmptyEventChannel;
  tabBar?: ReturnType<Engine['create']>;
}

/** Where the component of a custom tab bar lies. */
const TAB_BAR = 'custom-tab-bar/index';

/** Makes pages of one process. */
export function createPageLife(around: Surroundings): PageLife {
  const { engine, loader, problems, project } = around;
  let opening: Opening | undefined;
  /** By the node of a page or of a custom tab bar: that tab bar. */
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
    // The bar is there before the page: `getTabBar` works from `onLoad` on.
    const tabBar = createTabBar(route);
    if (tabBar !== undefined) {
      page.tabBar = tabBar;
      tabBars.set(instance._exparserNode, tabBar.instance);
    }
    const { setData } = instance;
    instance.setData = (data, callback) => {
      // A copy: the program may change the objects afterwards.
      const fields = kindOf(data) === 'Object' ? copyOf(data) : {};
      const entry = { ...(fields as Readonly<Record<string, unknown>>) };
      setDataCalls.push(entry);
      try {
        setData.call(instance, data, callback);
      } catch (error) {
        // An exception while drawing is no reason: the data is set then.
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

  /** Pages that are laid out: what comes into them later is ready as soon as it is drawn. */
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
      // There is no animation of a route: it is over at once.
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
