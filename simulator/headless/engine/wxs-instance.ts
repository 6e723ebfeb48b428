/**
 * The component descriptor that wxs event handlers receive, implemented with exparser. There is no layout: all sizes
 * are 0.
 */
import { createWxsInstances, type WxsPort } from '../../wxs';
import { currentTimers } from '../timers';
import type { EngineNode, Exparser } from './types';

/** Node → the classes that wxs has added (true) or removed (false). */
const classes = new WeakMap<EngineNode, Map<string, boolean>>();

/** The part of exparser's styles for wxs: it takes precedence over the part of WXML. */
const WXS_STYLE = 3;

/** The classes from WXML, with the changes of wxs. */
export function withWxsClasses(node: EngineNode, names: string): string {
  const changed = classes.get(node);
  if (changed === undefined) return names;
  const kept = names.split(/\s+/).filter((name) => name !== '' && !changed.has(name));
  return [...kept, ...[...changed].filter(([, isOn]) => isOn).map(([name]) => name)].join(' ');
}

/**
 * Removes empty declarations from a node's style: exparser joins empty parts as well, and jsdom ignores everything
 * after two semicolons.
 */
export function tidyStyle(node: EngineNode): void {
  const text = node.$$?.getAttribute('style');
  if (text?.includes(';;')) node.$$?.setAttribute('style', text.replace(/^;+|;+(?=;)/g, ''));
}

const classesOfWxml = (node: EngineNode): string =>
  String(node._vt?.attrs.find(({ name }) => name === 'class')?.value ?? '');

const port = (exparser: Exparser): WxsPort<EngineNode> => ({
  find: (node, selector) => node.shadowRoot?.querySelector(selector),
  findAll: (node, selector) => node.shadowRoot?.querySelectorAll(selector) ?? [],
  dataset: (node) => node.dataset,
  callMethod(node, name, detail) {
    const owner = exparser.Element.getMethodCaller(node);
    const method = owner?.[name];
    if (typeof method === 'function') method.call(owner, detail);
  },
  triggerEvent: (node, name, detail) =>
    exparser.Event.dispatchEvent(node, exparser.Event.create(name, detail, {})),
  setStyle(node, text) {
    node.setNodeStyle?.(text, WXS_STYLE);
    tidyStyle(node);
  },
  setClass(node, name, isOn) {
    classes.set(node, new Map(classes.get(node)).set(name, isOn));
    node.class = withWxsClasses(node, classesOfWxml(node));
  },
  hasClass: (node, name) => withWxsClasses(node, classesOfWxml(node)).split(/\s+/).includes(name),
  computedStyle(node, names) {
    const element = node.$$;
    if (element === undefined) return {};
    const style = getComputedStyle(element);
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
  },
  rect: () => ({ left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }),
  timers: {
    setTimeout: (run, ms) => currentTimers().setTimeout(run, ms),
    clearTimeout: (id) => currentTimers().clearTimeout(id),
  },
});

let instances: ((node: EngineNode) => object) | undefined;

/** The descriptor of a node: the same object at every call. */
export function wxsInstance(exparser: Exparser, node: EngineNode): object {
  instances ??= createWxsInstances(port(exparser));
  return instances(node);
}
