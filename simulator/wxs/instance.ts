/**
 * The descriptors that a WXS event handler receives: `event.instance`, `ownerInstance` (ComponentDescriptor,
 * framework/view/interactive-animation.html). The stages differ only in the port.
 */
import { asHost, copyIn, copyOut } from './copy';
import { KEY } from './members';

/** The rectangle of an element in px. */
interface WxsRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** The operations of a stage on its nodes. */
export interface WxsPort<Node extends object> {
  find(node: Node, selector: string): Node | null | undefined;
  findAll(node: Node, selector: string): readonly Node[];
  dataset(node: Node): Readonly<Record<string, unknown>>;
  /** Calls a method of the page or component. */
  callMethod(node: Node, name: string, detail: unknown): void;
  triggerEvent(node: Node, name: string, detail: unknown): void;
  /** Sets the styles of WXS. They take precedence over the styles of WXML, and remain when those change. */
  setStyle(node: Node, text: string): void;
  /** Adds or removes a class. The change remains when WXML sets its own classes. */
  setClass(node: Node, name: string, isOn: boolean): void;
  hasClass(node: Node, name: string): boolean;
  computedStyle(node: Node, names: readonly string[]): Readonly<Record<string, string>>;
  rect(node: Node): WxsRect;
  /** The timers of the mini-program's process. They end with it, and exceptions of callbacks are reported. */
  readonly timers: {
    setTimeout(run: () => void, ms: number): number;
    clearTimeout(id: number): void;
  };
}

/** The duration of a frame in ms. */
const FRAME = 16;

type Run = (...args: unknown[]) => unknown;

/** Creates the function that returns a node's descriptor. */
export function createWxsInstances<Node extends object>(port: WxsPort<Node>): (node: Node) => object {
  const instances = new WeakMap<Node, object>();

  function instanceOf(node: Node): object {
    const known = instances.get(node);
    if (known !== undefined) return known;
    const made = asHost(withPrefix(methods(node)));
    instances.set(node, made);
    return made;
  }

  function methods(node: Node): Record<string, Run> {
    const self = () => instanceOf(node);
    const state = {};
    return {
      selectComponent(selector) {
        const found = port.find(node, String(selector));
        return found === null || found === undefined ? null : instanceOf(found);
      },
      selectAllComponents: (selector) => port.findAll(node, String(selector)).map(instanceOf),
      setStyle(style) {
        port.setStyle(node, styleText(copyOut(style)));
        return self();
      },
      addClass(name) {
        port.setClass(node, String(name), true);
        return self();
      },
      removeClass(name) {
        port.setClass(node, String(name), false);
        return self();
      },
      hasClass: (name) => port.hasClass(node, String(name)),
      getDataset: () => copyIn({ ...port.dataset(node) }),
      callMethod: (name, detail) => port.callMethod(node, String(name), copyOut(detail)),
      triggerEvent: (name, detail) => port.triggerEvent(node, String(name), copyOut(detail)),
      /** An object of the component for the script's own data. It lives as long as the component. */
      getState: () => state,
      getComputedStyle: (names) =>
        copyIn(port.computedStyle(node, Array.isArray(names) ? names.map(String) : [])),
      getBoundingClientRect: () => copyIn({ ...port.rect(node) }),
      requestAnimationFrame: (run) => port.timers.setTimeout(run as () => void, FRAME),
      setTimeout: (run, ms) => port.timers.setTimeout(run as () => void, Number(ms) || 0),
      clearTimeout: (id) => port.timers.clearTimeout(Number(id)),
    };
  }

  return instanceOf;
}

const withPrefix = (methods: Record<string, Run>): object =>
  Object.fromEntries(Object.entries(methods).map(([name, run]) => [KEY + name, run]));

/** Converts styles to text, e.g. `{ 'font-size': '14px' }`. */
function styleText(style: unknown): string {
  if (typeof style !== 'object' || style === null) return String(style ?? '');
  return Object.entries(style)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}
