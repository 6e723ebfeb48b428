/** The component descriptors for WXS handlers, implemented with glass-easel. */
import type { Element } from 'glass-easel';
import { createWxsInstances, type WxsPort } from '../../../simulator/wxs';
import { elementOf } from './event-shape';

/** The engine's segment for styles and classes that override the template's. */
const WXS_PART = 3;
const TEMPLATE_PART = 0;

const componentOf = (node: Element) => node.asGeneralComponent();

/** Node → classes of the template that WXS has removed. */
const removed = new WeakMap<Element, Set<string>>();

/** The template has set its classes again: removes the classes that WXS has removed before. */
export function takeRemovedClasses(node: Element): void {
  for (const name of removed.get(node) ?? []) node.toggleNodeClass(name, false, TEMPLATE_PART);
}

/** Node → its WXS descriptor, the same object every time. */
export type WxsInstance = (node: Element) => object;

/** Creates the descriptors of one process. */
export function wxsInstances(timers: WxsPort<Element>['timers']): WxsInstance {
  return createWxsInstances<Element>({
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
      const names = removed.get(node) ?? new Set();
      if (isOn) names.delete(name);
      else names.add(name);
      removed.set(node, names);
      takeRemovedClasses(node);
    },
    hasClass: (node, name) =>
      [TEMPLATE_PART, WXS_PART].some((part) => node.classList?.contains(name, part) === true),
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
    timers,
  });
}
