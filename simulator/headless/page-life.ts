/** One page's life, in WeChat's order: onLoad, onShow, onReady, onHide, onUnload. */
import type { Engine, Instance } from './engine';
import type { Loader } from './loader';
import type { Problems } from './problems';

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

export interface PageLife {
  /** What `preparePage` of the loader must call: gives a new instance its route, options and counted `setData`. */
  prepare(instance: Instance): void;
  create(route: string, options: Readonly<Record<string, string>>): OpenPage;
  /** Into the document, then `onLoad`. */
  enter(page: OpenPage): void;
  /** `onShow`, and `onReady` the first time. */
  appear(page: OpenPage): void;
  /** `onHide`; the page stays in the document, hidden, unless the whole mini-program went away. */
  disappear(page: OpenPage, covered: boolean): void;
  /** `onUnload`, then out of the document. */
  leave(page: OpenPage): void;
}

interface Surroundings {
  engine: Engine;
  loader(): Loader;
  problems: Problems;
}

/** Makes pages of one process. */
export function createPageLife({ engine, loader, problems }: Surroundings): PageLife {
  let opening: Pick<OpenPage, 'route' | 'options' | 'setDataCalls'> | undefined;

  const call = (page: OpenPage, method: string, ...args: unknown[]) => {
    const handler = page.instance[method];
    if (typeof handler === 'function')
      problems.run(`${method} of ${page.route}`, () => handler.apply(page.instance, args));
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

  function disappear(page: OpenPage, covered: boolean): void {
    call(page, 'onHide');
    page.component._exparserNode.triggerPageLifeTime('hide', []);
    page.dom.hidden = covered;
  }

  function leave(page: OpenPage): void {
    call(page, 'onUnload');
    engine.detach(page.component);
    page.dom.remove();
  }

  return { prepare, create, enter, appear, disappear, leave };
}
