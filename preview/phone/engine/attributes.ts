/**
 * Template attributes that the engine does not support, or handles differently from WeChat: ARIA, `hidden`,
 * `animation`, handlers, `change:`.
 */
import {
  Component,
  type Element,
  type GeneralComponent,
  type ShadowedEvent,
  type template,
} from 'glass-easel';
import { missingHandler } from '../../../simulator/program/messages';
import { copy } from '../../../simulator/program/plain-copy';
import { isWxsFunction } from '../../../simulator/wxs';
import type { Generators } from '../../vite/program/types';
import { animate } from './animation';
import { valueOrDefault } from './built-in-defaults';
import { elementOf, nodeOf, wxEvent } from './event-shape';
import { limitNodes } from './node-limit';
import { PLACE_MARK, rememberPlace } from './places';
import { takeRemovedClasses, type WxsInstance } from './wxs-instance';

type ProcGen = ReturnType<template.ComponentTemplate['content']>;
type Wrapper = Parameters<ProcGen>[0];

const isAccessibility = (name: string): boolean => name === 'role' || name.startsWith('aria-');
const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** Sets `aria-*` or `role` (WeChat: `aria-role`). An empty value removes the attribute; `false` is a value. */
function reflect(node: Element, attribute: string, value: unknown): void {
  const host = elementOf(node);
  if (!host) return;
  const element = ariaTargets.get(host) ?? host;
  const name = attribute === 'aria-role' ? 'role' : attribute;
  const absent = value === null || value === undefined || value === '';
  if (absent) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
  // WeChat reads a label on any element. In HTML the element also needs a role.
  if (name === 'aria-label' && !element.hasAttribute('role')) {
    const role = element.localName === 'wx-image' ? 'img' : element.localName === 'wx-view' ? 'group' : null;
    if (role !== null) element.setAttribute('role', role);
  }
}

/** Element → the inner element that gets its `aria-*` and `role`, such as the `<input>` of a `wx-input`. */
const ariaTargets = new WeakMap<HTMLElement, HTMLElement>();

/** `aria-*` and `role` of `host` go to `inner` from now on. */
export const setAriaTarget = (host: HTMLElement, inner: HTMLElement): void => {
  ariaTargets.set(host, inner);
};

/** Makes an element with a tap handler focusable with Tab. The built-in controls do this themselves. */
function makeReachable(node: Element): void {
  const element = elementOf(node);
  if (element?.matches('wx-view, wx-text, wx-image, wx-label') && !element.hasAttribute('tabindex')) {
    element.tabIndex = 0;
  }
}

const declares = (component: GeneralComponent, name: string): boolean =>
  Component.hasProperty(component, camel(name)) || component.hasExternalClass(name);

/** The state of the current event dispatch. A frame has only one. */
export const dispatching: {
  /** A handler of the mini-program ran. */
  handled: boolean;
  /** The result of the last handler: `bindinput` may return the text to show instead. */
  returned: unknown;
  /** Called when a template names a handler, and its page or component has no method with that name. */
  onMissing(message: string): void;
} = { handled: false, returned: undefined, onMissing: () => {} };

/** Sets the listener for missing handlers. @returns the function that removes it */
export function onMissingHandler(listener: (message: string) => void): () => void {
  dispatching.onMissing = listener;
  return () => {
    if (dispatching.onMissing === listener) dispatching.onMissing = () => {};
  };
}

/**
 * Replaces null by undefined for a property that has Object only in `optionalTypes`. For such a property exparser
 * refuses null, but the engine would accept it.
 */
function withoutRefusedNull(component: GeneralComponent, name: string, value: unknown): unknown {
  if (value !== null) return value;
  const behavior = component.getRootBehavior();
  const type = behavior.getPropertyType(name);
  const others: readonly string[] = behavior.getPropertyOptionalType(name) ?? [];
  return others.includes('object') && type !== 'object' && type !== 'any' ? undefined : null;
}

type Handler = (this: unknown, event: unknown) => unknown;

/**
 * A handler that looks up its method on `this` when the event fires. Frameworks add methods to `this` at run time; the
 * engine only finds those of the definition.
 */
function methodNamed(name: string, node: Element, event: string, isCatch: boolean): Handler {
  return function handler(this: unknown, happened: unknown) {
    const method = (this as Record<string, unknown> | null)?.[name];
    if (typeof method === 'function') return method.call(this, happened);
    const owner = node.ownerShadowRoot?.getHostNode().is ?? '';
    const message = missingHandler(owner, name, event, isCatch);
    if (message !== undefined) dispatching.onMissing(message);
    return undefined;
  };
}

/**
 * Writes a value of the dataset into the DOM, as the headless stage does. Selectors of style sheets and of a scene's
 * steps use it, e.g. `[data-my-item="1"]`.
 */
function showData(element: HTMLElement | null, name: string, value: unknown): void {
  const attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  // An object becomes an empty attribute. A large text would cost time at each update, and no selector could match it.
  element?.setAttribute(attribute, typeof value === 'object' && value !== null ? '' : String(value));
}

/**
 * Sets the property with the same name, if it is declared, as DevTools does: `data-foo` sets `dataFoo`, `mark:foo` sets
 * `markFoo`.
 */
function setDeclared(node: Element, name: string, value: unknown): void {
  const component = node.asGeneralComponent();
  if (component === null || !Component.hasProperty(component, name)) return;
  Component.getDataProxy(component).replaceProperty(name, value);
}

/** The engine's private record of the `change:` listeners of a node. */
interface Observed {
  _$wxTmplArgs?: {
    readonly changeProp?: Readonly<
      Record<
        string,
        {
          readonly listener: (now: unknown, before: unknown, host: Element, node: Element) => void;
          oldValue: unknown;
        }
      >
    >;
  };
}

/**
 * Calls a `change:` listener at each set of the value, as WeChat documents and phones do. The engine would call it only
 * for a different value.
 */
function callObserver(node: Element, name: string, value: unknown): void {
  const entry = (node as Observed)._$wxTmplArgs?.changeProp?.[name];
  const host = node.ownerShadowRoot?.getHostNode();
  if (entry === undefined || host === undefined) return;
  const before = entry.oldValue;
  // Copy it: `setData` changes the data object in place.
  entry.oldValue = copy(value);
  entry.listener(value, before, host, node);
}

const patched = new WeakSet<Wrapper>();

function patch(wrapper: Wrapper, instanceOf: WxsInstance): void {
  if (patched.has(wrapper)) return;
  patched.add(wrapper);
  limitNodes(wrapper);
  const setProperty = wrapper.r;
  // Private in the engine's declarations.
  const observed = wrapper as unknown as {
    tryCallPropertyChangeListener(node: Element, name: string, value: unknown): void;
  };
  observed.tryCallPropertyChangeListener = callObserver;
  wrapper.r = (node, name, value, model, general) => {
    if (isAccessibility(name)) return reflect(node, name, value);
    const component = node.asGeneralComponent();
    // WeChat supports `hidden` on every element, and ignores other undeclared attributes.
    if (name === 'hidden') elementOf(node)?.toggleAttribute('hidden', Boolean(value));
    if (component && !declares(component, name)) {
      const element = elementOf(node);
      if (name === 'animation' && element) animate(element, value);
      // `change:` listeners get undeclared attributes too.
      observed.tryCallPropertyChangeListener(node, name, value);
      return;
    }
    const given = component
      ? valueOrDefault(component, camel(name), withoutRefusedNull(component, camel(name), value))
      : value;
    setProperty(node, name, given, model, general);
  };
  const setId = wrapper.i;
  // The engine would write the texts `undefined` and `null` as the id.
  wrapper.i = (node, value) => setId(node, value ?? '');
  const setClass = wrapper.c;
  wrapper.c = (node, value) => {
    setClass(node, value);
    takeRemovedClasses(node);
  };
  const setListener = wrapper.v;
  wrapper.v = (node, name, handler, ...rest) => {
    if (name === 'tap' && handler) makeReachable(node);
    const isNamed = typeof handler === 'string' && handler !== '';
    setListener(node, name, isNamed ? methodNamed(handler, node, name, rest[0]) : handler, ...rest);
  };
  const setDataset = wrapper.d;
  wrapper.d = (node, name, value) => {
    setDataset(node, name, value);
    showData(elementOf(node), name, value);
    setDeclared(node, camel(`data-${name}`), value);
  };
  const setMark = wrapper.m;
  wrapper.m = (node, name, value) => {
    if (name === PLACE_MARK) return rememberPlace(elementOf(node), value);
    setMark(node, name, value);
    setDeclared(node, camel(`mark-${name}`), value);
  };
  wrapper.eventListenerWrapper = (caller, event, listener) => {
    dispatching.handled = true;
    if (isWxsFunction(listener)) return handleInWxs(event as ShadowedEvent<unknown>, listener, instanceOf);
    // Do not return the handler's result: on `false` the engine stops the event, WeChat does not.
    dispatching.returned = listener.call(caller, wxEvent(event as ShadowedEvent<unknown>) as never);
  };
  wrapper.setEventListenerWrapper = () => {};
  wrapper.changePropFilter = observeInWxs(instanceOf) as typeof wrapper.changePropFilter;
  wrapper.setFnFilter = () => {};
}

/** Calls a WXS handler. Only the result `false` has an effect: it stops the event. */
function handleInWxs(
  event: ShadowedEvent<unknown>,
  handler: (...args: unknown[]) => unknown,
  instanceOf: WxsInstance,
): false | undefined {
  const node = nodeOf(event.currentTarget);
  const host = node.ownerShadowRoot?.getHostNode();
  if (host === undefined) return undefined;
  const answer = handler({ ...wxEvent(event), instance: instanceOf(node) }, instanceOf(host));
  return answer === false ? false : undefined;
}

/**
 * `change:name="{{wxs.function}}"`. The function is called after rendering, because it may select elements of the new
 * rendering.
 */
const observeInWxs =
  (instanceOf: WxsInstance) =>
  (observer: unknown) =>
  (now: unknown, before: unknown, host: Element, node: Element) => {
    if (!isWxsFunction(observer)) return;
    queueMicrotask(() => observer(now, before, instanceOf(host), instanceOf(node)));
  };

/** Wraps the template generators so that they apply the attribute rules of this file. */
export function withAttributes(generators: Generators, instanceOf: WxsInstance): Generators {
  return Object.fromEntries(
    Object.entries(generators).map(([path, content]) => [
      path,
      (name: string) => {
        const generate = content(name);
        if (!generate) return generate;
        return ((wrapper, ...rest) => {
          patch(wrapper, instanceOf);
          return generate(wrapper, ...rest);
        }) as ProcGen;
      },
    ]),
  );
}
