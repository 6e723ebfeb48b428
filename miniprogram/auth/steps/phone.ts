/** Steps of the phone number: read it, ask for it, bind it. */
import type { Event, Found, ToDo } from '../events';
import { noticeOf } from '../notice';
import { NO_NUMBER, type Phone, type State } from '../state';
import type { Failure } from '../types';
import { personFound } from './person';

type PhoneRead = Extract<Event, { type: 'phoneRead' }>;

export function withPhone(state: State, change: Partial<Phone>): State {
  return state.phone === null ? state : { ...state, phone: { ...state.phone, ...change } };
}

/** If the response contains no phone field, the cached number stays. Without a cached number, there is none. */
const numberAfter = ({ number }: Phone, received: Found['phone']) =>
  (received === undefined ? number : received) ?? '';

/** Updates the number from a check. */
export function numberFound(state: State, received: Found['phone']): State {
  const { phone, run } = state;
  if (phone === null || phone.binding || phone.boundIn === run) return state;
  return withPhone(state, { number: numberAfter(phone, received), stale: false, attempt: 0 });
}

/**
 * The response of a login contains no number, so it must be read again. If a bind is running, its response contains the
 * number.
 */
export const numberIsStale = (state: State): State =>
  state.phone?.binding ? state : withPhone(state, { stale: true });

/** Reads the number from the server, but not while the notice of a failure is shown. */
export function lookUpNumber(state: State, todo: ToDo): State {
  const { phone, notice, confirmed } = state;
  if (phone === null || !phone.stale || phone.attempt !== 0 || !confirmed || notice !== null) return state;
  const attempt = state.lastId + 1;
  todo.push({ type: 'lookUpPhone', attempt });
  return { ...withPhone(state, { attempt }), lastId: attempt };
}

export function phoneGiven(state: State, code: string, todo: ToDo): State {
  // A double tap on the button gives two codes. One is enough.
  if (state.phone === null || state.phone.binding || state.loggedOut) return state;
  const attempt = state.lastId + 1;
  todo.push({ type: 'bindPhone', attempt, code });
  return { ...withPhone(state, { binding: true, attempt, problem: '' }), lastId: attempt };
}

export function phoneRead(before: State, phone: Phone, { found, reads }: PhoneRead, todo: ToDo): State {
  const { binding, boundIn } = phone;
  if (binding) todo.push({ type: 'toast', text: 'bound' });
  const number = numberAfter(phone, found.phone);
  const state = personFound(before, found.user, reads);
  return withPhone(state, { ...NO_NUMBER, number, stale: false, boundIn: binding ? state.run : boundIn });
}

export function phoneFailed(state: State, phone: Phone, failure: Failure): State {
  const { status, words, ofLogin, blocked } = failure;
  const ended = withPhone(state, { binding: false, attempt: 0 });
  if (!phone.binding && !blocked && phone.number !== null) return withPhone(ended, { stale: false });
  // The server refused the code or the number.
  if (phone.binding && !ofLogin && (words !== null || status === 400))
    return withPhone(ended, { problem: words?.text ?? 'phoneExpired' });
  // Without a response the number is unknown. The check after the notice reads it.
  return { ...withPhone(ended, { stale: true }), notice: noticeOf(failure) };
}
