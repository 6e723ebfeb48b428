/** How a fault strikes a call on `wx`, or the event of a button: around the phone's own answer, or instead of it. */
import { post } from '../../../simulator/turns';
import type { FaultId } from '../matrix/faults';
import { withWrongTypes } from './mangled';

/** What the mini-program hands to an API. */
export interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (failure: { errMsg: string; errno?: number }) => void;
  complete?: (result: unknown) => void;
}

/** One call or one button, as a fault sees it. */
export interface Passing {
  /** Its name in failure texts. */
  readonly api: string;
  /** Lets the phone do it, and hands its answer on through this. */
  proceed(answered: (ok: boolean, result: unknown) => void): void;
  /** Answers the mini-program, now. */
  answer(ok: boolean, result: unknown): void;
}

/** What the faults need of the play. */
export interface Around {
  later(ms: number, run: () => void): void;
  expireSessions(): Promise<void>;
  expireKey(): void;
  /** Keeps an answer that is on its way back, until the gate releases it. */
  hold(fault: FaultId, deliver: () => void): void;
  /** The user is being asked: there is nothing to hold, the sheet waits by itself. */
  readonly asks: boolean;
}

const ERRNO_NETWORK = 108;

const failure = (api: string) => ({
  errMsg: `${api}:fail cgi failed for network issues`,
  errno: ERRNO_NETWORK,
});

/** Strikes. What is not said here happens as always: people's answers are given by `person.ts`. */
export function strike(fault: FaultId, passing: Passing, around: Around): void {
  const { api, proceed, answer } = passing;
  const { asks, hold } = around;
  const blows: Partial<Record<FaultId, () => void>> = {
    'cut-before': () => post(() => answer(false, failure(api))),
    'cut-after': () => proceed(() => answer(false, failure(api))),
    left: () => proceed(() => answer(false, failure(api))),
    timeout() {},
    'wrong-types': () => proceed((ok, result) => answer(ok, ok ? withWrongTypes(result) : result)),
    null: () => proceed((ok, result) => answer(ok, ok ? null : result)),
    slow: () => (asks ? proceed(answer) : around.later(3000, () => proceed(answer))),
    'session-expired': () => void around.expireSessions().then(() => proceed(answer)),
    'key-expired'() {
      around.expireKey();
      proceed(answer);
    },
    // Androids before WeChat 6.7.2: a tap beside the modal is a failure (typings 5.2.3, line 31693).
    dismissed: () =>
      proceed(api === 'showModal' ? () => answer(false, { errMsg: 'showModal:fail cancel' }) : answer),
  };
  const held = ['hidden', 'killed', 'reopened'].includes(fault) && !asks;
  const otherwise = () => proceed(held ? (ok, result) => hold(fault, () => answer(ok, result)) : answer);
  (blows[fault] ?? otherwise)();
}
