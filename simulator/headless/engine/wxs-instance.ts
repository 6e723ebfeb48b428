/** What a wxs event handler gets to know of a component (ComponentDescriptor, framework/view/interactive-animation.html). */
import { timersInForce } from '../timers';
import type { EngineNode, Exparser } from './types';

/** The descriptor of a component or an element. There is no layout: sizes are 0. */
export interface WxsInstance {
  selectComponent(selector: string): WxsInstance | null;
  selectAllComponents(selector: string): WxsInstance[];
  callMethod(name: string, args?: unknown): void;
  triggerEvent(name: string, detail?: unknown): void;
  setStyle(style: string | Readonly<Record<string, unknown>>): WxsInstance;
  addClass(name: string): WxsInstance;
  removeClass(name: string): WxsInstance;
  hasClass(name: string): boolean;
  getDataset(): Readonly<Record<string, unknown>>;
  /** An object of its own, kept as long as the component lives. */
  getState(): Record<string, unknown>;
  getComputedStyle(): Record<string, string>;
  getBoundingClientRect(): { left: number; top: number; width: number; height: number };
  requestAnimationFrame(run: () => void): void;
  setTimeout(run: () => void, ms?: number): unknown;
  clearTimeout(handle: unknown): void;
}

const states = new WeakMap<EngineNode, Record<string, unknown>>();

/** Makes the descriptor of a node. */
export function wxsInstance(exparser: Exparser, node: EngineNode): WxsInstance {
  const of = (found: EngineNode) => wxsInstance(exparser, found);
  const self: WxsInstance = {
    selectComponent(selector) {
      const found = node.shadowRoot?.querySelector(selector);
      return found === undefined || found === null ? null : of(found);
    },
    selectAllComponents: (selector) => (node.shadowRoot?.querySelectorAll(selector) ?? []).map(of),
    callMethod(name, args) {
      const owner = exparser.Element.getMethodCaller(node);
      const method = owner?.[name];
      if (typeof method === 'function') method.call(owner, args);
    },
    triggerEvent(name, detail) {
      exparser.Event.dispatchEvent(node, exparser.Event.create(name, detail, {}));
    },
    setStyle(style) {
      const text =
        typeof style === 'string'
          ? style
          : Object.entries(style)
              .map(([name, value]) => `${name}:${value}`)
              .join(';');
      node.$$?.setAttribute('style', text);
      return self;
    },
    addClass(name) {
      node.$$?.classList.add(name);
      return self;
    },
    removeClass(name) {
      node.$$?.classList.remove(name);
      return self;
    },
    hasClass: (name) => node.$$?.classList.contains(name) ?? false,
    getDataset: () => ({ ...node.dataset }),
    getState() {
      const state = states.get(node) ?? {};
      states.set(node, state);
      return state;
    },
    getComputedStyle: () => ({}),
    getBoundingClientRect: () => ({ left: 0, top: 0, width: 0, height: 0 }),
    requestAnimationFrame: (run) => timersInForce().setTimeout(run, 16),
    setTimeout: (run, ms) => timersInForce().setTimeout(run, ms),
    clearTimeout: (handle) => timersInForce().clearTimeout(handle as number),
  };
  return self;
}
