/** Repeats on this phone the actions that the user did on another phone, at the same elements. */
import type { Phone } from '../../../simulator/types';
import { type Followed, isPart, type RecordedStep, type UserAct } from '../../record-steps';
import type { Chrome, ChromeActions } from '../../screen/chrome';
import { pretendBlur, pretendFocus } from '../focus-elsewhere';
import { findText } from '../stage/user-actions';
import { elementAt, isOnPageOf } from './seat';

/** Maximum wait for an element while the phone is busy, ms. A longer wait would delay all following actions. */
const PATIENCE = 3000;

/** Actions from outside the phone. */
export interface Outside {
  relaunch(): void;
  expireSessions(): void;
  setOnline(online: boolean): void;
}

interface FollowerOptions {
  phone: Phone;
  /** Holds the pages. */
  root: HTMLElement;
  /** The content of the bars; null: they are not drawn yet. */
  bars(): Chrome | null;
  actions: Omit<ChromeActions, 'relaunch'>;
  outside: Outside;
  /** Called before each action, like before a touch of the user. */
  touched(): void;
  /** Runs `work` without reporting its actions as the user's actions on this phone. */
  silently<T>(work: () => T): T;
}

/** Answers a dialog of the phone. The values are copied, because they have the prototypes of another frame. */
function answer(phone: Phone, step: Extract<RecordedStep, { kind: 'answer' }>): Followed {
  const item = phone.screen.find(step.of) as unknown as Record<string, unknown> | undefined;
  const method = item?.[step.call];
  if (typeof method !== 'function') return 'absent';
  method.apply(item, structuredClone(step.args) as unknown[]);
  return 'done';
}

const when = (possible: boolean | undefined, run: () => void): Followed => {
  if (!possible) return 'absent';
  run();
  return 'done';
};

/** Creates the function that repeats actions, one after another. */
export function createFollower(options: FollowerOptions): (act: UserAct) => Promise<Followed> {
  const { phone, root, bars, actions, outside } = options;
  const isCovered = (): boolean => root.closest('[inert]') !== null;

  /**
   * Repeats an action without an element of a page. While a layer covers the page, only actions on the bars are
   * refused.
   */
  function doStep(step: Extract<UserAct, { kind: 'step' }>['step']): Followed {
    switch (step.kind) {
      case 'answer':
        return answer(phone, step);
      case 'relaunch':
        outside.relaunch();
        return 'done';
      case 'online':
        outside.setOnline(step.online);
        return 'done';
      case 'back':
        return isCovered() ? 'covered' : when(bars()?.navigation.canGoBack, actions.back);
      case 'tab': {
        const tabs = bars()?.tabBar;
        const isThere = tabs && !tabs.hidden && tabs.tabs.some(({ pagePath }) => pagePath === step.page);
        return isCovered() ? 'covered' : when(isThere === true, () => actions.switchTab(step.page));
      }
      case 'other':
        if (step.act === 'expire') outside.expireSessions();
        else if (step.act === 'open-settings') actions.openSettings();
        else return isCovered() ? 'covered' : when(bars()?.navigation.canGoHome, actions.home);
        return 'done';
    }
  }

  function tap({ seat, on }: Extract<UserAct, { kind: 'tap' }>): Followed {
    const text = on && 'text' in on ? on.text : undefined;
    // In another era or scene the same text may be in another branch of the WXML.
    const element = elementAt(root, seat, text) ?? (text === undefined ? null : findText(root, text));
    if (!(element instanceof HTMLElement)) return 'absent';
    pretendBlur();
    element.click();
    return 'done';
  }

  /** The element under the finger, while the finger is down. */
  let pressed: Element | null = null;

  /** Sends mouse and pointer events. gestures.ts converts them to touches; built-in components handle them directly. */
  function touch(act: Extract<UserAct, { kind: 'touch' }>): Followed {
    if (act.phase === 'down') {
      const isReached = !isCovered() && isOnPageOf(root, act.seat);
      pressed = isReached ? elementAt(root, act.seat) : null;
    }
    const element = pressed;
    // If a tap has no element, the `tap` action that follows reports it.
    if (!element) return act.phase !== 'up' || !act.far ? 'done' : isCovered() ? 'covered' : 'absent';
    if (act.phase === 'up') pressed = null;
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = { bubbles: true, clientX: left + act.x * width, clientY: top + act.y * height };
    element.dispatchEvent(new PointerEvent(`pointer${act.phase}`, { ...at, isPrimary: true }));
    element.dispatchEvent(new MouseEvent(`mouse${act.phase}`, at));
    return 'done';
  }

  function setValue(act: Extract<UserAct, { kind: 'input' }>): Followed {
    const control = elementAt(root, act.seat);
    const isControl =
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement;
    if (!isControl || control.disabled) return 'absent';
    control.value = act.value;
    const data = act.value.at(-1) ?? '';
    control.dispatchEvent(
      act.event === 'input'
        ? new InputEvent('input', { bubbles: true, data })
        : new Event('change', { bubbles: true }),
    );
    return 'done';
  }

  function scroll({ seat, x, y }: Extract<UserAct, { kind: 'scroll' }>): Followed {
    const box = elementAt(root, seat);
    box?.scrollTo({
      left: x * (box.scrollWidth - box.clientWidth),
      top: y * (box.scrollHeight - box.clientHeight),
      behavior: 'instant',
    });
    return box ? 'done' : 'absent';
  }

  function attempt(act: UserAct): Followed {
    if (act.kind === 'step') return doStep(act.step);
    if (act.kind === 'capsule') {
      if (act.state !== 'closed' && isCovered()) return 'covered';
      actions.capsule(act.state);
      return 'done';
    }
    if (act.kind === 'touch') return touch(act);
    // Check the page first: another page may have an element with the same text.
    if (!isOnPageOf(root, act.seat)) return 'absent';
    if (act.kind === 'scroll') return scroll(act);
    if (isCovered()) return 'covered';
    if (act.kind === 'tap') return tap(act);
    if (act.kind === 'input') return setValue(act);
    const field = elementAt(root, act.seat);
    if (!(field instanceof HTMLElement)) return 'absent';
    if (act.kind === 'focus') pretendFocus(field);
    else if (act.kind === 'blur') pretendBlur();
    else if (act.kind === 'confirm')
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ctrlKey: act.bar }));
    return 'done';
  }

  async function follow(act: UserAct): Promise<Followed> {
    options.touched();
    const run = () => options.silently(() => attempt(act));
    const first = run();
    // For a part of an action do not wait: its element exists already, or an earlier part has failed.
    if (first === 'done' || isPart(act)) return first;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE);
    });
    await Promise.race([phone.settle(), timeout]).catch(() => undefined);
    clearTimeout(timer);
    return run();
  }

  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const followed = last.then(() => follow(act)).catch((): Followed => 'absent');
    last = followed;
    return followed;
  };
}
