/** Effects `bindPhone` and `lookUpPhone`: the server trades a code for a number, or tells which one is bound. */
import type { AuthApi } from '../../services/auth-api';
import type { Event, Found } from '../events';
import { failureOf } from './failure';
import type { Session } from './session';

/** Never rejects. */
export function bindPhone(api: AuthApi, session: Session, attempt: number, code: string): Promise<Event> {
  return told(
    api,
    session,
    attempt,
    session.request(async (id) => api.bindPhone?.(id, code)),
  );
}

/** Asks the server for the bound number: the answer of a login does not contain it. Never rejects. */
export function lookUpPhone(api: AuthApi, session: Session, attempt: number): Promise<Event> {
  const ask = async (id: string) => (await api.profile?.(id))?.phone;
  return told(api, session, attempt, session.request(ask));
}

function told(
  api: AuthApi,
  session: Session,
  attempt: number,
  answer: Promise<Found['phone']>,
): Promise<Event> {
  return answer.then(
    (number) => ({ type: 'phoneTold', attempt, number }),
    (error) => ({ type: 'phoneFailed', attempt, failure: failureOf(error, api, session) }),
  );
}
