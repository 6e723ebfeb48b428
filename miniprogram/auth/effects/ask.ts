/** Effects `ask` and `askAgain`: the person is asked for their profile. */
import { denialOf } from '../denial';
import type { Effect, Event } from '../events';
import type { Given, Way } from '../types';
import { type Session, sampleOf } from './session';

type Answered = Extract<Event, { type: 'given' | 'notGiven' | 'denied' }>;
type Ask = Extract<Effect, { type: 'ask' }>;

/** Starts to ask. Call it first in the tap's handler: some APIs work only in the same task as the tap. */
function begin(way: Way, { by, detail }: Ask): Promise<Given | null> | undefined {
  if (by === 'tap') return way.ask?.();
  return by === 'button' ? way.read?.(detail) : way.visitSettings?.(detail);
}

const answered = (id: number, given: Given | null | undefined, session: Session): Answered =>
  given ? { type: 'given', id, sample: sampleOf(given, session) } : { type: 'notGiven', id };

/** Asks, and dispatches the result as an event. Never rejects. */
export async function ask(way: Way, effect: Ask, session: Session): Promise<Answered> {
  const { id, by } = effect;
  try {
    return answered(id, await begin(way, effect), session);
  } catch (failure) {
    const denial = way.denialOf ? await way.denialOf(failure) : denialOf(failure);
    // No modal after a visit to the settings: the settings page was the second question already.
    return { type: 'denied', id, denial, askAgain: by !== 'settings' };
  }
}

/** Explains in a modal after a refusal and asks once more. After a second refusal the page keeps its button. */
export async function askAgain(way: Way, id: number, session: Session): Promise<Answered> {
  return answered(id, await way.askAgain?.().catch(() => null), session);
}
