/**
 * Keeps the focus in the top layer of a shadow root. When the layer closes, returns the focus to the element that had
 * it before.
 */

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), a[href], [tabindex="0"]';

/** The visible focusable elements inside an element, in document order. */
function focusables(inside: ParentNode): HTMLElement[] {
  return [...inside.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.getClientRects().length > 0,
  );
}

/** Handles Tab in a dialog: Tab moves from the last element to the first, Shift+Tab from the first to the last. */
export function keepTabInside(event: KeyboardEvent, dialog: HTMLElement): void {
  const stops = focusables(dialog);
  const active = (dialog.getRootNode() as Document | ShadowRoot).activeElement;
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const target = event.shiftKey ? stops.at(-1) : stops[0];
  const outside = !(active instanceof HTMLElement) || !stops.includes(active);
  if (stops.length > 0 && active !== edge && !outside) return;
  event.preventDefault();
  (target ?? dialog).focus();
}

let hasKeys = false;
document.addEventListener(
  'keydown',
  ({ isTrusted }) => {
    hasKeys ||= isTrusted;
  },
  true,
);

/**
 * Focuses an element of a newly opened layer. If the user has not pressed a key yet, the focus ring is hidden, as on a
 * phone: otherwise screenshots of scenes would contain the ring. The next key, a blur, or focus of the frame shows it
 * again.
 */
export function focusFirst(element: HTMLElement): void {
  if (!hasKeys) {
    const shown = new AbortController();
    const show = () => {
      element.removeAttribute('data-no-ring');
      shown.abort();
    };
    element.setAttribute('data-no-ring', '');
    for (const event of ['keydown', 'blur']) element.addEventListener(event, show, { signal: shown.signal });
    window.addEventListener('focus', show, { signal: shown.signal });
  }
  element.focus({ preventScroll: true });
}

/** The focused element, also inside shadow roots; `null`: none. */
function focused(): HTMLElement | null {
  let active: Element | null = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}

/** Manages the focus of one screen. */
interface FocusGuard {
  /** Call it before drawing. It stores the focused element. */
  before(): void;
  /**
   * Call it after drawing.
   * @param layers ids of the layers that take key events, bottom to top
   * @param blocked the page cannot be used: the siblings of the container become inert
   */
  after(layers: readonly number[], blocked: boolean): void;
  stop(): void;
}

/**
 * Keeps the focus in the topmost layer of `root`. While a layer is open, the siblings of `container` are inert. The
 * guard never takes the focus from another frame: a dialog that opens by itself must not interrupt typing in the shell.
 * When the frame gets the focus, the layer gets it.
 * @param lost called when the last layer has closed, and the element that had the focus before no longer exists
 */
export function createFocusGuard(
  container: HTMLElement,
  root: ShadowRoot,
  lost: () => void = () => {},
): FocusGuard {
  let pile: { id: number; returnTo: HTMLElement | null }[] = [];
  let held: HTMLElement | null = null;
  let madeInert: Element[] = [];

  const dialog = () => {
    const top = pile.at(-1);
    return top ? root.querySelector<HTMLElement>(`[data-layer="${top.id}"]`) : null;
  };
  const enter = () => {
    const panel = dialog();
    if (!panel || panel.contains(root.activeElement)) return;
    focusFirst(panel.querySelector<HTMLElement>('[data-first]') ?? panel);
  };
  const setInert = (blocked: boolean) => {
    if (blocked && madeInert.length === 0) {
      const beside = [...(container.parentElement?.children ?? [])];
      madeInert = beside.filter(
        (element) => element !== container && !element.matches('script, style, link, [inert]'),
      );
      for (const element of madeInert) element.setAttribute('inert', '');
    } else if (!blocked) {
      for (const element of madeInert) element.removeAttribute('inert');
      madeInert = [];
    }
  };
  window.addEventListener('focus', enter);

  return {
    before() {
      held = focused();
    },
    after(layers, blocked) {
      const gone = pile.find(({ id }) => !layers.includes(id));
      const returnTo = gone ? gone.returnTo : held;
      const wasTop = pile.at(-1)?.id;
      pile = layers.map((id) => pile.find((known) => known.id === id) ?? { id, returnTo });
      setInert(blocked);
      if (pile.at(-1)?.id === wasTop || !document.hasFocus()) return;
      if (gone && returnTo?.isConnected && (pile.length === 0 || returnTo.getRootNode() === root)) {
        returnTo.focus({ preventScroll: true });
      } else if (gone && pile.length === 0) lost();
      enter();
    },
    stop() {
      window.removeEventListener('focus', enter);
      setInert(false);
      pile = [];
    },
  };
}
