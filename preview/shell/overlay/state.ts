/** The design that lies over the phone: in this tab only, and nowhere else. */
import { computed, signal } from '@preact/signals';
import { deviceById } from '../../devices';
import { choices, choose, current } from '../state';
import { formatPlacement, type Placement, parsePlacement, type Size, scaleOf } from './placement';

/** A picture that a person has given. */
export interface Design extends Size {
  /** `blob:` address: it ends with the tab. */
  readonly url: string;
  readonly name: string;
}

/** The picture; null: none was given. */
export const design = signal<Design | null>(null);
/** Is it switched on? */
export const designShown = signal(true);
/** A drag moves it, in place of what is below. */
export const designMoves = signal(false);
/** What was given last could not be drawn. */
export const designFailed = signal('');

export const placement = computed(() => parsePlacement(choices.value.overlay));

/** Moves it, or draws it otherwise. */
export function place(change: Partial<Placement>): void {
  choose({ overlay: formatPlacement({ ...placement.peek(), ...change }) }, 'replace');
}

/** Moves it by so much, CSS px. */
export function nudge([x, y]: readonly [number, number]): void {
  place({ x: placement.peek().x + x, y: placement.peek().y + y });
}

/** Takes it away. */
export function dropDesign(): void {
  if (design.peek()) URL.revokeObjectURL(design.peek()?.url ?? '');
  design.value = null;
  designMoves.value = false;
}

/** Takes a picture that was chosen, pasted or dropped. One of exactly twice the screen's width is drawn at 2x. */
export async function takeDesign(file: Blob, name: string): Promise<void> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    URL.revokeObjectURL(url);
    designFailed.value = name || file.type;
    return;
  }
  dropDesign();
  const { naturalWidth: width, naturalHeight: height } = image;
  designFailed.value = '';
  design.value = { url, name, width, height };
  designShown.value = true;
  const scale = scaleOf({ width, height }, deviceById(current.peek().device).width);
  if (scale !== undefined) place({ scale });
}

/** On or off; without a picture, to where one can be given. */
export function toggleDesign(): void {
  if (design.peek()) designShown.value = !designShown.peek();
  else choose({ panel: 'picture' }, 'replace');
}
