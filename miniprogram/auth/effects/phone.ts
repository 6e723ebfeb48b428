/**
 * Effects `bindPhone` and `lookUpPhone`: the server exchanges a code for a phone number, or returns the bound number.
 */
import type { AuthApi } from '../../services/auth-api';
import type { Effect, Event, Found } from '../events';
import { failureOf } from './failure';
import type { Session } from './session';

type PhoneEffect = Extract<Effect, { type: 'bindPhone' | 'lookUpPhone' }>;

/**
 * Binds the phone number that belongs to a code, or reads the bound number. (The response of a login has no number.)
 * Never rejects.
 * @param reads `State.reads` at the time of the request
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
