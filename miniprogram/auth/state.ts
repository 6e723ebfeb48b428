/** The whole state of login and profile, and what follows from it. */
import type { UserInfo } from '../services/contract';
import type { Notice } from './notice';
import { type Draft, EMPTY, type Problems, type Sample, type Way } from './types';

/**
 * The check of the session.
 * - `launch`: the first one; the page stays hidden while the person is unknown.
 * - `late`: the first one takes longer than a request may; the page shows what there is.
 * - `asked`: the person tapped 重试 and waits.
 * - `quiet`: repeated in the background; the page shows nothing of it.
 * - `idle`: none is running.
 */
export type Check = 'launch' | 'late' | 'asked' | 'quiet' | 'idle';

/** A save that is under way. */
export interface Saving {
  at: 'saving';
  id: number;
  sameTap: boolean;
  sample: Sample;
  /** Percent of the picture that has gone up; -1 without a picture. */
  progress: number;
  /** What started it: a profile that WeChat gave, the form, 重试, or a launch (not shown on the page). */
  cause: 'given' | 'form' | 'retry' | 'launch';
  /**
   * An earlier save had no answer when this one began, and no login has read the profile since. A refusal of this save
   * does not end that doubt.
   */
  doubtBefore: boolean;
}

/**
 * What the last tap of the person started: one thing at a time. `sameTap` is true for a second after the tap: a second tap
 * within it is ignored. A later tap starts again: some phones close WeChat's sheet without an answer.
 */
export type Lane =
  | { at: 'idle' }
  /** WeChat asks the person for the profile. */
  | { at: 'asking'; id: number; sameTap: boolean }
  /** The attempt failed within the second; another one now would go beyond WeChat's limit of calls. */
  | { at: 'resting'; id: number; sameTap: true }
  /** The form waits for consent to the privacy contract. */
  | { at: 'consenting'; id: number; sameTap: boolean; sample: Sample }
  /** The form waits for WeChat's review of the nickname. */
  | { at: 'reviewing'; id: number; sameTap: false; sample: Sample }
  | Saving;

/** The form for avatar, nickname and own line. */
export interface Form {
  /** The profile at the start of an edit: only fields that differ are sent. null without an edit. */
  base: UserInfo | null;
  draft: Draft;
  problems: Problems;
  /** Fields of saves that were not answered: sent again even when they equal `base`. */
  unanswered: readonly ('nickName' | 'title')[];
  /** The last nickname that needs no review any more. */
  reviewed: string;
}

/**
 * The person's phone number. A bind neither needs nor changes the profile, and WeChat's sheet covers the page while it
 * asks, so it runs beside the lane.
 */
export interface Phone {
  /** From the server or the cache, with its middle hidden; empty for none, null while that is not known. */
  number: string | null;
  /** The server has to be asked: it was not since the launch, the last login, or a bind without an answer. */
  stale: boolean;
  /** A number that the person gave is on its way to the server. */
  binding: boolean;
  /** Number of the question or bind that is under way; 0 for none. Other answers do not count. */
  attempt: number;
  /** Value of `run` when a number was last bound: the answer of that check is older than the bind. */
  boundIn: number;
  /** Name of a text that says why there is no number, or the server's own words; empty for none. */
  problem: string;
}

/** Before anything is known. */
export const NO_NUMBER: Phone = {
  number: null,
  stale: true,
  binding: false,
  attempt: 0,
  boundIn: 0,
  problem: '',
};

/** Everything. Never holds a session id. */
export interface State {
  /** The person's profile, from the server or the cache; null for none. */
  person: UserInfo | null;
  /** The server has confirmed session and person in this run. Logged in is not the same as known. */
  confirmed: boolean;
  /**
   * A save was sent and not answered, in this run or in one that was killed. Whether the server has it is not known, so
   * only a login can give the profile.
   */
  saveUnanswered: boolean;
  check: Check;
  /** Number of checks so far: the answer of an earlier check is ignored. */
  run: number;
  lane: Lane;
  /** Given by the person and not confirmed by the server: 重试 sends it again. */
  pending: Sample | null;
  /** The ways that this phone can try, oldest first. */
  ways: readonly Way[];
  /** Index of the present way in `ways`; -1 when none is left. */
  way: number;
  /** The person refused to give their profile. */
  refused: boolean;
  /** The person logged out, and has not logged in again. */
  loggedOut: boolean;
  /** Number of the call of `requireUser` that waits for the person; 0 for none. */
  wanted: number;
  form: Form;
  /** null where this phone, the backend or the app has no way of binding a number. */
  phone: Phone | null;
  /** Name of the privacy contract that a call waits for; empty for none. */
  privacy: string;
  notice: Notice | null;
  /** Address of an avatar that did not load. */
  brokenAvatar: string;
  /**
   * Number of answers so far that contained the profile (saves and logins): a check that began before the last of them
   * brings an older profile.
   */
  reads: number;
  /** The last `id` or `attempt` that was given. */
  lastId: number;
}

/** Nothing is set going. */
export const IDLE: Lane = { at: 'idle' };

/** The form, closed. */
export const CLOSED: Form = {
  base: null,
  draft: EMPTY,
  problems: EMPTY,
  unanswered: [],
  reviewed: '',
};

/** Before anything is known. */
export const START: State = {
  person: null,
  confirmed: false,
  saveUnanswered: false,
  check: 'launch',
  run: 0,
  lane: IDLE,
  pending: null,
  ways: [],
  way: -1,
  refused: false,
  loggedOut: false,
  wanted: 0,
  form: CLOSED,
  phone: null,
  privacy: '',
  notice: null,
  brokenAvatar: '',
  reads: 0,
  lastId: 0,
};

/** 0 unknown yet (the page stays hidden), 1 a known person, 2 not known. */
export type IsLogin = 0 | 1 | 2;

/** See `IsLogin`. */
export function isLoginOf({ person, check }: State): IsLogin {
  if (person !== null) return 1;
  return check === 'launch' ? 0 : 2;
}

/** What the person waits for after a tap. */
export function busyOf({ lane, check }: State): '' | 'retrying' | 'saving' {
  if (lane.at === 'reviewing' || (lane.at === 'saving' && lane.cause !== 'launch')) return 'saving';
  return check === 'asked' ? 'retrying' : '';
}

/** The present way; undefined when none is left. */
export const wayOf = ({ ways, way }: State): Way | undefined => ways[way];

/**
 * How a person without a profile is asked for it: `login` no session yet; `contact` the account is blocked; `button`,
 * `tap`, `form` as the way asks; `none` not at all.
 */
export type Ask = 'none' | 'login' | 'contact' | 'button' | 'tap' | 'form';

/** See `Ask`. */
export function askOf(state: State): Ask {
  const isLogin = isLoginOf(state);
  if (isLogin === 1) return state.form.base ? 'form' : 'none';
  if (isLogin === 0) return 'none';
  if (state.notice?.kind === 'blocked') return 'contact';
  if (!state.confirmed) return 'login';
  return wayOf(state)?.asks ?? 'none';
}

/** A timer that has to run while the state is as it is. */
export interface Timer {
  ms: number;
  event: { type: 'checkLate' } | { type: 'tapEnded' | 'reviewEnded'; id: number };
}

/** Milliseconds in which a second tap counts as the same one. */
export const SAME_TAP = 1000;

/** Milliseconds that a save waits for WeChat's review of the nickname: some phones never report its result. */
export const REVIEW_TIMEOUT = 1500;

/**
 * The timers that a state needs, by name; a new wait has a new name. Timers, not differences of dates: the clock of a
 * phone can be set back.
 * @param timeout milliseconds that the page stays hidden at most
 */
export function timersOf({ check, lane }: State, timeout: number): Record<string, Timer> {
  const timers: Record<string, Timer> = {};
  if (check === 'launch') timers.launch = { ms: timeout, event: { type: 'checkLate' } };
  if (lane.at !== 'idle' && lane.sameTap) {
    timers[`tap ${lane.id}`] = { ms: SAME_TAP, event: { type: 'tapEnded', id: lane.id } };
  }
  if (lane.at === 'reviewing') {
    timers[`review ${lane.id}`] = { ms: REVIEW_TIMEOUT, event: { type: 'reviewEnded', id: lane.id } };
  }
  return timers;
}
