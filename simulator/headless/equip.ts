/** The members of `this` that WeChat adds to every page and component, as far as the engine does not add them. */
import { dirname } from 'node:path/posix';
import { inertMembers } from '../program/inert-members';
import { withCheckedArguments, withCheckedObserve } from '../program/member-arguments';
import { guardSetData } from '../program/self-trigger';
import type { EngineNode, Instance } from './engine/engine';
import { writeModel } from './engine/models';
import { hideMembers } from './engine/view';
import { hasBehavior } from './form-fields';
import { createIntersectionObserver, createMediaQueryObserver } from './observers';
import { createSelectorQuery, type QuerySurroundings } from './selector-query';

export interface EquipSurroundings extends QuerySurroundings {
  wx: Readonly<Record<string, unknown>>;
  /** Reports a message to the developer, once per message. */
  report(message: string): void;
  /** The tab bar component of the page that contains the node. */
  tabBarOf(root: EngineNode): Instance | null;
  /** Runs the function at the time when a phone's view would answer. */
  answer(name: string, run: () => void): void;
  /** The number of the page that contains the node; 0 if the node is in no page. */
  pageIdOf(root: EngineNode): number;
}

const NAVIGATION = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch'];

/**
 * Adds the members to a new instance.
 * @param name The component's path from the root, e.g. `components/card/card`.
 * @param relationOf Converts a key of `relations` to the engine's name.
 * @param pure The component's `pureDataPattern`.
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
  const selectOwner = instance.selectOwnerComponent as (() => unknown) | undefined;
  const later = (run: () => void) => queueMicrotask(() => around.problems.run(`a callback of ${name}`, run));
  callBackLater(instance, name, around);
  guardSetData(instance, around.report, pure);
  bindModels(instance);
  around.instances.name(instance, () => around.pageIdOf(root()));
  Object.assign(instance, {
    is: name,
    renderer: 'webview',
    createSelectorQuery: () => createSelectorQuery(() => instance, around),
    createMediaQueryObserver: () =>
      withCheckedObserve(name, createMediaQueryObserver(around.viewport, later)),
    createIntersectionObserver: () =>
      createIntersectionObserver(() =>
        around.report(
          `${name}: createIntersectionObserver never calls its listener on the headless stage: there is no layout. A test can call the listener's code itself.`,
        ),
      ),
    getTabBar: () => around.tabBarOf(root()),
    getPageId: () => `pageId:${around.pageIdOf(root())}`,
    ...withCheckedArguments(name, {
      selectComponent: (selector) => select(node.shadowRoot?.querySelector(selector as string)),
      selectAllComponents: (selector) =>
        (node.shadowRoot?.querySelectorAll(selector as string) ?? []).map(select),
      selectOwnerComponent: () => selectOwner?.call(instance),
      getRelationNodes: (key) => (node.getRelationNodes?.(relationOf(key)) ?? []).map(engine.instanceOf),
      groupSetData: (callback) => callback(),
      hasBehavior: (behavior) => typeof behavior === 'string' && hasBehavior(node, behavior),
    }),
    ...inertMembers(name, around.report, later),
    router,
    pageRouter: router,
  });
  // A getter: the engine sets the node's dataset later, while it renders the template.
  Object.defineProperty(instance, 'dataset', { get: () => node.dataset ?? {}, configurable: true });
  hideMembers(instance);
}

/** The page that contains the node: its outermost host, or the node itself. */
export function rootOf(node: EngineNode): EngineNode {
  const host = node.ownerShadowRoot?.getHostNode();
  return host === undefined || host === node ? node : rootOf(host);
}

/**
 * `this.router`: the functions of navigation, e.g. `wx.navigateTo`, with addresses relative to the component's own
 * file.
 */
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

/** When a component sets a property that is bound with `model:`, sets the owner's data as well. */
function bindModels(instance: Instance): void {
  const node = instance._exparserNode;
  const { setData } = instance;
  instance.setData = (data, callback) => {
    setData.call(instance, data, callback);
    const written = new Set(Object.keys(data ?? {}).map((key) => key.split(/[.[]/)[0] ?? ''));
    for (const property of written) writeModel(node, property, instance.data[property]);
  };
}

/**
 * Calls the callback of `setData` later, when the view answers, with the instance as `this`. Its exceptions are
 * recorded.
 */
function callBackLater(instance: Instance, name: string, { problems, answer }: EquipSurroundings): void {
  const { setData } = instance;
  instance.setData = (data, callback) => {
    setData.call(instance, data);
    if (typeof callback !== 'function') return;
    answer(name, () => problems.run(`the callback of setData of ${name}`, () => callback.call(instance)));
  };
}
