/** A page under test: read it as a person reads it, touch it as a person touches it. */

import { copy } from '../plain-copy';
import { valueOfControl } from './controls';
import {
  attributeOf,
  collapse,
  describe,
  isVisible,
  nodeOf,
  reflectAttributes,
  snapshotOf,
  tagOf,
  textOf,
} from './dom';
import type { Engine, Instance } from './engine/engine';
import type { Touches } from './interactions';
import { findAll, findOne, type Target } from './selectors';

/** How an action ends. */
export interface ActOptions {
  /** Wait until the phone has nothing left to do. Default true. */
  settle?: boolean;
}

/** An element of a page. */
export interface ElementHandle {
  /** As the WXML names it: `button`, `view`, `my-component`. */
  readonly tag: string;
  readonly classes: readonly string[];
  readonly dataset: Readonly<Record<string, unknown>>;
  /** Is neither it nor anything around it hidden? */
  readonly visible: boolean;
  readonly disabled: boolean;
  /** Of an input, a switch, a checkbox-group …: what it holds now. */
  readonly value: unknown;
  /** The real element, with real attributes. */
  readonly dom: Element;
  /** An attribute as the WXML gave it, with its type; undefined when absent. */
  attribute(name: string): unknown;
  text(): string;
  find(target: Target): ElementHandle;
  findAll(target: Target): ElementHandle[];
  tap(options?: ActOptions): Promise<void>;
  input(text: string, options?: ActOptions): Promise<void>;
  confirm(text?: string, options?: ActOptions): Promise<void>;
  pickNickname(name: string, options?: ActOptions): Promise<void>;
  submit(options?: ActOptions): Promise<void>;
  fire(event: string, detail?: Record<string, unknown>, options?: ActOptions): Promise<void>;
}

/** A page of the stack. */
export interface PageHandle {
  /** E.g. `pages/user/user`. */
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
  /** A copy of the page's data. */
  readonly data: Readonly<Record<string, unknown>>;
  /** `this` of the page, as `getCurrentPages()` shows it. */
  readonly instance: Instance;
  /** What the page passed to `setData`, call by call. */
  readonly setDataCalls: readonly Readonly<Record<string, unknown>>[];
  readonly dom: Element;
  /** What the navigation bar says. */
  readonly title: string;
  /** The visible text, a line per block. */
  text(): string;
  /** Does the visible text contain this? White space counts as one space. */
  has(text: string): boolean;
  /** The first match. @throws Error that lists what the page shows. */
  find(target: Target): ElementHandle;
  /** All matches; none is an empty list. */
  findAll(target: Target): ElementHandle[];
  tap(target: Target, options?: ActOptions): Promise<void>;
  /** Puts the cursor into the input that the target means, and stays there; the next tap elsewhere leaves it. */
  focus(target: Target, options?: ActOptions): Promise<void>;
  /** Types into the input that the target means. */
  input(target: Target, text: string, options?: ActOptions): Promise<void>;
  /** Presses the keyboard's 完成 in the input that the target means, after typing `text` if that is given: `confirm`. */
  confirm(target: Target, text?: string, options?: ActOptions): Promise<void>;
  /** Takes a name that WeChat offers at `<input type="nickname">`: it is in the form's value, but no `input` event fires. */
  pickNickname(target: Target, name: string, options?: ActOptions): Promise<void>;
  /** Submits the form that the target means or is in. */
  submit(target: Target, options?: ActOptions): Promise<void>;
  /** Fires a component's event, e.g. `fire('image', 'error')`. */
  fire(target: Target, event: string, detail?: Record<string, unknown>, options?: ActOptions): Promise<void>;
  /** The person pulls the page down: `onPullDownRefresh`. */
  pullDown(options?: ActOptions): Promise<void>;
  /** The person scrolls to the end: `onReachBottom`. */
  reachBottom(options?: ActOptions): Promise<void>;
  /** The page as small, stable HTML. */
  snapshot(): string;
}

interface Surroundings {
  engine: Engine;
  touches: Touches;
  /** Does something and settles; throws what the mini-program threw. */
  act(work: () => void, options: ActOptions | undefined): Promise<void>;
  /** Calls a method of the page, if it has it. */
  call(method: string): void;
  /** @throws Error unless this is the page that a person sees. */
  assertOnTop(): void;
}

/** What a handle needs of its page. */
export interface PageState {
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
  readonly instance: Instance;
  readonly dom: Element;
  readonly title: string;
  readonly setDataCalls: readonly Readonly<Record<string, unknown>>[];
}

/** Makes the handle of a page. */
export function createPageHandle(page: PageState, around: Surroundings): PageHandle {
  const { engine, touches, act } = around;
  const current = (): Element => {
    reflectAttributes(page.dom);
    return page.dom;
  };
  /** Finds when the action runs; among several matches by text, one that does something. */
  const pick = (target: Target): Element => {
    around.assertOnTop();
    const root = current();
    const all = findAll(root, target, engine).filter(isVisible);
    if (all.length > 1 && typeof target !== 'string' && 'text' in target) {
      const active = all.filter(hasTapAction);
      if (active.length > 1) {
        const listed = active.map((element) => `  ${describe(element)}`).join('\n');
        throw new Error(
          `${page.route}: several elements show this text:\n${listed}\nUse a selector, or \`nth\`: { text: …, nth: 1 } is the second one.`,
        );
      }
      if (active[0] !== undefined) return active[0];
    }
    return all[0] ?? findOne(root, target, engine, page.route);
  };

  const element = (dom: Element): ElementHandle => ({
    tag: tagOf(dom),
    get classes() {
      return [...dom.classList];
    },
    get dataset() {
      return { ...nodeOf(dom)?.dataset };
    },
    get visible() {
      return isVisible(dom);
    },
    get disabled() {
      return Boolean(attributeOf(dom, 'disabled'));
    },
    get value() {
      return valueOfControl(dom);
    },
    dom,
    attribute: (name) => attributeOf(dom, name),
    text: () => textOf(dom),
    find: (target) => element(findOne(inside(dom), target, engine, page.route)),
    findAll: (target) => findAll(inside(dom), target, engine).map(element),
    tap: (options) => act(() => touches.tap(onTop(dom)), options),
    input: (text, options) => act(() => touches.input(onTop(dom), text), options),
    confirm: (text, options) => act(() => touches.confirm(onTop(dom), text), options),
    pickNickname: (name, options) => act(() => touches.pickNickname(onTop(dom), name), options),
    submit: (options) => act(() => touches.submit(onTop(dom)), options),
    fire: (event, detail = {}, options) => act(() => touches.fire(dom, event, detail), options),
  });
  const inside = (dom: Element) => {
    reflectAttributes(page.dom);
    return dom;
  };
  const onTop = (dom: Element) => {
    around.assertOnTop();
    return inside(dom);
  };

  return {
    route: page.route,
    options: page.options,
    get data() {
      return copy(page.instance.data);
    },
    instance: page.instance,
    setDataCalls: page.setDataCalls,
    get dom() {
      return current();
    },
    get title() {
      return page.title;
    },
    text: () => textOf(current()),
    has: (text) => collapse(textOf(current())).includes(collapse(text)),
    find: (target) => element(findOne(current(), target, engine, page.route)),
    findAll: (target) => findAll(current(), target, engine).map(element),
    tap: (target, options) => act(() => touches.tap(pick(target)), options),
    focus: (target, options) => act(() => touches.focus(pick(target)), options),
    input: (target, text, options) => act(() => touches.input(pick(target), text), options),
    confirm: (target, text, options) => act(() => touches.confirm(pick(target), text), options),
    pickNickname: (target, name, options) => act(() => touches.pickNickname(pick(target), name), options),
    submit: (target, options) => act(() => touches.submit(pick(target)), options),
    fire: (target, event, detail = {}, options) =>
      act(() => touches.fire(findOne(current(), target, engine, page.route), event, detail), options),
    pullDown: (options) => act(() => around.call('onPullDownRefresh'), options),
    reachBottom: (options) => act(() => around.call('onReachBottom'), options),
    snapshot: () => snapshotOf(current()),
  };
}

/** Does a tap on the element have an effect? */
function hasTapAction(element: Element): boolean {
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    const events = Object.values(nodeOf(one)?._vt?.event ?? {});
    if (events.some(({ name }) => name === 'tap')) return true;
    if (['button', 'navigator', 'label', 'checkbox', 'radio', 'switch'].includes(tagOf(one))) return true;
  }
  return false;
}
