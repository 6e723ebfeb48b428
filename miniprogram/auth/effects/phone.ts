/** Effects `bindPhone` and `lookUpPhone`: the server trades a code for a number, or tells which one is bound. */
import type { AuthApi } from '../../services/auth-api';
import type { Event } from '../machine';
import { failureOf } from './failure';
import type { Session } from './session';

/** Never rejects. */
export function bindPhone(api: AuthApi, session: Session, attempt: number, code: string): Promise<Event> {
  const bind = async (id: string) => (await api.bindPhone?.(id, code)) ?? null;
  return session.request(bind).then(
    (number) => ({ type: 'phoneTold', attempt, number }),
    (error) => ({ type: 'phoneFailed', attempt, failure: failureOf(error, api, session) }),
  );
}

/** The answer of a login tells no number. Never rejects: without an answer the person can bind one. */
export function lookUpPhone(api: AuthApi, session: Session, attempt: number): Promise<Event> {
  const ask = async (id: string) => {
    const found = await api.profile?.(id);
    return found ? (found.phone ?? '') : null;
  };
  // An expired session is not renewed for this.
  return session
    .request(ask, () => false)
    .then(
      (number) => ({ type: 'phoneTold', attempt, number }),
      () => ({ type: 'phoneTold', attempt, number: null }),
    );
}
