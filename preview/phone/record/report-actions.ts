/** Reports the user's actions on a phone that are not steps of a recording. Linked phones repeat these actions. */
import type { ElementLocator, UserAction } from '../../record-steps';
import { LONG_PRESS_TIME, MAX_TAP_MOVE } from '../engine/gestures';
import { locatorOf } from './element-locator';

/** The native fields of inputs. */
export const FIELDS = 'input, textarea';

/** Events that show that the user is using this phone. */
const TOUCHES = ['pointerdown', 'touchstart', 'wheel', 'keydown'] as const;

/** Receives the actions. */
interface ActionListener {
  report(action: UserAction): void;
  /**
   * Whether the user is using this phone, not another one on the page. If not, a scroll event does not come from the
   * user.
   */
  isInUse(): boolean;
  /** Called when the user uses this phone. */
  onUse(): void;
}

/** The scroll position, from 0 (start) to 1 (end). */
const part = (done: number, all: number): number => (all > 0 ? Math.min(1, Math.max(0, done / all)) : 0);

/** Reports a touch or mouse drag from press to release: a drag, a swipe or a long press. */
function reportTouches(
  root: HTMLElement,
  options: AddEventListenerOptions,
  report: ActionListener['report'],
): void {
  let held: {
    locator: ElementLocator;
    target: Element;
    x: number;
    y: number;
    since: number;
    far: boolean;
  } | null = null;
  const emit = (phase: 'down' | 'move' | 'up', { clientX, clientY, timeStamp }: PointerEvent): void => {
    if (!held) return;
    const { locator, target, x, y, since } = held;
    held.far ||= Math.hypot(clientX - x, clientY - y) > MAX_TAP_MOVE || timeStamp - since > LONG_PRESS_TIME;
    const { left, top, width, height } = target.getBoundingClientRect();
    const at = { x: (clientX - left) / (width || 1), y: (clientY - top) / (height || 1) };
    report({ kind: 'touch', phase, locator, ...at, far: held.far });
    if (phase === 'up') held = null;
  };
  root.addEventListener(
    'pointerdown',
    (event) => {
      const { target, isTrusted, isPrimary, button, clientX: x, clientY: y, timeStamp: since } = event;
      if (!isTrusted || !isPrimary || button !== 0 || !(target instanceof Element)) return;
      const locator = locatorOf(root, target);
      held = locator && { locator, target, x, y, since, far: false };
      emit('down', event);
    },
    options,
  );
  window.addEventListener('pointermove', (event) => emit('move', event), options);
  for (const type of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(type, (event) => emit('up', event), options);
}

/** Reports typing, focus, the return key, touches and scrolling. @param root holds the pages */
export function reportActions(
  root: HTMLElement,
  signal: AbortSignal,
  { report, isInUse, onUse }: ActionListener,
): void {
  const options = { capture: true, passive: true, signal };
  reportTouches(root, options, report);
  for (const type of TOUCHES)
    document.addEventListener(type, ({ isTrusted }) => isTrusted && onUse(), options);
  const at = ({ target }: Event, kinds: string): Element | null =>
    target instanceof Element && target.matches(kinds) ? target : null;
  for (const [type, kind] of [
    ['focusin', 'focus'],
    ['focusout', 'blur'],
  ] as const) {
    root.addEventListener(
      type,
      (event) => {
        const field = at(event, FIELDS);
        // A simulated focus event (`isTrusted` is false) repeats an action of another phone.
        const locator = field && event.isTrusted ? locatorOf(root, field) : null;
        if (locator) report({ kind, locator });
      },
      options,
    );
  }
  for (const type of ['input', 'change'] as const) {
    root.addEventListener(
      type,
      (event) => {
        const control = at(event, `${FIELDS}, select`) as HTMLInputElement | null;
        const locator = control && locatorOf(root, control);
        if (locator) report({ kind: 'input', event: type, locator, value: control.value });
      },
      options,
    );
  }
  root.addEventListener(
    'keydown',
    (event) => {
      const field = event.key === 'Enter' && !event.isComposing && at(event, FIELDS);
      const locator = field && locatorOf(root, field);
      if (locator) report({ kind: 'confirm', locator, bar: event.ctrlKey || event.metaKey });
    },
    options,
  );
  root.addEventListener(
    'scroll',
    ({ target }) => {
      if (!isInUse() || !(target instanceof Element)) return;
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = target;
      const locator = locatorOf(root, target);
      const x = part(scrollLeft, scrollWidth - clientWidth);
      const y = part(scrollTop, scrollHeight - clientHeight);
      if (locator) report({ kind: 'scroll', locator, x, y });
    },
    options,
  );
}
