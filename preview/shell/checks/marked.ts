/** The box of the element that the panel *Check* outlines, in the frame's coordinates, CSS px; null = none. */
import { signal } from '@preact/signals';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const marked = signal<Box | null>(null);
