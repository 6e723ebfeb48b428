/** The events that change the state, and the effects that the machine starts. Types only. */
import type { UserInfo } from '../services/contract';
import type { Denial, Draft, Failure, PhoneProblem, Sample, Way } from './types';

/**
 * The user's data on the server, if the session is valid. undefined: not in the response; null: the server has none.
 */
export interface Found {
  user?: UserInfo | null | undefined;
  /** The phone number with its middle digits hidden. */
  phone?: string | null | undefined;
}

/**
 * The profile that a check read without asking the user. `refused`: the user refused in an earlier run. null: no
 * profile.
 */
export type Taken = Sample | 'refused' | null;

/**
 * Events of the machine. `id` is the id of the lane. An event with another id comes from an attempt that a later tap
 * has replaced.
 */
export type Event =
  // The session. `reads` is `State.reads` at the time of the request.
  | {
      type: 'launched';
      person: UserInfo | null;
      saveUnanswered: boolean;
      loggedOut: boolean;
      ways: readonly Way[];
      way: number;
      /** The phone, the backend and the app support phone numbers. */
      phone: boolean;
      number: string | null;
    }
  | { type: 'checkLate' }
  /** `found` is null after a login: the login itself returned the profile. */
  | { type: 'checked'; run: number; found: Found | null; reads: number; taken: Taken }
  | { type: 'checkFailed'; run: number; failure: Failure }
  /** A login succeeded: a login for a check, a save, a bind, or a request of the app. */
  | { type: 'loggedIn'; user: UserInfo | null; reads: number }
  /** A request of the app failed because the account is blocked. */
  | { type: 'lockedOut'; failure: Failure }
  | { type: 'resumed' }
  | { type: 'retried' }
  | { type: 'loggedOut' }
  // Asking for a profile.
  | { type: 'wanted'; call: number }
  | { type: 'askedFor'; by: 'tap' | 'button' | 'settings'; detail?: unknown }
  | { type: 'given'; id: number; sample: Sample }
  | { type: 'notGiven'; id: number }
  | { type: 'denied'; id: number; denial: Denial; askAgain: boolean }
  | { type: 'tapEnded'; id: number }
  // The form.
  | { type: 'editTapped' }
  | { type: 'cancelTapped' }
  | { type: 'typed' }
  | { type: 'changed'; fields: Partial<Draft> }
  | { type: 'avatarDenied'; denial: Denial }
  | { type: 'reviewed'; pass: boolean }
  | { type: 'reviewEnded'; id: number }
  | { type: 'submitted'; fields: Partial<Draft>; logins: number }
  | { type: 'consented'; id: number; agreed: boolean; reviews: boolean }
  // Saving.
  | { type: 'saveSent'; id: number }
  | { type: 'progressed'; id: number; percent: number }
  | { type: 'saved'; id: number; person: UserInfo }
  | { type: 'saveFailed'; id: number; failure: Failure }
  // The phone number. `attempt` is the number of the request that has ended.
  | { type: 'phoneGiven'; code: string }
  | { type: 'phoneDenied'; problem: PhoneProblem }
  /** The response of a bind contains no profile. */
  | { type: 'phoneRead'; attempt: number; found: Found; reads: number }
  | { type: 'phoneFailed'; attempt: number; failure: Failure }
  // The privacy contract.
  | { type: 'privacyAsked'; contract: string }
  | { type: 'privacyAnswered'; agreed: boolean }
  // The page.
  | { type: 'avatarBroken'; url: string }
  | { type: 'pageShown' };

/** Work outside the machine. Storage is no effect: `kept.ts` derives the stored entries from the state. */
export type Effect =
  | { type: 'check'; run: number; login: boolean }
  | { type: 'ask'; id: number; by: 'tap' | 'button' | 'settings'; detail: unknown }
  | { type: 'askAgain'; id: number }
  | { type: 'askConsent'; id: number }
  | { type: 'save'; id: number; sample: Sample }
  | { type: 'abortSave' }
  | { type: 'bindPhone'; attempt: number; code: string }
  | { type: 'lookUpPhone'; attempt: number }
  | { type: 'endSession' }
  | { type: 'answerPrivacy'; agreed: boolean }
  | { type: 'toast'; text: 'authorized' | 'saved' | 'bound' };

/** The list to which the steps of an event add their effects, in order. */
export type ToDo = Effect[];
