/** What is being inspected. */
import { signal } from '@preact/signals';

/** The element that was clicked: the panel is about it. */
export const pinned = signal<HTMLElement | null>(null);
/** The element under the pointer. */
export const hovered = signal<HTMLElement | null>(null);
/** Distances are shown: the Alt key is down. */
export const measuring = signal(false);

/** Forgets the elements, e.g. of a page that is gone. */
export function forget(): void {
  pinned.value = null;
  hovered.value = null;
  measuring.value = false;
}

/** Forgets them when they are of this document: the page of one phone is gone. */
export function forgetIn(document: Document | null): void {
  const isThere = [pinned.peek(), hovered.peek()].some((element) => element?.ownerDocument === document);
  if (isThere || document === null) forget();
}
