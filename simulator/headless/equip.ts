/** The members of `this` that WeChat gives to every page and component, besides what the engine gives them. */
import { dirname } from 'node:path/posix';
import { inertMembers } from '../inert-members';
import { guardSetData } from '../self-trigger';
import type { EngineNode, Instance } from './engine/engine';
import { writeModel } from './engine/models';
import { hideMembers } from './engine/view';
import { createIntersectionObserver, createMediaQueryObserver } from './observers';
import { createSelectorQuery, type QuerySurroundings } from './selector-query';

export interface EquipSurroundings extends QuerySurroundings {
  wx: Readonly<Record<string, unknown>>;
  /** Called with what a developer should know, once. */
  report(message: string): void;
  /** The tab bar component of the page that this node is in. */
  tabBarOf(root: EngineNode): Instance | null;
  /** Calls back when a view would have answered. */
  answer(name: string, run: () => void): void;
  /** A number for the page that this node is in; 0 while it is in none. */
  pageIdOf(root: EngineNode): number;
}

const NAVIGATION = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch'];

/**
 * Gives a new instance its members.
 * @param name The component's path from the root, e.g. `components/card/card`.
 * @param relationOf The engine's name for a key of `relations`.
 * @param pure Its `pureDataPattern`.
 */
export function equip(
  instance: Instance,
  name: string,
  relationOf: (key: string) => string,
  around: EquipSurroundings,
  pure?: RegExp,
): void {
  const { engine } = around;
  const node = instance._exparserNode;
  const root = () => rootOf(node);
  const select = (found: EngineNode | undefined) =>
    found === undefined || found === null ? null : engine.exportOf(found, instance);
  const router = routerOf(name, around.wx);
  const later = (run: () => void) => queueMicrotask(() => around.problems.run(`a callback of ${name}`, run));
  callBackLater(instance, name, around);
  guardSetData(instance, around.report, pure);
  bindModels(instance);
  around.instances.name(instance, () => around.pageIdOf(root()));
  Object.assign(instance, {
    is: name,
    renderer: 'webview',
    selectComponent: (selector: string) => select(node.shadowRoot?.querySelector(selector)),
    selectAllComponents: (selector: string) =>
      (node.shadowRoot?.querySelectorAll(selector) ?? []).map(select),
    createSelectorQuery: () => createSelectorQuery(() => instance, around),
    createMediaQueryObserver: () => createMediaQueryObserver(around.viewport, later),
    createIntersectionObserver: () =>
      createIntersectionObserver(() =>
        around.report(
          `${name}: createIntersectionObserver never calls its listener on the headless stage: there is no layout. A test can call the listener's code itself.`,
        ),
      ),
    getTabBar: () => around.tabBarOf(root()),
    getPageId: () => `pageId:${around.pageIdOf(root())}`,
    getRelationNodes: (key: string) =>
      (node.getRelationNodes?.(relationOf(key)) ?? []).map(engine.instanceOf),
    groupSetData: (run?: () => void) => run?.(),
    ...inertMembers(name, around.report, later),
    router,
    pageRouter: router,
  });
  // The engine gives a node its dataset when its template does.
  Object.defineProperty(instance, 'dataset', { get: () => node.dataset ?? {}, configurable: true });
  hideMembers(instance);
}

/** The page that a node is in: itself, or the outermost host around it. */
export function rootOf(node: EngineNode): EngineNode {
  const host = node.ownerShadowRoot?.getHostNode();
  return host === undefined || host === node ? node : rootOf(host);
}

/** `this.router`: as `wx.navigateTo` and its kin, but addresses are relative to the component's own file. */
function routerOf(name: string, wx: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const call = (api: string, option: Readonly<Record<string, unknown>>) =>
    (wx[api] as (option: unknown) => unknown)(option);
  const resolve = (url: string) =>
    url.startsWith('/') ? url : new URL(url, `http://x/${dirname(name)}/`).href.slice('http://x'.length);
  return {
    ...Object.fromEntries(
      NAVIGATION.map((api) => [
        api,
        (option: Readonly<Record<string, unknown>>) =>
          call(api, typeof option?.url === 'string' ? { ...option, url: resolve(option.url) } : option),
      ]),
    ),
    navigateBack: (option: Readonly<Record<string, unknown>> = {}) => call('navigateBack', option),
  };
}

/** What a component writes into a property that is bound with `model:` becomes the owner's data. */
function bindModels(instance: Instance): void {
  const node = instance._exparserNode;
  const { setData } = instance;
  instance.setData = (data, callback) => {
    setData.call(instance, data, callback);
    const written = new Set(Object.keys(data ?? {}).map((key) => key.split(/[.[]/)[0] ?? ''));
    for (const property of written) writeModel(node, property, instance.data[property]);
  };
}

/** The callback of `setData` comes with the view's answer, and has the instance as `this`. What it throws is kept. */
function callBackLater(instance: Instance, name: string, { problems, answer }: EquipSurroundings): void {
  const { setData } = instance;
  instance.setData = (data, callback) => {
    setData.call(instance, data);
    if (typeof callback !== 'function') return;
    answer(name, () => problems.run(`the callback of setData of ${name}`, () => callback.call(instance)));
  };
}
