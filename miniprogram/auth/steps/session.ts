/** Steps of the session: whose it is, whether it still holds, and its end. */
import type { UserInfo } from '../../services/contract';
import { isAnonymous, known } from '../../services/user-info';
import type { Event, ToDo } from '../events';
import { mayPass, noticeOf } from '../notice';
import { busyOf, type Check, CLOSED, IDLE, isLoginOf, NO_NUMBER, type State, wayOf } from '../state';
import type { Failure } from '../types';
import { deadEnd } from './asking';
import { numberFound, numberIsStale } from './phone';
import { startSave } from './saving';

type Launched = Extract<Event, { type: 'launched' }>;
type Checked = Extract<Event, { type: 'checked' }>;

export function launched(state: State, event: Launched, todo: ToDo): State {
  const { person, saveUnanswered, loggedOut, ways, way } = event;
  // A cached profile without a number: the person had none.
  const number = event.number ?? (person && '');
  const phone = event.phone ? { ...NO_NUMBER, number } : null;
  const after: State = { ...state, ways, way, phone, saveUnanswered, loggedOut };
  if (loggedOut) return { ...after, check: 'idle' };
  return startCheck({ ...after, person: known(person) }, 'launch', saveUnanswered, todo);
}

function startCheck(state: State, check: Check, login: boolean, todo: ToDo): State {
  const run = state.run + 1;
  todo.push({ type: 'check', run, login, told: state.told });
  return { ...state, check, run };
}

/** The person as the server knows them. A form that edits a profile which is gone becomes one that fills in another. */
const withPerson = (state: State, person: UserInfo | null): State =>
  person === null ? { ...state, person, form: { ...state.form, base: null } } : { ...state, person };

export function checked(before: State, { found, told, taken }: Checked, todo: ToDo): State {
  const { lane } = before;
  // A save or login since the check began, and a save under way, is newer than what the check brings.
  const newer = told !== before.told || lane.at === 'saving';
  const user = newer ? undefined : found?.user;
  const person = user === undefined ? before.person : known(user);
  const state = withPerson(found === null ? before : numberFound(before, found.phone), person);
  const refused = person === null && (before.refused || taken === 'refused');
  const over: State = { ...state, refused, confirmed: true, check: 'idle', notice: null };
  if (person !== null || taken === null || taken === 'refused' || lane.at !== 'idle') return over;
  // The check ends with the end of this save.
  return isAnonymous(taken.info) ? deadEnd(over) : startSave(state, taken, 'launch', todo);
}

/** `person` is null already for an account that is blocked. */
export function checkFailed(state: State, failure: Failure): State {
  return { ...state, confirmed: false, check: 'idle', notice: noticeOf(failure, state.person !== null) };
}

/** What a login tells of the person, also one that a save, a bind or a request of the app needed. */
export function loggedIn(state: State, user: UserInfo | null, told: number): State {
  // A save since the login began is newer.
  if (told !== state.told) return state;
  const { lane, check, notice, pending } = state;
  const person = known(user);
  const saving = lane.at === 'saving';
  return {
    ...withPerson(numberIsStale(state), person),
    // A check that is running ends by itself.
    confirmed: state.confirmed || check === 'idle',
    saveUnanswered: saving && state.saveUnanswered,
    lane: saving ? { ...lane, doubtBefore: false } : lane,
    refused: state.refused && person === null,
    loggedOut: false,
    notice: mayPass(notice) && pending === null ? null : notice,
    told: told + 1,
  };
}

/** Looks again, without a word, whether something has passed or arrived. */
export function resumed(state: State, todo: ToDo): State {
  const { notice, form, lane, confirmed, saveUnanswered } = state;
  if (state.check !== 'idle' || state.loggedOut) return state;
  // A form that is being filled in is not taken away.
  const filling = form.base !== null || (isLoginOf(state) === 2 && wayOf(state)?.asks === 'form');
  // A form, or the privacy contract, took the place of the notice about a failed check.
  const unsaid = notice === null && !confirmed;
  const inDoubt = busyOf(state) === '' && !filling && (saveUnanswered || unsaid);
  if (!mayPass(notice) && notice?.kind !== 'blocked' && !inDoubt) return state;
  // The person is answering WeChat's sheet, or the contract: their answer comes first.
  if (state.pending !== null && lane.at !== 'idle' && lane.at !== 'resting') return state;
  return again(state, 'quiet', false, todo);
}

/** The person wants to try again, or to log in. */
export function retried(state: State, todo: ToDo): State {
  const kind = state.notice?.kind;
  // The server answered and could not say whether the session is valid: a new login does not need to ask that.
  const login = state.loggedOut || (kind !== 'offline' && kind !== 'timeout');
  return again({ ...state, loggedOut: false }, 'asked', login, todo);
}

function again(state: State, check: 'asked' | 'quiet', login: boolean, todo: ToDo): State {
  const { lane, pending } = state;
  if (lane.at !== 'saving') {
    if (state.confirmed && pending !== null) return startSave(state, pending, 'retry', todo);
    if (state.check === 'idle') return startCheck(state, check, login || state.saveUnanswered, todo);
  }
  // A check is under way, or the save that a launch ends with: the person waits for it.
  const waits = check === 'asked' && (lane.at !== 'saving' || lane.cause === 'launch');
  return waits ? { ...state, check } : state;
}

export function loggedOut(state: State, todo: ToDo): State {
  todo.push({ type: 'abortSave' }, { type: 'endSession' });
  return {
    ...state,
    person: null,
    confirmed: false,
    saveUnanswered: false,
    loggedOut: true,
    pending: null,
    lane: IDLE,
    check: 'idle',
    form: CLOSED,
    phone: state.phone && NO_NUMBER,
    notice: null,
    refused: false,
  };
}
