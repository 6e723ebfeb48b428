/**
 * Links the phones. It repeats the user's actions on one phone on all others, and stores the actions that fail there.
 */
import { effect, signal } from '@preact/signals';
import { isPart, type ReplayResult, type UserAction } from '../../record-steps';
import type { FrameLink } from '../frame-link';
import { choices, phones, slots } from '../state';
import { areLinked } from './differences';

/** An action that a phone could not repeat. */
interface Missed {
  action: UserAction;
  why: Exclude<ReplayResult, 'done'>;
}

/** For each frame: the last action that it could not repeat. null: it has repeated the next action. */
export const missed = signal<readonly (Missed | null)[]>([]);

function note(slot: number, what: Missed | null): void {
  if ((missed.peek()[slot] ?? null) === what) return;
  const next = [...missed.peek()];
  next[slot] = what;
  missed.value = next;
}

async function sendAction(action: UserAction, slot: number, link: FrameLink): Promise<void> {
  const phone = link.phone.peek();
  // A phone that is still starting has no elements.
  const result = phone ? await phone.replay(action) : 'absent';
  if (phone !== link.phone.peek()) return;
  if (result !== 'done') note(slot, { action, why: result });
  // A part of an action does not clear the message, because the message may be about an earlier action.
  else if (!isPart(action)) note(slot, null);
}

/** Links the phones as long as the page exists. @param links one for each frame */
export function linkPhones(links: readonly FrameLink[]): void {
  links.forEach((link, from) => {
    effect(() => {
      const phone = link.phone.value;
      note(from, null);
      return phone?.onUserAction((action) => {
        if (!areLinked(choices.peek())) return;
        note(from, null);
        for (const slot of slots.peek().slice(0, phones.peek().length)) {
          const other = links[slot];
          if (slot !== from && other) void sendAction(action, slot, other);
        }
      });
    });
  });
}
