/** The state of the design over the phone. The picture exists only in this tab. */
import { computed, signal } from '@preact/signals';
import { deviceById } from '../../devices';
import { choices, choose, current } from '../state';
import { formatPlacement, type Placement, parsePlacement, type Size, scaleOf } from './placement';

/** A picture that the user has chosen. */
interface Design extends Size {
  /** `blob:` URL, valid in this tab only. */
  readonly url: string;
  readonly name: string;
}

/** The picture; null: none. */
export const design = signal<Design | null>(null);
/** Is the design shown? */
export const designShown = signal(true);
/** Drags and arrow keys move the design instead of the phone's content. */
export const designMoves = signal(false);
/** The name or type of the last file if the browser could not draw it; otherwise empty. */
export const designFailed = signal('');

export const placement = computed(() => parsePlacement(choices.value.overlay));

/** Changes the placement. */
export function place(change: Partial<Placement>): void {
  choose({ overlay: formatPlacement({ ...placement.peek(), ...change }) }, 'replace');
}

/** Moves the design by `[x, y]`, CSS px. */
export function nudge([x, y]: readonly [number, number]): void {
  place({ x: placement.peek().x + x, y: placement.peek().y + y });
}

/** Removes the design. */
export function dropDesign(): void {
  if (design.peek()) URL.revokeObjectURL(design.peek()?.url ?? '');
  design.value = null;
  designMoves.value = false;
}

/**
 * Uses a file as the design. If the picture is exactly 1, 2 or 3 times as wide as the screen, it is drawn at that
 * scale. If the browser cannot draw the file, sets `designFailed`.
 */
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

/** Shows or hides the design. Without a design, opens the panel *Picture*. */
export function toggleDesign(): void {
  if (design.peek()) designShown.value = !designShown.peek();
  else choose({ panel: 'picture' }, 'replace');
}
