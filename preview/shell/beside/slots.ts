/**
 * Which frame shows which phone. A phone keeps its frame when another one is closed or opened, so that it goes on
 * running. Pure.
 */
import { type Choices, phoneChoices } from '../choices';
import { MOST } from './differences';

/** By the phone's index: the number of its frame. The numbers after those of the open phones are free. */
export type Slots = readonly number[];

/** The frames in their first order. */
export const firstSlots: Slots = Array.from({ length: MOST }, (_, index) => index);

/** The slots after the phone of this index was closed. */
export const slotsWithout = (slots: Slots, index: number): Slots => [
  ...slots.slice(0, index),
  ...slots.slice(index + 1),
  ...slots.slice(index, index + 1),
];

/** Whether two phones have the same choices. The page does not count: it changes while a phone runs. */
const isSame = (one: Choices | undefined, other: Choices | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  phoneChoices.every((key) => key === 'page' || one[key] === other[key]);

/**
 * The slots after a change of the phones, e.g. by the browser's back button. Phones that are added or missing between
 * equal ones do not change the frames of the others.
 */
export function slotsAfter(slots: Slots, before: readonly Choices[], after: readonly Choices[]): Slots {
  const [shorter, longer] = before.length < after.length ? [before, after] : [after, before];
  const more = longer.length - shorter.length;
  if (more === 0) return slots;
  let from = 0;
  while (from < shorter.length && isSame(shorter[from], longer[from])) from += 1;
  // Where the rest differs, too, phones keep their index.
  if (!shorter.slice(from).every((phone, at) => isSame(phone, longer[from + more + at]))) return slots;
  const [start, end] = after.length < before.length ? [from, from + more] : [before.length, after.length];
  const moved = slots.slice(start, end);
  const rest = slots.filter((slot) => !moved.includes(slot));
  return after.length < before.length
    ? [...rest, ...moved]
    : [...rest.slice(0, from), ...moved, ...rest.slice(from)];
}
