/** What a wxs event handler gets to know of a component, over glass-easel. */
import type { Element } from 'glass-easel';
import { createWxsInstances } from '../../../simulator/wxs';

/** The engine's place for styles and classes that count more than those of the template. */
const WXS_PART = 3;
const TEMPLATE_PART = 0;

const elementOf = (node: Element): HTMLElement | null => node.$$ as unknown as HTMLElement | null;
const componentOf = (node: Element) => node.asGeneralComponent();

/** The descriptor of a node: the same one every time. */
export const wxsInstance: (node: Element) => object = createWxsInstances<Element>({
  find: (node, selector) => componentOf(node)?.getShadowRoot()?.querySelector(selector),
  findAll: (node, selector) => componentOf(node)?.getShadowRoot()?.querySelectorAll(selector) ?? [],
  dataset: (node) => node.dataset,
  callMethod(node, name, detail) {
    const caller = componentOf(node)?.getMethodCaller() as Record<string, unknown> | undefined;
    const method = caller?.[name];
    if (typeof method === 'function') method.call(caller, detail);
  },
  triggerEvent: (node, name, detail) => node.triggerEvent(name, detail, {}),
  setStyle: (node, text) => node.setNodeStyle(text, WXS_PART),
  setClass(node, name, isOn) {
    node.toggleNodeClass(name, isOn, WXS_PART);
    if (!isOn) node.toggleNodeClass(name, false, TEMPLATE_PART);
  },
  hasClass: (node, name) => node.classList?.contains(name) ?? false,
  computedStyle(node, names) {
    const element = elementOf(node);
    if (element === null) return {};
    const style = getComputedStyle(element);
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
  },
  rect(node) {
    const {
      left = 0,
      top = 0,
      right = 0,
      bottom = 0,
      width = 0,
      height = 0,
    } = elementOf(node)?.getBoundingClientRect() ?? {};
    return { left, top, right, bottom, width, height };
  },
  nextFrame: (run) => void requestAnimationFrame(run),
  setTimeout: (run, ms) => window.setTimeout(run, ms),
  clearTimeout: (handle) => window.clearTimeout(handle as number),
  failed: (error) => console.error(error),
});
