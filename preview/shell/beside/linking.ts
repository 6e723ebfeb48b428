/** Links phones beside each other: what a person does on one is done on the others, and what cannot be done is said. */
import { effect, signal } from '@preact/signals';
import type { Followed, PersonAct } from '../../record-steps';
import type { FrameLink } from '../frame-link';
import { choices, phones } from '../state';
import { areLinked } from './differences';

/** What could not be done on a phone. */
export interface Missed {
  act: PersonAct;
  why: Exclude<Followed, 'done'>;
}

/** The last act that a phone could not follow, until it follows another: by the phone's index. */
export const missed = signal<readonly (Missed | null)[]>([]);

function note(index: number, what: Missed | null): void {
  if ((missed.peek()[index] ?? null) === what) return;
  const next = [...missed.peek()];
  next[index] = what;
  missed.value = next;
}

/** Parts of typing and scrolling that succeed do not take back what was said of something else. */
const isPart = ({ kind }: PersonAct): boolean =>
  kind === 'blur' || kind === 'scroll' || kind === 'input' || kind === 'touch';

async function hand(act: PersonAct, index: number, link: FrameLink): Promise<void> {
  const phone = link.phone.peek();
  // A phone that is starting has nothing yet.
  const followed = phone ? await phone.follow(act) : 'absent';
  if (phone !== link.phone.peek()) return;
  if (followed !== 'done') note(index, { act, why: followed });
  else if (!isPart(act)) note(index, null);
}

/** Links the phones for as long as the page lives. The index of a link is the phone's. */
export function linkPhones(links: readonly FrameLink[]): void {
  links.forEach((link, from) => {
    effect(() => {
      const phone = link.phone.value;
      note(from, null);
      return phone?.onAct((act) => {
        if (!areLinked(choices.peek())) return;
        note(from, null);
        phones.peek().forEach((_, index) => {
          const other = links[index];
          if (index !== from && other) void hand(act, index, other);
        });
      });
    });
  });
}
