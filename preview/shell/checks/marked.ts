/** The element that the panel *Check* outlines. */
import { signal } from '@preact/signals';

/** A rectangle in the frame's own coordinates, CSS px. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** null: no element is outlined. */
export const marked = signal<Box | null>(null);
