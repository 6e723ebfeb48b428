/** A page under test: reads its text and performs the user's touches. */

import { assertText } from '../kind-of';
import { copy } from '../program/plain-copy';
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

/** Options of an action. */
export interface ActOptions {
  /** Whether to wait until the phone has no work left. Default true. */
  settle?: boolean;
}

/** An element of a page. */
export interface ElementHandle {
  /** The tag in WXML: `button`, `view`, `my-component`. */
  readonly tag: string;
  readonly classes: readonly string[];
  readonly dataset: Readonly<Record<string, unknown>>;
  /** Are the element and all its ancestors visible? */
  readonly visible: boolean;
  readonly disabled: boolean;
  /** The current value of an input, switch, checkbox-group or other control. */
  readonly value: unknown;
  /** The DOM element, with the attributes of the WXML. */
  readonly dom: Element;
  /** An attribute of the WXML with its type; undefined when absent. */
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

/** A page in the stack. */
export interface PageHandle {
  /** E.g. `pages/user/user`. */
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
  /** A copy of the page's data. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The page's instance, as in `getCurrentPages()`. */
  readonly instance: Instance;
  /** The arguments of the page's `setData` calls, in order. */
  readonly setDataCalls: readonly Readonly<Record<string, unknown>>[];
  readonly dom: Element;
  /** The title in the navigation bar. */
  readonly title: string;
  /** The visible text, one line per block. */
  text(): string;
  /** Does the visible text contain this? White space counts as one space. */
  has(text: string): boolean;
  /** The first match. @throws Error that lists the elements of the page. */
  find(target: Target): ElementHandle;
  /** All matches, or an empty list. */
  findAll(target: Target): ElementHandle[];
  tap(target: Target, options?: ActOptions): Promise<void>;
  /** Focuses the target, an input or textarea. It stays focused until a tap elsewhere. */
  focus(target: Target, options?: ActOptions): Promise<void>;
  /** Types into the target, an input or textarea, then blurs it. */
  input(target: Target, text: string, options?: ActOptions): Promise<void>;
  /** Types `text`, if given, into the target, and presses 完成 on the keyboard: fires `confirm`. */
  confirm(target: Target, text?: string, options?: ActOptions): Promise<void>;
  /**
   * Picks a name that WeChat suggests at `<input type="nickname">`. The form's value contains it, but no `input` event
   * fires.
   */
  pickNickname(target: Target, name: string, options?: ActOptions): Promise<void>;
  /** Submits the target, or the form that contains it. */
  submit(target: Target, options?: ActOptions): Promise<void>;
  /** Fires a component's event, e.g. `fire('image', 'error')`. */
  fire(target: Target, event: string, detail?: Record<string, unknown>, options?: ActOptions): Promise<void>;
  /** The user pulls the page down: `onPullDownRefresh`. */
  pullDown(options?: ActOptions): Promise<void>;
  /** The user scrolls to the end: `onReachBottom`. */
  reachBottom(options?: ActOptions): Promise<void>;
  /** The page as small, stable HTML. */
  snapshot(): string;
}

interface Surroundings {
  engine: Engine;
  touches: Touches;
  /** Performs an action and settles. Throws the mini-program's exceptions. */
  act(work: () => void, options: ActOptions | undefined): Promise<void>;
  /** Calls a method of the page, if the page has it. */
  call(method: string): void;
  /** @throws Error unless this page is on top. */
  assertOnTop(): void;
}

/** The data of a page that its handle needs. */
interface PageState {
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
  readonly instance: Instance;
  readonly dom: Element;
  readonly title: string;
  readonly setDataCalls: readonly Readonly<Record<string, unknown>>[];
}

/** Creates the handle of a page. */
export function createPageHandle(page: PageState, around: Surroundings): PageHandle {
  const { engine, touches, act } = around;
  const current = (): Element => {
    reflectAttributes(page.dom);
    return page.dom;
  };
  /** Finds the element when the action runs. If several elements match a text, chooses the one that reacts to a tap. */
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
    attribute(name) {
      assertText('attribute: the name', name);
      return attributeOf(dom, name);
    },
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
    has(text) {
      assertText('has: the text', text);
      return collapse(textOf(current())).includes(collapse(text));
    },
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
