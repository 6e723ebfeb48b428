/**
 * The soft keyboard. It opens when a field gets the focus, and covers the lower part of the screen. It pushes the page
 * up as in WeChat (`adjust-position`, `cursor-spacing`: miniprogram/dev/component/input.html).
 */
import type { Phone } from '../../../simulator/types';
import type { KeyboardShown } from '../../keyboard';
import { blurField } from '../simulated-focus';
import { caretBottom } from './caret';

/** A focused field, and the data of its keyboard. */
interface FocusedInput extends KeyboardShown {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  /** `adjust-position`: the page is pushed up. */
  readonly pushes: boolean;
  /** `cursor-spacing`, px. */
  readonly spacing: number;
  /** Height of the nickname strip above the keyboard, px; 0 = none. */
  readonly above: number;
  /** `hold-keyboard`: a tap on the page does not blur the field. */
  readonly holds: boolean;
  /** `adjust-keyboard-to="bottom"`: the whole textarea stays above the keyboard, not only the cursor. */
  readonly whole: boolean;
}

/** The keyboard of a stage. */
export interface Keyboard {
  /** Opens the keyboard for a focused field. @returns the function to call when the field loses the focus */
  up(focused: FocusedInput): () => void;
  /** Recomputes the positions of page and keyboard, after a change of sizes. */
  place(): void;
  /** Closes the keyboard and stops listening. */
  stop(): void;
}

interface KeyboardOptions {
  phone: Pick<Phone, 'raiseKeyboard'>;
  /** Contains the pages; as large as the screen. */
  root: HTMLElement;
  changed(shown: KeyboardShown | null): void;
}

const KEYBOARD_BOTTOM = '--wx-keyboard-bottom';

/** Resets the position of a page's window after the keyboard has closed. */
function release(window: HTMLElement): void {
  window.style.removeProperty('translate');
  window.style.removeProperty(KEYBOARD_BOTTOM);
  delete window.dataset.keyboard;
}

/** Creates the keyboard of a stage. */
export function createKeyboard({ phone, root, changed }: KeyboardOptions): Keyboard {
  let current: FocusedInput | null = null;
  let pushed: HTMLElement | null = null;
  /** A finger or the mouse button is down. The page must not move meanwhile. */
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
    // If the page's `focus` property focused the field, the field may be below the visible part.
    if (pushes && scroller) scroller.scrollTop += Math.max(0, caretBottom(field, whole) - page.bottom);
    page = window.getBoundingClientRect();
    const bottom = caretBottom(field, whole);
    // The minimum of `cursor-spacing` and the distance from the field to the bottom of the page.
    const room = Math.min(Math.max(0, page.bottom - bottom), spacing);
    const push = pushes ? Math.max(0, Math.round(bottom + room - (top - above))) : 0;
    window.style.translate = `0 ${-push}px`;
    window.style.setProperty(KEYBOARD_BOTTOM, `${Math.max(0, page.bottom - push - top)}px`);
    window.dataset.keyboard = '';
  }

  /** Draws now. While a finger is down, it draws later, after the finger is up and its tap has been handled. */
  function place(): void {
    if (isDown) isDue = true;
    else draw();
  }

  const abort = new AbortController();
  const listen = (type: string, listener: (event: Event) => void) =>
    document.addEventListener(type, listener, { capture: true, signal: abort.signal });
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
    // Without this, the browser would blur the field.
    event.preventDefault();
  });

  return {
    up(focused) {
      current = focused;
      const lower = phone.raiseKeyboard({ height: focused.height, leave: () => blurField(focused.field) });
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
