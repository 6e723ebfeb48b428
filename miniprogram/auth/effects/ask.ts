/** Effects `ask` and `persuade`: the person is asked for their profile. */
import { denialOf } from '../denial';
import type { Effect, Event } from '../machine';
import type { Given, Way } from '../types';
import type { Session } from './session';

type Answered = Extract<Event, { type: 'given' | 'notGiven' | 'denied' }>;

/** Begins to ask. Nothing may come before it: some ways work only within the tap's own task. */
function begin(way: Way, { by, detail }: Extract<Effect, { type: 'ask' }>): Promise<Given | null> {
  if (by === 'tap') return way.ask?.() ?? Promise.resolve(null);
  if (by === 'button') return way.read?.(detail) ?? Promise.resolve(null);
  return way.visitSettings?.(detail) ?? Promise.resolve(null);
}

function answered(id: number, given: Given | null, session: Session): Answered {
  if (given === null) return { type: 'notGiven', id };
  const { info, proof } = given;
  const sample = { info, proof, avatarPath: '', takenAt: session.logins() };
  return { type: 'given', id, sample, name: info.nickName };
}

/** Asks, and tells what came of it. Never rejects. */
export function ask(way: Way, effect: Extract<Effect, { type: 'ask' }>, session: Session): Promise<Answered> {
  const { id, by } = effect;
  return begin(way, effect).then(
    (given) => answered(id, given, session),
    async (failure) => {
      const denial = way.denialOf ? await way.denialOf(failure) : denialOf(failure);
      // The settings are the second chance already: no modal follows them.
      return { type: 'denied', id, denial, persuade: by !== 'settings' };
    },
  );
}

/** Explains after a refusal and asks once more. A second refusal leaves the way that the page offers. */
export function persuade(way: Way, id: number, session: Session): Promise<Answered> {
  return (way.persuade?.() ?? Promise.resolve(null)).then(
    (given) => answered(id, given, session),
    () => ({ type: 'notGiven', id }),
  );
}
