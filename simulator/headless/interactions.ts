/** The user's touches: each fires events, and then the touched component performs its own action. */

import {
  hasConfirmBar,
  KEYBOARD_SECONDS,
  keyboardHeightOf,
  keyCodeOf,
  replacement,
} from '../built-ins/text-field';
import { assertText } from '../kind-of';
import type { Phone } from '../types';
import { changeControl, isTextControl, valueOfControl } from './controls';
import { attributeOf, describe, isVisible, nodeOf, tagOf } from './dom';
import type { Engine } from './engine/engine';
import type { FocusRequest } from './engine/focus-request';
import { isNickname } from './form-fields';
import { createBehaviour, disabledAt, POINT } from './own-behaviour';

export interface Touches {
  /** Taps an element, with the tap gesture. @throws Error when the user cannot reach the element. */
  tap(element: Element): void;
  /** Focuses an input or a textarea and keeps the focus there. */
  focus(element: Element): void;
  /** Focuses or blurs a field. A hidden or disabled field does not get the focus. */
  applyFocus(request: FocusRequest): void;
  /** Types a text into an input or a textarea, then blurs it. */
  input(element: Element, text: string): void;
  /**
   * Types a text, if given, and presses 完成 on the keyboard: fires `confirm`, then blurs the field unless it has
   * `confirm-hold`.
   */
  confirm(element: Element, text?: string): void;
  /** Picks a name that WeChat suggests at `<input type="nickname">`, then blurs the field. Fires no `input` event. */
  pickNickname(element: Element, name: string): void;
  /** Submits a form, given the form or an element inside it. */
  submit(element: Element): void;
  /** Fires an event as the component itself would: the event does not bubble. */
  fire(element: Element, event: string, detail: Record<string, unknown>): void;
}

/**
 * @param where The page's name, for messages.
 * @param fail Called with errors that happen after the touch.
 * @param report Reports a message to the developer, once per message.
 */
export function createTouches(
  phone: Phone,
  engine: Engine,
  where: string,
  fail: (error: unknown) => void,
  report: (message: string) => void,
): Touches {
  /** The focused field: with `confirm-hold` it stays focused after 完成. */
  let focused: Element | undefined;
  /** Hides the phone's keyboard. */
  let hideKeyboard = () => {};

  const refusal = (element: Element, reason: string) => new Error(`${where}: ${describe(element)} ${reason}`);

  function reachable(element: Element): void {
    if (!isVisible(element)) throw refusal(element, 'is hidden: it cannot be touched.');
    const cover = phone.screen.items.findLast((item) =>
      item.kind === 'toast' || item.kind === 'loading' ? item.mask : true,
    );
    if (cover !== undefined) {
      throw refusal(
        element,
        `is behind the ${cover.kind} that the phone shows: answer that first (phone.screen).`,
      );
    }
  }

  /** @returns the handler's result. */
  function fire(element: Element, event: string, detail: Record<string, unknown>): unknown {
    const node = nodeOf(element);
    if (node === undefined) throw refusal(element, 'belongs to no component.');
    return engine.fire(node, event, detail, false);
  }

  function tap(element: Element): void {
    reachable(element);
    const node = nodeOf(element);
    if (node === undefined) throw refusal(element, 'belongs to no component.');
    const off = disabledAt(element);
    if (off !== null) throw refusal(off, 'is disabled: a tap does nothing.');
    phone.tap(() => {
      engine.fire(node, 'touchstart', POINT, true);
      engine.fire(node, 'touchend', POINT, true);
      tapOn(node);
    });
    if (focused !== undefined && !focused.contains(element) && !attributeOf(focused, 'hold-keyboard'))
      leave();
  }

  const { tapOn, submit } = createBehaviour({ phone, engine, where, report, fire });

  function focus(element: Element): void {
    reachable(element);
    enter(element);
  }

  function enter(element: Element): void {
    if (!isTextControl(element))
      throw refusal(element, 'is neither <input> nor <textarea>: text cannot be typed there.');
    if (attributeOf(element, 'disabled')) throw refusal(element, 'is disabled: text cannot be typed there.');
    if (focused === element) return;
    leave();
    focused = element;
    const hasBar = hasConfirmBar(tagOf(element), attributeOf(element, 'show-confirm-bar'));
    const height = keyboardHeightOf(phone.device, hasBar);
    keyboardMoves(element, height);
    hideKeyboard = phone.raiseKeyboard({ height, leave });
    fire(element, 'focus', { value: valueOfControl(element), height });
  }

  function applyFocus({ element, into }: FocusRequest): void {
    if (!into && focused === element) leave();
    if (into && isVisible(element) && !attributeOf(element, 'disabled')) enter(element);
  }

  /** Blurs the focused field. */
  function leave(): void {
    const element = focused;
    focused = undefined;
    if (element?.isConnected !== true) {
      hideKeyboard();
      return;
    }
    const value = String(valueOfControl(element));
    fire(element, 'blur', { value, cursor: value.length });
    keyboardMoves(element, 0);
    hideKeyboard();
    if (isNickname(element) && value !== '') review(element, value).catch(fail);
  }

  function keyboardMoves(element: Element, height: number): void {
    if (phone.device.keyboardHeight === 0) return;
    fire(element, 'keyboardheightchange', { height, duration: KEYBOARD_SECONDS });
  }

  function type(element: Element, text: string): void {
    const value = changeControl(element, text) as string;
    const keyCode = keyCodeOf(value);
    const instead = replacement(fire(element, 'input', { value, cursor: value.length, keyCode }));
    if (instead !== undefined) changeControl(element, instead.value);
    changed(element);
  }

  function input(element: Element, text: string): void {
    assertText('input: the text', text);
    focus(element);
    type(element, text);
    leave();
  }

  function confirm(element: Element, text?: string): void {
    if (text !== undefined) assertText('confirm: the text', text);
    const isWithout = tagOf(element) === 'textarea' && attributeOf(element, 'show-confirm-bar') === false;
    if (isWithout && (attributeOf(element, 'confirm-type') ?? 'return') === 'return') {
      throw refusal(
        element,
        'has no 完成 key: its return key inserts a line break, and show-confirm-bar is off.',
      );
    }
    focus(element);
    if (text !== undefined) type(element, text);
    fire(element, 'confirm', { value: valueOfControl(element) });
    if (!attributeOf(element, 'confirm-hold')) leave();
  }

  /**
   * Fires `change`, which WeChat's documentation does not mention: after `input`, and alone for a picked nickname
   * (FIDELITY.md, text-field).
   */
  function changed(element: Element): void {
    fire(element, 'change', { value: valueOfControl(element) });
  }

  function pickNickname(element: Element, name: string): void {
    if (!isNickname(element) || !phone.hasNicknameInput) {
      const reason = isNickname(element)
        ? 'is a plain input on this phone'
        : 'is not an <input type="nickname">';
      throw refusal(element, `${reason}: no nickname is suggested there.`);
    }
    focus(element);
    changeControl(element, name);
    changed(element);
    leave();
  }

  /** WeChat's review of a nickname: clears the input if WeChat rejects the name. */
  async function review(element: Element, name: string): Promise<void> {
    const { pass, timeout, firesEvent, cleared } = await phone.reviewNickname(name);
    if (!element.isConnected) return;
    if (cleared && valueOfControl(element) === name) changeControl(element, '');
    if (firesEvent) fire(element, 'nicknamereview', { pass, timeout });
  }

  /**
   * Fires an event for a test. A test that fires `change` of a swiper simulates a swipe, so the swiper changes its
   * item, too.
   */
  function fireFor(element: Element, event: string, detail: Record<string, unknown>): void {
    const node = nodeOf(element);
    if (event === 'change' && node !== undefined) engine.swiperOf(node)?.swipedTo(Number(detail.current));
    fire(element, event, detail);
  }

  return {
    ...{ tap, focus, applyFocus, input, confirm, pickNickname },
    submit: (element) => submit(element),
    fire: fireFor,
  };
}
