/** Members of `this` that WeChat gives to pages and components, and the engine does not. */
import type { GeneralComponent } from 'glass-easel';
import type { EmptyEventChannel, EventChannel } from '../../../simulator/headless/event-channel';
import { inertMembers } from '../../../simulator/inert-members';

import { type Caller, createSelectorQuery, type QuerySurroundings } from './selector-query';

/** What belongs to one page, for the page itself and for every component in it. */
export interface PageParts {
  /** A number of its own. */
  readonly id: number;
  /** `this` of the custom tab bar, where there is one. */
  readonly tabBar: object | null;
  /** The page's end of the channel to the page that opened it. */
  readonly channel: EventChannel | EmptyEventChannel;
}

/** Gives new instances their members. */
export interface Members {
  /** Called with every new instance, before anything of it runs. */
  equip(instance: object, component: GeneralComponent): void;
  /** What the page of this component has. */
  belong(page: GeneralComponent, parts: PageParts): void;
}

const NAVIGATION = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch'] as const;

/** What only glass-easel gives to an instance: phones have none of it (typings 5.2.3, lib.wx.glass-easel.component.d.ts). */
const EASEL_ONLY = [
  'asInstanceOf',
  'general',
  'groupUpdates',
  'spliceArrayDataOnPath',
  'traitBehavior',
  'updateData',
];

type Api = (option?: unknown) => unknown;

/** What members need of the stage. */
export interface MembersOptions extends QuerySurroundings {
  /** The `wx` object of the mini-program. */
  wx: object;
  /** Hears what a developer should know, once per message. */
  report(message: string): void;
}

/** Makes what gives instances their members. */
export function createMembers(options: MembersOptions): Members {
  const { wx, instances, report } = options;
  const parts = new WeakMap<GeneralComponent, PageParts>();
  const partsOf = (component: GeneralComponent): PageParts | undefined => {
    const host = component.ownerShadowRoot?.getHostNode();
    return host === undefined || host === component ? parts.get(component) : partsOf(host);
  };

  /** `this.router`: addresses are relative to the component's own file. */
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
    equip(instance, component) {
      const router = routerOf(component.is);
      const members: Record<string, unknown> = {
        renderer: 'webview',
        router,
        pageRouter: router,
        getTabBar: () => partsOf(component)?.tabBar ?? null,
        getPageId: () => `pageId:${partsOf(component)?.id ?? 0}`,
        getOpenerEventChannel: () => partsOf(component)?.channel,
        ...inertMembers(component.is, report, queueMicrotask),
      };
      // Not enumerable: an instance in `setData` is copied for the view, and these are no data.
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
      // As exparser does: fields that are assigned are set. Glass-easel would part `this.data` from the component's data.
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
    belong: (page, own) => void parts.set(page, own),
  };
}
