/** Effects `bindPhone` and `lookUpPhone`: the server exchanges a code for a number, or returns the bound number. */
import type { AuthApi } from '../../services/auth-api';
import type { Effect, Event, Found } from '../events';
import { failureOf } from './failure';
import type { Session } from './session';

type PhoneEffect = Extract<Effect, { type: 'bindPhone' | 'lookUpPhone' }>;

/**
 * Binds the number of a code, or reads the bound number, which the answer of a login does not contain. Never rejects.
 * @param reads `State.reads` when the server is asked
 */
export function askPhone(api: AuthApi, session: Session, effect: PhoneEffect, reads: number): Promise<Event> {
  const { attempt } = effect;
  const ask = async (id: string): Promise<Found> =>
    effect.type === 'bindPhone'
      ? { phone: await api.bindPhone?.(id, effect.code) }
      : ((await api.profile?.(id)) ?? {});
  return session.request(ask).then(
    (found) => ({ type: 'phoneRead', attempt, found, reads }),
    (error) => ({ type: 'phoneFailed', attempt, failure: failureOf(error, api, session) }),
  );
}
