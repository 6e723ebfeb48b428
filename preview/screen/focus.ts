/** Focus for a pile of layers in a shadow root: into the top one, round inside it, and back where it came from. */

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), a[href], [tabindex="0"]';

/** What can take the focus inside an element, in order. */
function focusables(inside: ParentNode): HTMLElement[] {
  return [...inside.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.getClientRects().length > 0,
  );
}

/** Tab and Shift+Tab at the ends go round instead of out. */
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
 * Moves the focus into what the phone has just shown. Without a key pressed so far no ring is drawn, as on a phone:
 * pictures of scenes have none. It shows with the first key, or when the frame gets the focus.
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

/** The focused element, looked up through shadow roots. */
function focused(): HTMLElement | null {
  let active: Element | null = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}

/** Watches over the focus of one screen. */
export interface FocusGuard {
  /** Call before drawing. */
  before(): void;
  /** Call after drawing, with the ids of the layers that take the keys, bottom to top. */
  after(layers: readonly number[], blocked: boolean): void;
  stop(): void;
}

/**
 * Keeps the focus in the topmost layer of `root`, and makes everything beside `container` inert meanwhile.
 * It never takes the focus from another frame: a phone that opens a dialog by itself must not interrupt a person
 * who is typing in the shell. The layer gets the focus when the frame does.
 * @param lost called when the last layer is gone and so is what had the focus before.
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
