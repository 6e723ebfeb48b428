/** The events that change the state, and the effects that the machine starts. Types only. */
import type { UserInfo } from '../services/contract';
import type { Denial, Draft, Failure, PhoneProblem, Sample, Way } from './types';

/** The person's data on the server when the session is valid. undefined: not in the answer; null: there is none. */
export interface Found {
  user?: UserInfo | null | undefined;
  /** The phone number with its middle hidden. */
  phone?: string | null | undefined;
}

/** The profile that a check took without asking; `refused` after a refusal of an earlier run; null for none. */
export type Taken = Sample | 'refused' | null;

/** Everything that can happen. `id` is that of the lane: an answer with another one is late, a later tap has replaced it. */
export type Event =
  // The session. `reads` is the one of the state when the server was asked.
  | {
      type: 'launched';
      person: UserInfo | null;
      saveUnanswered: boolean;
      loggedOut: boolean;
      ways: readonly Way[];
      way: number;
      /** The phone, the backend and the app can bind a number. */
      phone: boolean;
      number: string | null;
    }
  | { type: 'checkLate' }
  /** `found` is null after a login: the answer of the login contained everything. */
  | { type: 'checked'; run: number; found: Found | null; reads: number; taken: Taken }
  | { type: 'checkFailed'; run: number; failure: Failure }
  /** Any login that succeeded: that of a check, of a save, of a bind, or of a request of the app. */
  | { type: 'loggedIn'; user: UserInfo | null; reads: number }
  /** A request of the app found out that the account is blocked. */
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
  // The phone number. `attempt` is that of the question or bind that is answered.
  | { type: 'phoneGiven'; code: string }
  | { type: 'phoneDenied'; problem: PhoneProblem }
  /** The answer of a bind has no person. */
  | { type: 'phoneRead'; attempt: number; found: Found; reads: number }
  | { type: 'phoneFailed'; attempt: number; failure: Failure }
  // The privacy contract.
  | { type: 'privacyAsked'; contract: string }
  | { type: 'privacyAnswered'; agreed: boolean }
  // The page.
  | { type: 'avatarBroken'; url: string }
  | { type: 'pageShown' };

/** Everything that is done outside. What the phone keeps is no effect: it follows from the state, see `kept.ts`. */
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

/** Where the steps of an event put what has to be done outside, in this order. */
export type ToDo = Effect[];
