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
