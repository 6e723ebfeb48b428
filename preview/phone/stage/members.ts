/** Members that `this` of pages and components has in WeChat, but not in the engine. */

import type { GeneralBehavior, GeneralComponent } from 'glass-easel';
import type { EmptyEventChannel, EventChannel } from '../../../simulator/headless/event-channel';
import { isObject } from '../../../simulator/kind-of';
import { inertMembers } from '../../../simulator/program/inert-members';
import {
  type MediaQueryObserver,
  withCheckedArguments,
  withCheckedObserve,
} from '../../../simulator/program/member-arguments';
import { hasBehavior } from '../engine/form-behaviors';
import { type Caller, createSelectorQuery, type QuerySurroundings } from './selector-query';

/** Values of one page. The page and every component in it return them. */
interface PageParts {
  /** Unique number of the page. */
  readonly id: number;
  /** `this` of the custom tab bar; null = none. */
  readonly tabBar: object | null;
  /** The page's end of the channel to the page that opened it. */
  readonly channel: EventChannel | EmptyEventChannel;
}

/** Adds these members to new instances. */
export interface Members {
  /** Adds the members to a new instance. Call it before the instance's code runs. */
  addMembers(instance: object, component: GeneralComponent): void;
  /** Stores the values of a page. */
  setPageParts(page: GeneralComponent, parts: PageParts): void;
}

const NAVIGATION = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch'] as const;

/**
 * Members that only glass-easel adds. They are set to undefined, because phones lack them (typings 5.2.3,
 * lib.wx.glass-easel.component.d.ts).
 */
const EASEL_ONLY = [
  'asInstanceOf',
  'general',
  'groupUpdates',
  'spliceArrayDataOnPath',
  'traitBehavior',
  'updateData',
];

type Api = (option?: unknown) => unknown;

/** The engine's members of `this` that check their arguments differently from a phone. */
function checkedMembers(instance: object, component: GeneralComponent): Record<string, unknown> {
  const own = instance as Readonly<Record<string, (...args: unknown[]) => unknown>>;
  const engine = (member: string) => own[member]?.bind(instance) ?? (() => undefined);
  const members = withCheckedArguments(component.is, {
    selectComponent: engine('selectComponent'),
    selectAllComponents: engine('selectAllComponents'),
    selectOwnerComponent: engine('selectOwnerComponent'),
    getRelationNodes: engine('getRelationNodes'),
    groupSetData: engine('groupSetData'),
    hasBehavior(behavior) {
      if (typeof behavior === 'string') return hasBehavior(component, behavior);
      return isDefinedBehavior(behavior) && component.hasBehavior(behavior._$);
    },
  });
  const observer = engine('createMediaQueryObserver') as () => MediaQueryObserver;
  return {
    ...members,
    createMediaQueryObserver: () => withCheckedObserve(component.is, observer()),
  };
}

/** Whether `Behavior()` has returned the value. */
const isDefinedBehavior = (value: unknown): value is { _$: GeneralBehavior } =>
  isObject(value) && '_$' in value;

/** The stage's objects that `createMembers` uses. */
interface MembersOptions extends QuerySurroundings {
  /** The `wx` object of the mini-program. */
  wx: object;
  /** Called with messages for the developer, each text once. */
  report(message: string): void;
}

/** Creates the members of one process. */
export function createMembers(options: MembersOptions): Members {
  const { wx, instances, report } = options;
  const parts = new WeakMap<GeneralComponent, PageParts>();
  const partsOf = (component: GeneralComponent): PageParts | undefined => {
    const host = component.ownerShadowRoot?.getHostNode();
    return host === undefined || host === component ? parts.get(component) : partsOf(host);
  };

  /** `this.router`: its URLs are relative to the component's own file. */
  function routerOf(path: string): Record<string, Api> {
    const call = (api: string, option: unknown) => (wx as Record<string, Api>)[api]?.(option);
    const here = new URL(`/${path}`, 'http://mini-program');
    const go = (api: string): Api => {
      return (option) => {
        const { url } = (option ?? {}) as { url?: unknown };
        if (typeof url !== 'string') return call(api, option);
        const { pathname, search } = new URL(url, here);
        return call(api, { ...(option as object), url: pathname + search });
      };
    };
    return {
      ...Object.fromEntries(NAVIGATION.map((api) => [api, go(api)])),
      navigateBack: (option = {}) => call('navigateBack', option),
    };
  }

  return {
    addMembers(instance, component) {
      const router = routerOf(component.is);
      const members: Record<string, unknown> = {
        renderer: 'webview',
        router,
        pageRouter: router,
        getTabBar: () => partsOf(component)?.tabBar ?? null,
        getPageId: () => `pageId:${partsOf(component)?.id ?? 0}`,
        ...inertMembers(component.is, report, queueMicrotask),
      };
      // Not enumerable: if the mini-program passes an instance to `setData`, these members must not become data.
      const hide = (name: string, value: unknown) =>
        Object.defineProperty(instance, name, {
          value,
          writable: true,
          configurable: true,
          enumerable: false,
        });
      hide('_$', component);
      for (const [name, value] of Object.entries(members)) if (!(name in instance)) hide(name, value);
      for (const name of EASEL_ONLY) hide(name, undefined);
      for (const [name, value] of Object.entries(checkedMembers(instance, component))) hide(name, value);
      // Components inside a page do not have it.
      if (!component.ownerShadowRoot) hide('getOpenerEventChannel', () => partsOf(component)?.channel);
      // In exparser, `this.data = {…}` sets the fields. In glass-easel it would detach `this.data` from the component.
      Object.defineProperty(instance, 'data', {
        get: () => component.data as unknown,
        set(fields: Readonly<Record<string, unknown>>) {
          for (const [name, value] of Object.entries(fields ?? {}))
            component.replaceDataOnPath([name] as never, value as never);
          component.applyDataUpdates();
        },
        configurable: true,
      });
      hide('createSelectorQuery', () => createSelectorQuery(() => instance as Caller, options));
      instances.name(instance as Caller, () => partsOf(component)?.id ?? 0);
    },
    setPageParts: (page, own) => void parts.set(page, own),
  };
}
