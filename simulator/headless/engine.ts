/** miniprogram-simulate and the engine under it (j-component, exparser): loaded once, reduced to what the stage uses. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createDiff, type RenderModule } from './diff';
import type { Template } from './wxml/compile';
import type { VirtualNode } from './wxml/virtual';

/** A node of exparser's tree. */
export interface EngineNode {
  readonly id: string;
  readonly is: string;
  readonly dataset: Readonly<Record<string, unknown>>;
  readonly $$: EngineElement | undefined;
  readonly parentNode: EngineNode | null;
  readonly ownerShadowRoot: { getHostNode(): EngineNode | undefined } | undefined;
  /** What it was rendered from. */
  readonly _vt: VirtualNode | undefined;
  triggerLifeTime(name: string, args: unknown[]): void;
  triggerPageLifeTime(name: string, args: unknown[]): void;
}

/** An element of the DOM that belongs to a node. */
export interface EngineElement extends HTMLElement {
  readonly __wxElement?: EngineNode;
}

/** `this` of a page or a component. */
export interface Instance {
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
  [member: string]: unknown;
}

/** A page or component definition, as `Page()` and `Component()` take it. */
export type Definition = Record<string, unknown>;

interface RootComponent {
  readonly dom: HTMLElement;
  readonly instance: Instance;
  readonly _exparserNode: EngineNode;
  parentNode: Node | null;
}

interface Exparser {
  Element: {
    pretendAttached(node: EngineNode): void;
    pretendDetached(node: EngineNode): void;
    getMethodCaller(node: EngineNode): Instance | undefined;
  };
  Component: abstract new () => EngineNode;
  Event: {
    create(name: string, detail: unknown, options: Record<string, unknown>): unknown;
    dispatchEvent(target: EngineNode, event: unknown): void;
  };
  removeListenerFromElement: Parameters<typeof createDiff>[1];
  addGlobalErrorListener(listener: (error: unknown, info: { message?: string }) => boolean): void;
}

export interface Engine {
  /** The `wx` stubs of miniprogram-simulate: the fallback for what the phone does not model. */
  readonly stubs: Readonly<Record<string, unknown>>;
  /** Tags that WeChat brings along. */
  isBuiltIn(tag: string): boolean;
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
  create(id: string, properties?: Readonly<Record<string, unknown>>): RootComponent;
  /** Puts a component into the document: `attached` runs, `ready` does not yet. */
  attach(component: RootComponent, parent: Element): void;
  /** Runs `ready`, children first, as the platform does after the first rendering. */
  ready(component: RootComponent): void;
  detach(component: RootComponent): void;
  /** The instance whose methods handle the events of this node. */
  ownerOf(node: EngineNode): Instance | undefined;
  /** Fires an event on a node. `bubbles` also lets it leave the component that it happens in. */
  fire(node: EngineNode, name: string, detail: unknown, bubbles: boolean): void;
  /** Who hears exceptions in life-cycle functions, observers and event handlers. Replaces the one before. */
  onError(listener: ((error: unknown, where: string) => void) | undefined): void;
}

/** Tags that miniprogram-simulate does not know. */
const MORE_BUILT_INS = ['block', 'span', 'slider', 'snapshot', 'draggable-sheet'];
const BUILT_INS =
  'ad ad-custom audio button camera canvas checkbox checkbox-group cover-image cover-view editor form functional-page-navigator grid-view icon image input keyboard-accessory label list-view live-player live-pusher map match-media movable-area movable-view navigation-bar navigator official-account open-data page-container page-meta picker picker-view picker-view-column progress radio radio-group rich-text root-portal scroll-view share-element slider sticky-header sticky-section swiper swiper-item switch text textarea video view voip-room web-view channel-live channel-video'.split(
    ' ',
  );

let loaded: Engine | undefined;

/** The engine of this process. Loading it takes a while, so it is loaded when the first stage is made. */
export function engine(): Engine {
  loaded ??= load();
  return loaded;
}

function load(): Engine {
  const require = createRequire(join(process.cwd(), 'headless.js'));
  const host = globalThis as Record<string, unknown>;
  const before = { wx: host.wx, Component: host.Component, Behavior: host.Behavior };
  delete host.wx;
  const simulate = require('miniprogram-simulate') as {
    load(definition: Record<string, unknown>): string;
    render(id: string, properties?: Readonly<Record<string, unknown>>): RootComponent;
    behavior(definition: Definition): string;
  };
  const stubs = host.wx as Record<string, unknown>;
  Object.assign(host, before);
  // The engine's own copies, wherever npm has put them.
  const inner = createRequire(require.resolve('miniprogram-simulate'));
  const engineRequire = createRequire(inner.resolve('j-component'));
  const exparser = engineRequire('miniprogram-exparser') as Exparser;
  const diff = engineRequire('./src/render/diff') as { diffVt: ReturnType<typeof createDiff> };
  const render = engineRequire('./src/render/render') as RenderModule;
  diff.diffVt = createDiff(render, exparser.removeListenerFromElement);
  let listener: ((error: unknown, where: string) => void) | undefined;
  /** The event that is being handled. */
  let firing: string | undefined;
  exparser.addGlobalErrorListener((error, info) => {
    if (listener === undefined) return true;
    const place = String(info?.message ?? 'a component').replace('[Exparser] [Error] [Component] ', '');
    listener(error, firing === undefined ? place : `the handler of ${firing}`);
    return false;
  });
  for (const name of MORE_BUILT_INS) {
    simulate.load({ id: name, tagName: `wx-${name}`, template: '<slot/>' });
  }

  return {
    stubs,
    isBuiltIn: (tag) => BUILT_INS.includes(tag) || MORE_BUILT_INS.includes(tag),
    register({ id, path, tagName, template, usingComponents, definition }) {
      simulate.load({
        ...definition,
        id,
        path,
        tagName,
        usingComponents,
        template,
      });
    },
    behavior: (definition) => simulate.behavior(definition),
    create: (id, properties) => simulate.render(id, properties),
    attach(component, parent) {
      parent.appendChild(component.dom);
      component.parentNode = parent;
      exparser.Element.pretendAttached(component._exparserNode);
    },
    ready(component) {
      for (const node of componentsIn(component._exparserNode, exparser)) node.triggerLifeTime('ready', []);
    },
    detach(component) {
      component.dom.remove();
      component.parentNode = null;
      exparser.Element.pretendDetached(component._exparserNode);
    },
    ownerOf(node) {
      const host = node.ownerShadowRoot?.getHostNode();
      return host === undefined ? undefined : exparser.Element.getMethodCaller(host);
    },
    fire(node, name, detail, bubbles) {
      const options = { bubbles, composed: bubbles, capturePhase: bubbles };
      const touches = { touches: [], changedTouches: [] };
      const event = exparser.Event.create(name, detail, { ...options, extraFields: touches });
      const outer = firing;
      firing = name;
      try {
        exparser.Event.dispatchEvent(node, event);
      } finally {
        firing = outer;
      }
    },
    onError(next) {
      listener = next;
    },
  };
}

/** A component and all components in it, innermost first. */
function componentsIn(node: EngineNode, exparser: Exparser): EngineNode[] {
  const inside = node as EngineNode & { shadowRoot?: EngineNode; childNodes?: EngineNode[] };
  const children = [
    ...(inside.shadowRoot === undefined ? [] : childrenOf(inside.shadowRoot)),
    ...childrenOf(inside),
  ];
  const found = children.flatMap((child) => componentsIn(child, exparser));
  return node instanceof exparser.Component ? [...found, node] : found;
}

function childrenOf(node: EngineNode): EngineNode[] {
  const { childNodes } = node as EngineNode & { childNodes?: EngineNode[] };
  return childNodes ?? [];
}
