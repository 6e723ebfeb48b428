/**
 * Keyboard focus on the pages. It moves the focus into a dialog of the page. When the focused element disappears, it
 * moves the focus back.
 */
import { writtenText } from '../../long-text';
import { focusFirst, keepTabInside } from '../../screen/focus';

/** Maximum number of previously focused elements in the history. */
const MAX_HISTORY = 20;

/** Texts of buttons that dismiss a dialog. */
const DISMISS = /^(取消|拒绝|关闭|暂不.*|不同意|以后再说|×|✕|cancel|close)$/i;

/** The running focus control of the pages. */
interface PageFocus {
  /** Focuses the last focused element that still exists. Call it after a sheet of WeChat has closed. */
  restore(): void;
  stop(): void;
}

const isUsable = (element: Element): boolean =>
  element.isConnected && element.getClientRects().length > 0 && element.closest('[inert]') === null;

/** Handles Escape in a dialog of the page: taps its dismiss button, or else the area beside the dialog. */
function dismiss(dialog: HTMLElement): void {
  const buttons = [...dialog.querySelectorAll<HTMLElement>('wx-button, [role="button"], [tabindex="0"]')];
  const way = buttons.find((one) => DISMISS.test(one.ariaLabel ?? writtenText(one).trim()));
  (way ?? dialog.parentElement)?.click();
}

/**
 * Starts the focus control. A dialog is an element with `aria-modal="true"`: the focus moves into it, Tab stays inside,
 * Escape dismisses it. A phone has no Escape key. In the preview, keyboard users need it to leave the dialog.
 * @param root contains the pages
 */
export function keepPageFocus(root: HTMLElement): PageFocus {
  const stopped = new AbortController();
  const options = { signal: stopped.signal, capture: true };
  let history: HTMLElement[] = [];
  /** The focused element. If it was removed while it had the focus: the removed element. */
  let held: HTMLElement | null = null;
  let dialog: HTMLElement | null = null;

  const restore = (inside: Element = dialog ?? root): void => {
    if (!document.hasFocus()) return;
    history.findLast((one) => isUsable(one) && inside.contains(one))?.focus({ preventScroll: true });
  };
  const enter = (element: HTMLElement): void => {
    if (!document.hasFocus() || element.contains(document.activeElement)) return;
    const first = element.querySelector<HTMLElement>('wx-button, [tabindex="0"], input, textarea');
    if (!first) element.tabIndex = -1;
    focusFirst(first ?? element);
  };
  const check = (): void => {
    const top =
      [...root.querySelectorAll<HTMLElement>('[aria-modal="true"]')].filter(isUsable).at(-1) ?? null;
    const changed = top !== dialog;
    const gone = held !== null && !isUsable(held) && document.activeElement === document.body;
    dialog = top;
    if (changed && top) enter(top);
    else if (gone) restore();
    if (gone) held = null;
  };

  root.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      held = target;
      history = [...history.filter((one) => one !== target), target].slice(-MAX_HISTORY);
    },
    options,
  );
  root.addEventListener(
    'focusout',
    ({ target }) => {
      // A removed element also fires `focusout`. Clear `held` only if the element still exists, because then the user
      // has left it.
      queueMicrotask(() => {
        if (held === target && (target as Element).isConnected) held = null;
      });
    },
    options,
  );
  root.addEventListener(
    'keydown',
    (event) => {
      if (!dialog || event.isComposing) return;
      if (event.key === 'Tab') keepTabInside(event, dialog);
      if (event.key !== 'Escape' || event.repeat) return;
      event.preventDefault();
      dismiss(dialog);
    },
    options,
  );
  const observer = new MutationObserver(check);
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['aria-modal', 'hidden', 'inert', 'class', 'style'],
  });
  return {
    restore: () => restore(),
    stop() {
      observer.disconnect();
      stopped.abort();
    },
  };
}
