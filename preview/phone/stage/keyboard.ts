/**
 * The soft keyboard: it comes with the focus, covers the lower part of the screen, and pushes the page up as WeChat does
 * (`adjust-position`, `cursor-spacing`: miniprogram/dev/component/input.html).
 */
import type { Phone } from '../../../simulator/types';
import type { KeyboardShown } from '../../keyboard';
import { leaveField } from '../focus-elsewhere';
import { caretBottom } from './caret';

/** A field that has the focus, and the keyboard that it asks for. */
export interface FocusedInput extends KeyboardShown {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  /** `adjust-position`: the page is pushed up. */
  readonly pushes: boolean;
  /** `cursor-spacing`, px. */
  readonly spacing: number;
  /** What the page shows above the keyboard, as wide as the screen, px: the offer of a nickname. */
  readonly above: number;
  /** `hold-keyboard`: a tap on the page does not take the focus. */
  readonly holds: boolean;
  /** `adjust-keyboard-to="bottom"`: of a textarea the whole stays above the keyboard, not the cursor alone. */
  readonly whole: boolean;
}

export interface Keyboard {
  /** A field has the focus. Returns the function that says that it has lost it. */
  up(focused: FocusedInput): () => void;
  /** The sizes have changed. */
  place(): void;
  /** The process is gone. */
  stop(): void;
}

interface KeyboardOptions {
  phone: Pick<Phone, 'raiseKeyboard'>;
  /** Holds the pages; as large as the screen. */
  root: HTMLElement;
  changed(shown: KeyboardShown | null): void;
}

const KEYBOARD_BOTTOM = '--wx-keyboard-bottom';

/** Everything is where it is without a keyboard. */
function release(window: HTMLElement): void {
  window.style.removeProperty('translate');
  window.style.removeProperty(KEYBOARD_BOTTOM);
  delete window.dataset.keyboard;
}

/** Makes the keyboard of a stage. */
export function createKeyboard({ phone, root, changed }: KeyboardOptions): Keyboard {
  let current: FocusedInput | null = null;
  let pushed: HTMLElement | null = null;
  /** A finger or the mouse is down: what lies under it must not move away. */
  let isDown = false;
  let isDue = false;

  function draw(): void {
    if (pushed) release(pushed);
    pushed = null;
    changed(current);
    const window = current?.field.closest<HTMLElement>('.wx-window');
    if (!current || !window) return;
    pushed = window;
    const { field, height, spacing, pushes, whole, above } = current;
    const top = root.getBoundingClientRect().bottom - height;
    let page = window.getBoundingClientRect();
    const scroller = window.querySelector('.wx-scroller');
    // A field that the page itself gave the focus may lie below what shows.
    if (pushes && scroller) scroller.scrollTop += Math.max(0, caretBottom(field, whole) - page.bottom);
    page = window.getBoundingClientRect();
    const bottom = caretBottom(field, whole);
    // The smaller of the two: its distance to the end of the page, and what it asks for.
    const room = Math.min(Math.max(0, page.bottom - bottom), spacing);
    const push = pushes ? Math.max(0, Math.round(bottom + room - (top - above))) : 0;
    window.style.translate = `0 ${-push}px`;
    window.style.setProperty(KEYBOARD_BOTTOM, `${Math.max(0, page.bottom - push - top)}px`);
    window.dataset.keyboard = '';
  }

  /** Now, or when the finger is up and its tap has been heard. */
  function place(): void {
    if (isDown) isDue = true;
    else draw();
  }

  const abort = new AbortController();
  const listen = (type: string, hear: (event: Event) => void) =>
    document.addEventListener(type, hear, { capture: true, signal: abort.signal });
  listen('pointerdown', () => {
    isDown = true;
  });
  const lifted = () =>
    setTimeout(() => {
      isDown = false;
      if (isDue) draw();
      isDue = false;
    });
  listen('pointerup', lifted);
  listen('pointercancel', lifted);
  listen('mousedown', (event) => {
    const { target } = event;
    if (!current?.holds || !(target instanceof Element) || target.closest('input, textarea')) return;
    // The browser would take the focus from the field.
    event.preventDefault();
  });

  return {
    up(focused) {
      current = focused;
      const lower = phone.raiseKeyboard({ height: focused.height, leave: () => leaveField(focused.field) });
      if (focused.height > 0) place();
      return () => {
        if (current === focused) {
          current = null;
          place();
        }
        lower();
      };
    },
    place() {
      if (current) place();
    },
    stop() {
      abort.abort();
      current = null;
      draw();
    },
  };
}
