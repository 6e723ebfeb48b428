/** Steps of the session: launch, check, login, logout. */
import type { UserInfo } from '../../services/contract';
import { isAnonymous, known } from '../../services/user-info';
import type { Event, ToDo } from '../events';
import { isTransient, noticeOf } from '../notice';
import { busyOf, type Check, CLOSED, IDLE, isLoginOf, NO_NUMBER, type State, wayOf } from '../state';
import type { Failure } from '../types';
import { switchToNextWay } from './asking';
import { personFound, withPerson } from './person';
import { numberFound, numberIsStale } from './phone';
import { startSave } from './saving';

type Launched = Extract<Event, { type: 'launched' }>;
type Checked = Extract<Event, { type: 'checked' }>;

export function launched(state: State, event: Launched, todo: ToDo): State {
  const { person, saveUnanswered, loggedOut, ways, way } = event;
  // A cached profile without a cached number means that the person had no number.
  const number = event.number ?? (person && '');
  const phone = event.phone ? { ...NO_NUMBER, number } : null;
  const after: State = { ...state, ways, way, phone, saveUnanswered, loggedOut };
  if (loggedOut) return { ...after, check: 'idle' };
  return startCheck({ ...after, person: known(person) }, 'launch', saveUnanswered, todo);
}

function startCheck(state: State, check: Check, login: boolean, todo: ToDo): State {
  const run = state.run + 1;
  todo.push({ type: 'check', run, login });
  return { ...state, check, run };
}

export function checked(before: State, { found, reads, taken }: Checked, todo: ToDo): State {
  const state = found === null ? before : personFound(numberFound(before, found.phone), found.user, reads);
  const { person, lane } = state;
  const refused = person === null && (state.refused || taken === 'refused');
  const after: State = { ...state, refused, confirmed: true, check: 'idle', notice: null };
  if (person !== null || taken === null || taken === 'refused' || lane.at !== 'idle') return after;
  // The check ends together with this save.
  return isAnonymous(taken.info) ? switchToNextWay(after) : startSave(state, taken, 'launch', todo);
}

/** `person` is null already for an account that is blocked. */
export function checkFailed(state: State, failure: Failure): State {
  return { ...state, confirmed: false, check: 'idle', notice: noticeOf(failure, state.person !== null) };
}

/** Takes over the person that a login returned, also a login for a save, a bind or a request of the app. */
export function loggedIn(state: State, user: UserInfo | null, reads: number): State {
  // A save since the login began is newer.
  if (reads !== state.reads) return state;
  const { lane, check, notice, pending } = state;
  const person = known(user);
  const saving = lane.at === 'saving';
  return {
    ...withPerson(numberIsStale(state), person),
    // A check that is running confirms the person when it ends.
    confirmed: state.confirmed || check === 'idle',
    saveUnanswered: saving && state.saveUnanswered,
    lane: saving ? { ...lane, doubtBefore: false } : lane,
    loggedOut: false,
    notice: isTransient(notice) && pending === null ? null : notice,
    reads: reads + 1,
  };
}

/** Repeats a failed check, or sends a failed save again, in the background. */
export function resumed(state: State, todo: ToDo): State {
  const { notice, form, lane, confirmed, saveUnanswered } = state;
  if (state.check !== 'idle' || state.loggedOut) return state;
  // A form that is being filled in is not taken away.
  const filling = form.base !== null || (isLoginOf(state) === 2 && wayOf(state)?.asks === 'form');
  // The notice about a failed check was replaced by a form or the privacy contract.
  const noticeReplaced = notice === null && !confirmed;
  const needsCheck = busyOf(state) === '' && !filling && (saveUnanswered || noticeReplaced);
  if (!isTransient(notice) && notice?.kind !== 'blocked' && !needsCheck) return state;
  // The person is answering WeChat's sheet, or the contract: their answer comes first.
  if (state.pending !== null && lane.at !== 'idle' && lane.at !== 'resting') return state;
  return again(state, 'quiet', false, todo);
}

/** Checks in the background a person whom no server has confirmed in this run. */
export const recheck = (state: State, todo: ToDo): State =>
  state.confirmed || state.check !== 'idle' ? state : again(state, 'quiet', false, todo);

/** The person tapped 重试, or the button that logs in. */
export function retried(state: State, todo: ToDo): State {
  const kind = state.notice?.kind;
  // The server answered, but not whether the session is valid: a new login does not need that answer.
  const login = state.loggedOut || (kind !== 'offline' && kind !== 'timeout');
  return again({ ...state, loggedOut: false }, 'asked', login, todo);
}

/**
 * The server would refuse the same form again, so 重试 reads the profile instead: another device may have changed it, and
 * the form is checked against what it is now.
 */
const isRefused = ({ pending, notice }: State): boolean =>
  pending?.proof === null && notice?.failure?.status === 400 && !notice.failure.ofLogin;

function again(before: State, check: 'asked' | 'quiet', login: boolean, todo: ToDo): State {
  const state = isRefused(before) ? { ...before, pending: null } : before;
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
