/**
 * Assigns phones to frames. A phone keeps its frame when another phone is opened or closed, so that it continues to
 * run. Pure.
 */
import { type Choices, phoneChoices } from '../choices';
import { MAX_PHONES } from './differences';

/** Index of a phone → number of its frame. After the open phones, the list contains the numbers of the free frames. */
export type Slots = readonly number[];

/** The frames in their first order. */
export const firstSlots: Slots = Array.from({ length: MAX_PHONES }, (_, index) => index);

/** The slots after the phone with this index was closed. */
export const slotsWithout = (slots: Slots, index: number): Slots => [
  ...slots.slice(0, index),
  ...slots.slice(index + 1),
  ...slots.slice(index, index + 1),
];

/** Whether two phones have the same choices. The page is ignored, because it changes while a phone runs. */
const isSame = (one: Choices | undefined, other: Choices | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  phoneChoices.every((key) => key === 'page' || one[key] === other[key]);

/**
 * The slots after a change of the phones, e.g. by the browser's back button. If phones were only added or removed, the
 * unchanged phones keep their frames.
 */
export function slotsAfter(slots: Slots, before: readonly Choices[], after: readonly Choices[]): Slots {
  const [shorter, longer] = before.length < after.length ? [before, after] : [after, before];
  const more = longer.length - shorter.length;
  if (more === 0) return slots;
  let from = 0;
  while (from < shorter.length && isSame(shorter[from], longer[from])) from += 1;
  // If other phones have changed, too, each index keeps its frame.
  if (!shorter.slice(from).every((phone, at) => isSame(phone, longer[from + more + at]))) return slots;
  const [start, end] = after.length < before.length ? [from, from + more] : [before.length, after.length];
  const moved = slots.slice(start, end);
  const rest = slots.filter((slot) => !moved.includes(slot));
  return after.length < before.length
    ? [...rest, ...moved]
    : [...rest.slice(0, from), ...moved, ...rest.slice(from)];
}
