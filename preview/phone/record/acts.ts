/** Reports the user's actions on a phone that are not steps of a recording. Linked phones repeat these actions. */
import type { Seat, UserAct } from '../../record-steps';
import { LONG, SLACK } from '../engine/gestures';
import { seatOf } from './seat';

/** The native fields of inputs. */
export const FIELDS = 'input, textarea';

/** Events that show that the user is using this phone. */
const TOUCHES = ['pointerdown', 'touchstart', 'wheel', 'keydown'] as const;

/** Receives the actions. */
export interface ActListener {
  act(act: UserAct): void;
  /**
   * Whether the user is using this phone, not another one on the page. If not, a scroll event does not come from the
   * user.
   */
  leads(): boolean;
  /** Called when the user uses this phone. */
  touched(): void;
}

/** The scroll position, from 0 (start) to 1 (end). */
const part = (done: number, all: number): number => (all > 0 ? Math.min(1, Math.max(0, done / all)) : 0);

/** Reports a touch or mouse drag from press to release: a drag, a swipe or a long press. */
function reportTouches(root: HTMLElement, options: AddEventListenerOptions, act: ActListener['act']): void {
  let held: { seat: Seat; target: Element; x: number; y: number; since: number; far: boolean } | null = null;
  const emit = (phase: 'down' | 'move' | 'up', { clientX, clientY, timeStamp }: PointerEvent): void => {
    if (!held) return;
    const { seat, target, x, y, since } = held;
    held.far ||= Math.hypot(clientX - x, clientY - y) > SLACK || timeStamp - since > LONG;
    const { left, top, width, height } = target.getBoundingClientRect();
    const at = { x: (clientX - left) / (width || 1), y: (clientY - top) / (height || 1) };
    act({ kind: 'touch', phase, seat, ...at, far: held.far });
    if (phase === 'up') held = null;
  };
  root.addEventListener(
    'pointerdown',
    (event) => {
      const { target, isTrusted, isPrimary, button, clientX: x, clientY: y, timeStamp: since } = event;
      if (!isTrusted || !isPrimary || button !== 0 || !(target instanceof Element)) return;
      const seat = seatOf(root, target);
      held = seat && { seat, target, x, y, since, far: false };
      emit('down', event);
    },
    options,
  );
  window.addEventListener('pointermove', (event) => emit('move', event), options);
  for (const type of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(type, (event) => emit('up', event), options);
}

/** Reports typing, focus, the return key, touches and scrolling. @param root holds the pages */
export function reportActs(
  root: HTMLElement,
  signal: AbortSignal,
  { act, leads, touched }: ActListener,
): void {
  const options = { capture: true, passive: true, signal };
  reportTouches(root, options, act);
  for (const type of TOUCHES)
    document.addEventListener(type, ({ isTrusted }) => isTrusted && touched(), options);
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
        const seat = field && event.isTrusted ? seatOf(root, field) : null;
        if (seat) act({ kind, seat });
      },
      options,
    );
  }
  for (const type of ['input', 'change'] as const) {
    root.addEventListener(
      type,
      (event) => {
        const control = at(event, `${FIELDS}, select`) as HTMLInputElement | null;
        const seat = control && seatOf(root, control);
        if (seat) act({ kind: 'input', event: type, seat, value: control.value });
      },
      options,
    );
  }
  root.addEventListener(
    'keydown',
    (event) => {
      const field = event.key === 'Enter' && !event.isComposing && at(event, FIELDS);
      const seat = field && seatOf(root, field);
      if (seat) act({ kind: 'confirm', seat, bar: event.ctrlKey || event.metaKey });
    },
    options,
  );
  root.addEventListener(
    'scroll',
    ({ target }) => {
      if (!leads() || !(target instanceof Element)) return;
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = target;
      const seat = seatOf(root, target);
      const x = part(scrollLeft, scrollWidth - clientWidth);
      const y = part(scrollTop, scrollHeight - clientHeight);
      if (seat) act({ kind: 'scroll', seat, x, y });
    },
    options,
  );
}
