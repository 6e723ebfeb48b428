/** Repeats on this phone the actions that the user did on another phone, at the same elements. */
import type { Phone } from '../../../simulator/types';
import { isPart, type RecordedStep, type ReplayResult, type UserAction } from '../../record-steps';
import type { Chrome, ChromeActions } from '../../screen/chrome';
import { simulateBlur, simulateFocus } from '../simulated-focus';
import { findText } from '../stage/user-actions';
import { elementAt, isOnPageOf } from './element-locator';

/** Maximum wait for an element while the phone is busy, ms. A longer wait would delay all following actions. */
const MAX_WAIT = 3000;

/** Actions from outside the phone. */
export interface Outside {
  relaunch(): void;
  expireSessions(): void;
  setOnline(online: boolean): void;
}

interface ReplayerOptions {
  phone: Phone;
  /** Holds the pages. */
  root: HTMLElement;
  /** The content of the bars; null: they are not drawn yet. */
  bars(): Chrome | null;
  actions: Omit<ChromeActions, 'relaunch'>;
  outside: Outside;
  /** Called before each action, like before a touch of the user. */
  beforeAction(): void;
  /** Runs `work` without reporting its actions as the user's actions on this phone. */
  withoutReporting<T>(work: () => T): T;
}

/** Answers a dialog of the phone. The values are copied, because they have the prototypes of another frame. */
function answer(phone: Phone, step: Extract<RecordedStep, { kind: 'answer' }>): ReplayResult {
  const item = phone.screen.find(step.of) as unknown as Record<string, unknown> | undefined;
  const method = item?.[step.call];
  if (typeof method !== 'function') return 'absent';
  method.apply(item, structuredClone(step.args) as unknown[]);
  return 'done';
}

const when = (possible: boolean | undefined, run: () => void): ReplayResult => {
  if (!possible) return 'absent';
  run();
  return 'done';
};

/** Creates the function that repeats actions, one after another. */
export function createReplayer(options: ReplayerOptions): (action: UserAction) => Promise<ReplayResult> {
  const { phone, root, bars, actions, outside } = options;
  const isCovered = (): boolean => root.closest('[inert]') !== null;

  /**
   * Repeats an action without an element of a page. While a layer covers the page, only actions on the bars are
   * refused.
   */
  function replayStep(step: Extract<UserAction, { kind: 'step' }>['step']): ReplayResult {
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
        if (step.action === 'expire') outside.expireSessions();
        else if (step.action === 'open-settings') actions.openSettings();
        else return isCovered() ? 'covered' : when(bars()?.navigation.canGoHome, actions.home);
        return 'done';
    }
  }

  function tap({ locator, on }: Extract<UserAction, { kind: 'tap' }>): ReplayResult {
    const text = on && 'text' in on ? on.text : undefined;
    // In another era or scene the same text may be in another branch of the WXML.
    const element = elementAt(root, locator, text) ?? (text === undefined ? null : findText(root, text));
    if (!(element instanceof HTMLElement)) return 'absent';
    simulateBlur();
    element.click();
    return 'done';
  }

  /** The element under the finger, while the finger is down. */
  let pressed: Element | null = null;

  /** Sends mouse and pointer events. gestures.ts converts them to touches; built-in components handle them directly. */
  function touch(action: Extract<UserAction, { kind: 'touch' }>): ReplayResult {
    if (action.phase === 'down') {
      const isReached = !isCovered() && isOnPageOf(root, action.locator);
      pressed = isReached ? elementAt(root, action.locator) : null;
    }
    const element = pressed;
    // If a tap has no element, the `tap` action that follows reports it.
    if (!element) return action.phase !== 'up' || !action.far ? 'done' : isCovered() ? 'covered' : 'absent';
    if (action.phase === 'up') pressed = null;
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = { bubbles: true, clientX: left + action.x * width, clientY: top + action.y * height };
    element.dispatchEvent(new PointerEvent(`pointer${action.phase}`, { ...at, isPrimary: true }));
    element.dispatchEvent(new MouseEvent(`mouse${action.phase}`, at));
    return 'done';
  }

  function setValue(action: Extract<UserAction, { kind: 'input' }>): ReplayResult {
    const control = elementAt(root, action.locator);
    const isControl =
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement;
    if (!isControl || control.disabled) return 'absent';
    control.value = action.value;
    const data = action.value.at(-1) ?? '';
    control.dispatchEvent(
      action.event === 'input'
        ? new InputEvent('input', { bubbles: true, data })
        : new Event('change', { bubbles: true }),
    );
    return 'done';
  }

  function scroll({ locator, x, y }: Extract<UserAction, { kind: 'scroll' }>): ReplayResult {
    const box = elementAt(root, locator);
    box?.scrollTo({
      left: x * (box.scrollWidth - box.clientWidth),
      top: y * (box.scrollHeight - box.clientHeight),
      behavior: 'instant',
    });
    return box ? 'done' : 'absent';
  }

  function replayNow(action: UserAction): ReplayResult {
    if (action.kind === 'step') return replayStep(action.step);
    if (action.kind === 'capsule') {
      if (action.state !== 'closed' && isCovered()) return 'covered';
      actions.capsule(action.state);
      return 'done';
    }
    if (action.kind === 'touch') return touch(action);
    // Check the page first: another page may have an element with the same text.
    if (!isOnPageOf(root, action.locator)) return 'absent';
    if (action.kind === 'scroll') return scroll(action);
    if (isCovered()) return 'covered';
    if (action.kind === 'tap') return tap(action);
    if (action.kind === 'input') return setValue(action);
    const field = elementAt(root, action.locator);
    if (!(field instanceof HTMLElement)) return 'absent';
    if (action.kind === 'focus') simulateFocus(field);
    else if (action.kind === 'blur') simulateBlur();
    else if (action.kind === 'confirm')
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ctrlKey: action.bar }));
    return 'done';
  }

  async function replay(action: UserAction): Promise<ReplayResult> {
    options.beforeAction();
    const run = () => options.withoutReporting(() => replayNow(action));
    const first = run();
    // For a part of an action do not wait: its element exists already, or an earlier part has failed.
    if (first === 'done' || isPart(action)) return first;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, MAX_WAIT);
    });
    await Promise.race([phone.settle(), timeout]).catch(() => undefined);
    clearTimeout(timer);
    return run();
  }

  let last: Promise<unknown> = Promise.resolve();
  return (action) => {
    const result = last.then(() => replay(action)).catch((): ReplayResult => 'absent');
    last = result;
    return result;
  };
}
