/**
 * The parts of miniprogram-simulate, j-component and exparser that the stage uses. These libraries have no types of
 * their own.
 */
import type { VirtualAttribute, VirtualEvent, VirtualNode } from '../wxml/virtual';

/** A node of exparser's tree. */
export interface EngineNode {
  readonly id: string;
  readonly is: string;
  readonly dataset: Readonly<Record<string, unknown>>;
  readonly $$: EngineElement | undefined;
  readonly parentNode: EngineNode | null;
  readonly ownerShadowRoot: ShadowRoot | undefined;
  readonly shadowRoot?: ShadowRoot;
  /** The virtual node that it was rendered from. */
  readonly _vt: VirtualNode | undefined;
  readonly data?: Record<string, unknown>;
  readonly classList?: ClassList;
  /** The classes from its WXML. */
  class?: string;
  /** Changes data without a call of `this.setData`, which the mini-program may have replaced. */
  setData?(data: Record<string, unknown>): void;
  hasBehavior?(id: string): boolean;
  hasExternalClass?(name: string): boolean;
  setExternalClass?(name: string, classes: string): void;
  /** Sets one of several independent parts of the node's style: part 0 is the style from WXML. */
  setNodeStyle?(text: string, part: number): void;
  /** Null when the component declares no such relation. */
  getRelationNodes?(id: string): EngineNode[] | null;
  querySelector(selector: string): EngineNode | undefined;
  querySelectorAll(selector: string): EngineNode[];
  triggerLifeTime(name: string, args: unknown[]): void;
  triggerPageLifeTime(name: string, args: unknown[]): void;
}

interface ClassList {
  /** The class list of the component whose WXML contains the node: it resolves external classes. */
  _owner?: ClassList | null | undefined;
}

/** A node whose children can be changed. */
export interface MutableNode extends EngineNode {
  _vt: VirtualNode | undefined;
  readonly childNodes: readonly MutableNode[];
  readonly parentNode: MutableNode | null;
  appendChild(child: EngineNode): void;
  removeChild(child: EngineNode): void;
  insertBefore(child: EngineNode, before: EngineNode | undefined): void;
  replaceChild(child: EngineNode, old: EngineNode): void;
}

export interface ShadowRoot extends MutableNode {
  createTextNode(text: string): MutableNode;
  createVirtualNode(tagName: string): MutableNode;
  createComponent(tagName: string, id: string): MutableNode;
  getHostNode(): EngineNode | undefined;
}

/** The DOM element of a node. */
export interface EngineElement extends HTMLElement {
  readonly __wxElement?: EngineNode;
}

/** A virtual node that has been rendered. */
export interface Rendered extends VirtualNode {
  exparserNode: MutableNode;
  event: Record<string, VirtualEvent & { id?: unknown }>;
}

/** `this` of a page or a component. */
export interface Instance {
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
  readonly _exparserNode: EngineNode;
  createIntersectionObserver?(options?: unknown): unknown;
  [member: string]: unknown;
}

/** A page, component or behavior definition, as `Page()`, `Component()` and `Behavior()` take it. */
export type Definition = Record<string, unknown>;

export interface RootComponent {
  readonly dom: HTMLElement;
  readonly instance: Instance;
  readonly _exparserNode: EngineNode;
  parentNode: Node | null;
}

/** An event as exparser passes it to a listener. */
export interface EngineEvent {
  readonly type: string;
  readonly timeStamp: number;
  readonly target: EngineNode;
  readonly detail: unknown;
  readonly touches: unknown;
  readonly changedTouches: unknown;
  mutatedMarked(): boolean;
  markMutated(): void;
  /** The result of the mini-program's last handler. Added by this project; exparser does not have it. */
  answer?: unknown;
}

type Listener = (this: EngineNode, event: EngineEvent) => unknown;

export interface Exparser {
  registerElement(registration: Registration): { readonly behavior: PreparedBehavior };
  Behavior: { prepare(behavior: PreparedBehavior): void };
  Component: {
    new (): EngineNode;
    hasPublicProperty(node: EngineNode, name: string): boolean;
    getComponentOptions(node: EngineNode): { readonly multipleSlots: boolean };
    getMethod(
      node: EngineNode,
      name: string,
    ): ((this: Instance | undefined, caller: Instance) => unknown) | undefined;
    getDataProxy(node: EngineNode): {
      scheduleReplace(path: string[], value: unknown): void;
      doUpdates(now: boolean): void;
    };
  };
  VirtualNode: new () => EngineNode;
  ShadowRoot: { create(host: EngineNode): ShadowRoot };
  Element: {
    pretendAttached(node: EngineNode): void;
    pretendDetached(node: EngineNode): void;
    setSlotName(node: EngineNode, name: string): void;
    setInheritSlots(node: EngineNode): void;
    getMethodCaller(node: EngineNode): Instance | undefined;
  };
  Event: {
    create(name: string, detail: unknown, options: Record<string, unknown>): EngineEvent;
    dispatchEvent(target: EngineNode, event: EngineEvent): void;
  };
  addListenerToElement(
    node: EngineNode,
    name: string,
    listener: Listener,
    options: { capture: boolean },
  ): unknown;
  removeListenerFromElement(node: EngineNode, name: string, id: unknown, options: { capture: boolean }): void;
  addGlobalWarningListener(listener: (message: string) => boolean): void;
  addGlobalErrorListener(listener: (error: unknown, info: { message?: string }) => boolean): void;
}

/** One change of data: its path and the new value. */
export type Change = readonly [path: readonly (string | number)[], value: unknown, ...unknown[]];

/** exparser's prepared form of a definition and its behaviors. */
export interface PreparedBehavior {
  readonly properties: Record<string, { readonly observer?: unknown }>;
}

/** The argument of exparser's `registerElement`. */
interface Registration {
  options: Record<string, unknown>;
}

/** j-component's src/render/render.js. */
export interface RenderModule {
  updateAttrs(node: EngineNode, attributes: readonly VirtualAttribute[]): void;
  updateEvent(node: EngineNode, event: VirtualNode['event']): void;
  renderExparserNode(virtual: VirtualNode, host: EngineNode | null, root: ShadowRoot | null): MutableNode;
}
