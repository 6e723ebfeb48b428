/**
 * The engine of the headless stage: miniprogram-simulate with j-component and exparser. Loaded once; this interface has
 * only what the stage uses.
 */
import type { Swiper } from '../../built-ins/swiper';
import type { Template } from '../wxml/compile';
import { isBuiltInTag, isUnmodelledTag, MORE_TAGS } from './built-ins';
import { createDiff } from './diff';
import { onMissingHandler } from './events';
import { loadLibrary } from './libraries';
import { followMoving, type MovingSurroundings, runMoving, swiperOf } from './moving';
import { createRender } from './render';
import type {
  Definition,
  EngineNode,
  Exparser,
  Instance,
  PreparedBehavior,
  RenderModule,
  RootComponent,
} from './types';
import { createViews } from './view';

export type * from './types';

export interface Engine {
  /** The `wx` stubs of miniprogram-simulate: the fallback for APIs that the phone does not model. */
  readonly stubs: Readonly<Record<string, unknown>>;
  isBuiltIn(tag: string): boolean;
  /** Is this a built-in component that the stage draws as a box without behaviour? */
  isUnmodelled(tag: string): boolean;
  /** Registers a component; `usingComponents` maps tags to ids. */
  register(component: {
    id: string;
    path: string;
    tagName: string;
    template: Template;
    usingComponents: Readonly<Record<string, string>>;
    definition: Definition;
  }): void;
  /** `Behavior()`. */
  behavior(definition: Definition): string;
  /** Deletes components and behaviors that will not be used again, so that the memory of their code is freed. */
  forget(ids: Iterable<string>): void;
  create(id: string): RootComponent;
  /**
   * Sets those of the values that the component declares as properties, even if WXML gives their names another meaning.
   */
  setProperties(component: RootComponent, values: Readonly<Record<string, unknown>>): void;
  /** Puts a component into the document. Runs `attached`, but not yet `ready`. */
  attach(component: RootComponent, parent: Element): void;
  /** Runs `ready`, children first, as the platform does after the first rendering. */
  ready(component: RootComponent): void;
  detach(component: RootComponent): void;
  /** The instance of a component's node. */
  instanceOf(node: EngineNode): Instance | undefined;
  /** The instance whose WXML a node stands in: its methods handle the node's events. */
  ownerOf(node: EngineNode): Instance | undefined;
  /**
   * The result of `selectComponent` for a node: its instance, or what its `export` returns. Null for a built-in
   * component.
   */
  exportOf(node: EngineNode, caller: Instance): unknown;
  /**
   * Fires an event on a node. With `bubbles` the event also leaves the component in which it happens.
   * @returns the result of the last handler: `bindinput` may return the text to show instead
   */
  fire(node: EngineNode, name: string, detail: unknown, bubbles: boolean): unknown;
  /**
   * Sets the listener for exceptions in life-cycle functions, observers and event handlers. Replaces the previous
   * listener.
   */
  onError(listener: ((error: unknown, where: string) => void) | undefined): void;
  /**
   * Sets the listener for exparser's warnings, such as a property that gets a value of another type. Replaces the
   * previous listener. Messages contain the components' ids.
   */
  onWarning(listener: (message: string) => void): void;
  /** Sets the listener for missing handlers. Replaces the previous listener. */
  onMissingHandler(listener: (message: string) => void): void;
  /**
   * Assigns swipers and progress bars that are created after this call to this process.
   * @returns the function that ends them
   */
  runMoving(around: MovingSurroundings): () => void;
  /** The swiper of a node; undefined for other components. */
  swiperOf(node: EngineNode): Swiper | undefined;
}

interface Registering {
  /** `pureDataPattern`. */
  pure: RegExp | undefined;
  /** Undefined for a built-in component. */
  template: Template | undefined;
}

/** j-component's src/tool/utils.js. */
interface Utils {
  /** Stores a definition under its id. */
  cache(id: string, definition: object): void;
  /** Normalises the properties of a definition, in place. */
  adjustExparserDefinition(definition: Definition): Definition;
}

interface Simulate {
  load(definition: Record<string, unknown>): string;
  behavior(definition: Definition): string;
}

let loaded: Engine | undefined;

/** The engine of this process. Loading is slow, so the first stage loads it. */
export function engine(): Engine {
  loaded ??= load();
  return loaded;
}

function load(): Engine {
  let errorListener: ((error: unknown, where: string) => void) | undefined;
  const { simulate, create, stubs, exparser, registries, cache, registering } = loadLibraries(
    (run) => {
      Promise.resolve()
        .then(run)
        .catch((error) => errorListener?.(error, 'a change: observer of wxs'));
    },
    (message) => warningListener(message),
  );
  let warningListener = (_message: string): void => {};
  exparser.addGlobalWarningListener((message) => {
    warningListener(message);
    return false;
  });
  /** The ids of the components that `Component()` and `Page()` have registered. */
  const registered = new Set<string>();
  /** The name of the event whose handlers are running. */
  let firing: string | undefined;
  exparser.addGlobalErrorListener((error, info) => {
    if (errorListener === undefined) return true;
    const place = String(info?.message ?? 'a component').replace('[Exparser] [Error] [Component] ', '');
    errorListener(error, firing === undefined ? place : `the handler of ${firing}`);
    return false;
  });
  for (const name of MORE_TAGS) simulate.load({ id: name, tagName: `wx-${name}`, template: '<slot/>' });
  const instanceOf: Engine['instanceOf'] = (node) => exparser.Element.getMethodCaller(node);

  return {
    stubs,
    isBuiltIn: isBuiltInTag,
    isUnmodelled: isUnmodelledTag,
    register({ definition, ...rest }) {
      registered.add(rest.id);
      registering.pure = (definition.options as { pureDataPattern?: RegExp } | undefined)?.pureDataPattern;
      registering.template = rest.template;
      try {
        simulate.load({ ...definition, ...rest });
      } finally {
        registering.pure = undefined;
        registering.template = undefined;
      }
    },
    behavior: (definition) => simulate.behavior(definition),
    forget(ids) {
      for (const id of ids) {
        registered.delete(id);
        for (const registry of registries) delete registry[id];
        cache(id, {});
      }
    },
    create,
    setProperties({ _exparserNode: node }, values) {
      const data = exparser.Component.getDataProxy(node);
      for (const [name, value] of Object.entries(values)) {
        if (exparser.Component.hasPublicProperty(node, name)) data.scheduleReplace([name], value);
      }
      data.doUpdates(true);
    },
    attach(component, parent) {
      parent.appendChild(component.dom);
      component.parentNode = parent;
      exparser.Element.pretendAttached(component._exparserNode);
      followMoving();
    },
    ready(component) {
      for (const node of componentsIn(component._exparserNode, exparser)) node.triggerLifeTime('ready', []);
    },
    detach(component) {
      component.dom.remove();
      component.parentNode = null;
      exparser.Element.pretendDetached(component._exparserNode);
      followMoving();
    },
    instanceOf,
    ownerOf(node) {
      const host = node.ownerShadowRoot?.getHostNode();
      return host === undefined ? undefined : instanceOf(host);
    },
    exportOf(node, caller) {
      if (!registered.has(node.is)) return null;
      const instance = instanceOf(node);
      const chosen = exparser.Component.getMethod(node, '__export__')?.call(instance, caller);
      return chosen === undefined ? (instance ?? null) : chosen;
    },
    fire(node, name, detail, bubbles) {
      const options = { bubbles, composed: bubbles, capturePhase: bubbles };
      const touches = { touches: [], changedTouches: [] };
      const event = exparser.Event.create(name, detail, { ...options, extraFields: touches });
      const outer = firing;
      firing = name;
      try {
        exparser.Event.dispatchEvent(node, event);
        return event.answer;
      } finally {
        firing = outer;
      }
    },
    onError(next) {
      errorListener = next;
    },
    onWarning(next) {
      warningListener = next;
    },
    onMissingHandler,
    runMoving,
    swiperOf,
  };
}

/** Loads the libraries and replaces their rendering with ours. Removes the globals that they define. */
function loadLibraries(
  later: (run: () => void) => void,
  warn: (message: string) => void,
): {
  simulate: Simulate;
  /** j-component's function: miniprogram-simulate's only adds an empty style sheet. */
  create: Engine['create'];
  stubs: Record<string, unknown>;
  exparser: Exparser;
  /** The registered components and behaviors, by id. */
  registries: readonly Record<string, unknown>[];
  /** j-component's function: stores a definition under its id. */
  cache: Utils['cache'];
  /** Data of the component that is being registered, kept here because j-component does not pass it on. */
  registering: Registering;
} {
  const host = globalThis as Record<string, unknown>;
  const before = { wx: host.wx, Component: host.Component, Behavior: host.Behavior };
  delete host.wx;
  const simulate = loadLibrary('miniprogram-simulate/index.js') as Simulate;
  const stubs = host.wx as Record<string, unknown>;
  Object.assign(host, before);
  const { create } = loadLibrary('j-component/index.js') as Pick<Engine, 'create'>;
  const exparser = loadLibrary('miniprogram-exparser/exparser.min.js') as Exparser;
  const render = loadLibrary('j-component/src/render/render.js') as RenderModule;
  Object.assign(render, createRender(exparser, { ...render }, later, warn));
  const update = createDiff(render, exparser);
  const registering: Registering = { pure: undefined, template: undefined };
  const { registerElement } = exparser;
  exparser.registerElement = (registration) => {
    const { options } = registration;
    const templateEngine = createViews(render, update, registering);
    const component = registerElement.call(exparser, {
      ...registration,
      // The view copies the data itself.
      options: { ...options, templateEngine, separateInnerData: false },
    });
    if (registering.pure !== undefined) dropPureObservers(exparser, component.behavior, registering.pure);
    return component;
  };
  const utils = loadLibrary('j-component/src/tool/utils.js') as Utils;
  utils.adjustExparserDefinition = normaliseProperties;
  const { cache } = utils;
  const lists = exparser as unknown as Record<'Component' | 'Behavior', { _list: Record<string, unknown> }>;
  // At this point only built-in components are registered.
  for (const builtIn of Object.values(lists.Component._list))
    spareInstance(builtIn as { initiator: unknown });
  return {
    simulate,
    create,
    stubs,
    exparser,
    registries: [lists.Component._list, lists.Behavior._list],
    cache,
    registering,
  };
}

/**
 * Removes the observers of a behavior's pure-data properties: they never run
 * (framework/custom-component/pure-data.html).
 */
function dropPureObservers({ Behavior }: Exparser, behavior: PreparedBehavior, pure: RegExp): void {
  Behavior.prepare(behavior);
  for (const [name, property] of Object.entries(behavior.properties)) {
    if (pure.test(name)) behavior.properties[name] = { ...property, observer: undefined };
  }
}

/** Replaces j-component's function, which loses `optionalTypes`. A property without any type accepts every value. */
function normaliseProperties(definition: Definition): Definition {
  const { properties } = definition as { properties?: Record<string, unknown> };
  for (const [name, given] of Object.entries(properties ?? {})) {
    const property = typeof given === 'object' && given !== null ? given : { type: given };
    const { type, optionalTypes } = property as { type?: unknown; optionalTypes?: readonly unknown[] };
    // Without a type, exparser uses the first of `optionalTypes`.
    const isMissing = type === undefined && (optionalTypes?.length ?? 0) === 0;
    (properties as Record<string, unknown>)[name] = { ...property, type: isMissing ? null : type };
  }
  return definition;
}

/**
 * Makes a built-in component its own instance. exparser would create an instance with fifteen methods at each
 * rendering, although no script uses instances of built-ins; this took a fifth of the time to create a page.
 */
function spareInstance(builtIn: { initiator: unknown }): void {
  builtIn.initiator = function itself(this: { _exparserNode: unknown }) {
    this._exparserNode = this;
  };
}

/** A component and all components in it, innermost first. */
function componentsIn(node: EngineNode, exparser: Exparser): EngineNode[] {
  const children = [...childrenOf(node.shadowRoot), ...childrenOf(node)];
  const found = children.flatMap((child) => componentsIn(child, exparser));
  return node instanceof exparser.Component ? [...found, node] : found;
}

function childrenOf(node: EngineNode | undefined): EngineNode[] {
  return (node as { childNodes?: EngineNode[] } | undefined)?.childNodes ?? [];
}
