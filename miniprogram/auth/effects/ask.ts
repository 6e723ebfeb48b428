/** Effects `ask` and `askAgain`: ask the user for their profile. */
import { denialOf } from '../denial';
import type { Effect, Event } from '../events';
import type { Given, Way } from '../types';
import { type Session, sampleOf } from './session';

type Answered = Extract<Event, { type: 'given' | 'notGiven' | 'denied' }>;
type Ask = Extract<Effect, { type: 'ask' }>;

/**
 * Calls the way's API. It must be the first call in the tap handler: some APIs work only in the same task as the tap.
 */
function begin(way: Way, { by, detail }: Ask): Promise<Given | null> | undefined {
  if (by === 'tap') return way.ask?.();
  return by === 'button' ? way.read?.(detail) : way.visitSettings?.(detail);
}

const answered = (id: number, given: Given | null | undefined, session: Session): Answered =>
  given ? { type: 'given', id, sample: sampleOf(given, session) } : { type: 'notGiven', id };

/** Asks the user, and returns the result as an event. Never rejects. */
export async function ask(way: Way, effect: Ask, session: Session): Promise<Answered> {
  const { id, by } = effect;
  try {
    return answered(id, await begin(way, effect), session);
  } catch (failure) {
    const denial = way.denialOf ? await way.denialOf(failure) : denialOf(failure);
    // After a visit to the settings, no modal: the settings page already asked a second time.
    return { type: 'denied', id, denial, askAgain: by !== 'settings' };
  }
}

/**
 * After a refusal, explains in a modal and asks once more. If the user refuses again, the page still shows its button.
 */
export async function askAgain(way: Way, id: number, session: Session): Promise<Answered> {
  return answered(id, await way.askAgain?.().catch(() => null), session);
}
