/** The element that is outlined on the phone, as a box in the frame's own coordinates; null = none. */
import { signal } from '@preact/signals';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const marked = signal<Box | null>(null);
