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
  // If a profile is cached and no number, the user had no number.
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

/** For a blocked account, `person` is already null here. */
export function checkFailed(state: State, failure: Failure): State {
  return { ...state, confirmed: false, check: 'idle', notice: noticeOf(failure, state.person !== null) };
}

/** Updates the profile from a login, also from a login for a save, a bind or a request of the app. */
export function loggedIn(state: State, user: UserInfo | null, reads: number): State {
  // A save has ended since the login began: its profile is newer.
  if (reads !== state.reads) return state;
  const { lane, check, notice, pending } = state;
  const person = known(user);
  const saving = lane.at === 'saving';
  return {
    ...withPerson(numberIsStale(state), person),
    // If a check is running, the session counts as confirmed when the check ends.
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
  // A form in use must stay open.
  const filling = form.base !== null || (isLoginOf(state) === 2 && wayOf(state)?.asks === 'form');
  // A form or the privacy contract has replaced the notice of a failed check.
  const noticeReplaced = notice === null && !confirmed;
  const needsCheck = busyOf(state) === '' && !filling && (saveUnanswered || noticeReplaced);
  if (!isTransient(notice) && notice?.kind !== 'blocked' && !needsCheck) return state;
  // WeChat's sheet or the privacy contract is open: wait for the user's answer first.
  if (state.pending !== null && lane.at !== 'idle' && lane.at !== 'resting') return state;
  return again(state, 'quiet', false, todo);
}

/** Starts a check in the background, if the server has not confirmed the user in this run. */
export const recheck = (state: State, todo: ToDo): State =>
  state.confirmed || state.check !== 'idle' ? state : again(state, 'quiet', false, todo);

/** The user tapped 重试 or the login button. */
export function retried(state: State, todo: ToDo): State {
  const kind = state.notice?.kind;
  // The server answered with an error that does not show whether the session is valid. A new login does not depend on
  // that.
  const login = state.loggedOut || (kind !== 'offline' && kind !== 'timeout');
  return again({ ...state, loggedOut: false }, 'asked', login, todo);
}

/**
 * The server would refuse the same form again. So 重试 reads the profile first, because another device may have changed
 * it, and validates the form against it.
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
  // The user now waits for the running check, or for the save of a launch.
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
