/** The keyboard's place on the pages: into a dialog of theirs, and back when what had the focus is gone. */
import { writtenText } from '../../long-text';
import { focusFirst, keepTabInside } from '../../screen/focus';

/** How many elements are remembered that had the focus. */
const REMEMBERED = 20;

/** Words of buttons that dismiss a dialog. */
const DISMISS = /^(取消|拒绝|关闭|暂不.*|不同意|以后再说|×|✕|cancel|close)$/i;

/** Watches over the focus of the pages. */
export interface PageFocus {
  /** Back to the element that had the focus last and is still there: after a sheet of WeChat's. */
  restore(): void;
  stop(): void;
}

const isUsable = (element: Element): boolean =>
  element.isConnected && element.getClientRects().length > 0 && element.closest('[inert]') === null;

/** What Escape means in a dialog of a page: its own way out, else a tap beside it. */
function dismiss(dialog: HTMLElement): void {
  const buttons = [...dialog.querySelectorAll<HTMLElement>('wx-button, [role="button"], [tabindex="0"]')];
  const way = buttons.find((one) => DISMISS.test(one.ariaLabel ?? writtenText(one).trim()));
  (way ?? dialog.parentElement)?.click();
}

/**
 * @param root holds the pages. A dialog of theirs is an element with `aria-modal="true"`: the focus moves into it, Tab
 * stays inside, Escape dismisses it. On a phone there is no such key; here it stands for the person's way out.
 */
export function keepPageFocus(root: HTMLElement): PageFocus {
  const stopped = new AbortController();
  const options = { signal: stopped.signal, capture: true };
  let history: HTMLElement[] = [];
  /** Has the focus, or had it when it was taken out of the page. */
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
  const look = (): void => {
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
      history = [...history.filter((one) => one !== target), target].slice(-REMEMBERED);
    },
    options,
  );
  root.addEventListener(
    'focusout',
    ({ target }) => {
      // Taken out of the page, it loses the focus too: only a person's leaving counts.
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
  const observer = new MutationObserver(look);
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
