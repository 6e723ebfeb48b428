/**
 * Links the phones. It repeats the user's actions on one phone on all others, and stores the actions that fail there.
 */
import { effect, signal } from '@preact/signals';
import { type Followed, isPart, type UserAct } from '../../record-steps';
import type { FrameLink } from '../frame-link';
import { choices, phones, slots } from '../state';
import { areLinked } from './differences';

/** An action that a phone could not repeat. */
export interface Missed {
  act: UserAct;
  why: Exclude<Followed, 'done'>;
}

/** For each frame: the last action that it could not repeat. null: it has repeated the next action. */
export const missed = signal<readonly (Missed | null)[]>([]);

function note(slot: number, what: Missed | null): void {
  if ((missed.peek()[slot] ?? null) === what) return;
  const next = [...missed.peek()];
  next[slot] = what;
  missed.value = next;
}

async function sendAct(act: UserAct, slot: number, link: FrameLink): Promise<void> {
  const phone = link.phone.peek();
  // A phone that is still starting has no elements.
  const followed = phone ? await phone.follow(act) : 'absent';
  if (phone !== link.phone.peek()) return;
  if (followed !== 'done') note(slot, { act, why: followed });
  // A part of an action does not clear the message, because the message may be about an earlier action.
  else if (!isPart(act)) note(slot, null);
}

/** Links the phones as long as the page exists. @param links one for each frame */
export function linkPhones(links: readonly FrameLink[]): void {
  links.forEach((link, from) => {
    effect(() => {
      const phone = link.phone.value;
      note(from, null);
      return phone?.onAct((act) => {
        if (!areLinked(choices.peek())) return;
        note(from, null);
        for (const slot of slots.peek().slice(0, phones.peek().length)) {
          const other = links[slot];
          if (slot !== from && other) void sendAct(act, slot, other);
        }
      });
    });
  });
}
