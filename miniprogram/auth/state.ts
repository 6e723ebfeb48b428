/** The whole state of login and profile, and values derived from it. */
import type { UserInfo } from '../services/contract';
import type { Notice } from './notice';
import { type Draft, EMPTY, type Problems, type Sample, type Way } from './types';

/**
 * The check of the session.
 * - `launch`: the first check; the page stays hidden if there is no cached profile.
 * - `late`: the first check takes longer than the time limit of a request; the page is shown without its result.
 * - `asked`: the user tapped 重试 and waits.
 * - `quiet`: a repeated check in the background; the page does not show it.
 * - `idle`: no check is running.
 */
export type Check = 'launch' | 'late' | 'asked' | 'quiet' | 'idle';

/** A save in progress. */
export interface Saving {
  at: 'saving';
  id: number;
  sameTap: boolean;
  sample: Sample;
  /** Upload progress of the picture in percent; -1 without a picture. */
  progress: number;
  /** The cause of the save: a profile from WeChat, the form, 重试, or a launch (the page does not show such a save). */
  cause: 'given' | 'form' | 'retry' | 'launch';
  /**
   * When this save began, an earlier save had no response, and no login has read the profile since. If the server
   * refuses this save, it is still unknown whether the earlier one was stored.
   */
  doubtBefore: boolean;
}

/**
 * The action that the user's last tap started. Only one runs at a time. `sameTap` is true for a second after the tap; a
 * second tap within that time is ignored. A later tap starts a new attempt, because some phones close WeChat's sheet
 * without a callback.
 */
export type Lane =
  | { at: 'idle' }
  /** WeChat asks the user for the profile. */
  | { at: 'asking'; id: number; sameTap: boolean }
  /** The attempt failed within the second. Another one now would exceed WeChat's limit of calls per second. */
  | { at: 'resting'; id: number; sameTap: true }
  /** The form waits for consent to the privacy contract. */
  | { at: 'consenting'; id: number; sameTap: boolean; sample: Sample }
  /** The form waits for WeChat's review of the nickname. */
  | { at: 'reviewing'; id: number; sameTap: false; sample: Sample }
  | Saving;

/** The form for avatar, nickname and own line. */
export interface Form {
  /** The profile at the start of an edit; only fields that differ from it are sent. null if no edit is open. */
  base: UserInfo | null;
  draft: Draft;
  problems: Problems;
  /** Fields of saves without a response: they are sent again even if they equal `base`. */
  unanswered: readonly ('nickName' | 'title')[];
  /** A nickname that equals this one needs no review. */
  reviewed: string;
}

/**
 * The user's phone number. It is independent of the lane: a bind neither needs nor changes the profile, and WeChat's
 * sheet covers the page.
 */
export interface Phone {
  /** From the server or the cache, with its middle digits hidden. Empty: no number is bound. null: unknown. */
  number: string | null;
  /**
   * The number must be read from the server: it was not read since the launch, the last login, or a bind without a
   * response.
   */
  stale: boolean;
  /** A bind is running. */
  binding: boolean;
  /** Number of the running request; 0 for none. Responses to other requests are ignored. */
  attempt: number;
  /** Value of `run` at the last bind. The result of that check is older than the bind. */
  boundIn: number;
  /** Name of a text that tells why the bind failed, or a text from the server; empty for none. */
  problem: string;
}

/** The phone number is unknown. */
export const NO_NUMBER: Phone = {
  number: null,
  stale: true,
  binding: false,
  attempt: 0,
  boundIn: 0,
  problem: '',
};

/** The state of login and profile. It never contains a session id. */
export interface State {
  /** The user's profile, from the server or the cache; null for none. */
  person: UserInfo | null;
  /**
   * In this run the server has confirmed that the session and the profile are valid. A user may be logged in without a
   * profile.
   */
  confirmed: boolean;
  /**
   * A save was sent, and no response came, in this run or in an earlier one that was killed. The server may or may not
   * have stored it. Only a login reads the true profile.
   */
  saveUnanswered: boolean;
  check: Check;
  /** Number of checks so far. The result of an earlier check is ignored. */
  run: number;
  lane: Lane;
  /** A profile from the user that the server has not confirmed: 重试 sends it again. */
  pending: Sample | null;
  /** The ways that this phone supports, oldest first. */
  ways: readonly Way[];
  /** Index of the current way in `ways`; -1 if none is left. */
  way: number;
  /** The user refused to share their profile. */
  refused: boolean;
  /** The user logged out, and has not logged in again. */
  loggedOut: boolean;
  /** Number of the `requireUser` call that waits for the profile; 0 for none. */
  wanted: number;
  form: Form;
  /** null if this phone, the backend or the app does not support phone numbers. */
  phone: Phone | null;
  /** Name of the privacy contract for which a call waits; empty for none. */
  privacy: string;
  notice: Notice | null;
  /** Address of an avatar that failed to load. */
  brokenAvatar: string;
  /**
   * Number of responses to saves and logins, which contain the profile. If it has grown since a check began, the
   * check's profile is older than the state's.
   */
  reads: number;
  /** The last number that was used as an `id` or `attempt`. */
  lastId: number;
}

export const IDLE: Lane = { at: 'idle' };

export const CLOSED: Form = {
  base: null,
  draft: EMPTY,
  problems: EMPTY,
  unanswered: [],
  reviewed: '',
};

/** The state before the launch. */
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

/** 0: still checking, the page stays hidden. 1: the user's profile is known. 2: no profile. */
export type IsLogin = 0 | 1 | 2;

/** See `IsLogin`. */
export function isLoginOf({ person, check }: State): IsLogin {
  if (person !== null) return 1;
  return check === 'launch' ? 0 : 2;
}

/** The work for which the user waits after a tap. */
export function busyOf({ lane, check }: State): '' | 'retrying' | 'saving' {
  if (lane.at === 'reviewing' || (lane.at === 'saving' && lane.cause !== 'launch')) return 'saving';
  return check === 'asked' ? 'retrying' : '';
}

/** The current way; undefined if none is left. */
export const wayOf = ({ ways, way }: State): Way | undefined => ways[way];

/**
 * How the page asks a user without a profile. `login`: there is no session yet. `contact`: the account is blocked.
 * `button`, `tap`, `form`: as the way asks. `none`: not at all.
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

/** A timer that must run while the state is as it is now. */
interface Timer {
  ms: number;
  event: { type: 'checkLate' } | { type: 'tapEnded' | 'reviewEnded'; id: number };
}

/** Milliseconds in which a second tap counts as the same tap. */
export const SAME_TAP = 1000;

/** Milliseconds for which a save waits for WeChat's review of the nickname: some phones never report its result. */
const REVIEW_TIMEOUT = 1500;

/**
 * The timers that a state needs, by name. Each new wait has a new name. The machine uses timers instead of time
 * differences, because the phone's clock can be set back.
 * @param timeout maximum time for which the page stays hidden, in milliseconds
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
