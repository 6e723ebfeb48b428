/** The state of the panel *Inspect*. */
import { signal } from '@preact/signals';

/** The selected element. The panel shows it. */
export const pinned = signal<HTMLElement | null>(null);
/** The element under the pointer. */
export const hovered = signal<HTMLElement | null>(null);
/** The Alt key is down: show distances. */
export const measuring = signal(false);

/** Clears the state, e.g. when the page has closed. */
export function forget(): void {
  pinned.value = null;
  hovered.value = null;
  measuring.value = false;
}

/** Clears the state if an element belongs to this document, or if there is no document. */
export function forgetIn(document: Document | null): void {
  const isThere = [pinned.peek(), hovered.peek()].some((element) => element?.ownerDocument === document);
  if (isThere || document === null) forget();
}
