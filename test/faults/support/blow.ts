/** Applies a fault to a call of `wx` or to a button's event: around the phone's answer, or instead of it. */
import { post } from '../../../simulator/phone/turns';
import type { FaultId } from '../matrix/faults';
import { withWrongTypes } from './mangled';

/** Callbacks that the mini-program passes to an API. */
export interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (failure: { errMsg: string; errno?: number }) => void;
  complete?: (result: unknown) => void;
}

/** One call or one button press. */
interface Passing {
  /** The API's name in failure texts. */
  readonly api: string;
  /** Lets the phone perform the call, and passes its answer to the callback. */
  proceed(answered: (ok: boolean, result: unknown) => void): void;
  /** Answers the mini-program immediately. */
  answer(ok: boolean, result: unknown): void;
}

/** Functions of the play that the faults need. */
export interface Around {
  later(ms: number, run: () => void): void;
  expireSessions(): Promise<void>;
  expireKey(): void;
  /** Holds an answer until the gate releases it. */
  hold(fault: FaultId, deliver: () => void): void;
  /** A dialog is open. It waits for the user anyway, so no answer is held. */
  readonly asks: boolean;
}

const ERRNO_NETWORK = 108;

const failure = (api: string) => ({
  errMsg: `${api}:fail cgi failed for network issues`,
  errno: ERRNO_NETWORK,
});

/** Applies the fault. Other faults do not change the call: `person.ts` gives the user's answers. */
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
    // Android before WeChat 6.7.2: a tap beside the modal calls `fail` (typings 5.2.3, line 31693).
    dismissed: () =>
      proceed(api === 'showModal' ? () => answer(false, { errMsg: 'showModal:fail cancel' }) : answer),
  };
  const held = ['hidden', 'killed', 'reopened'].includes(fault) && !asks;
  const otherwise = () => proceed(held ? (ok, result) => hold(fault, () => answer(ok, result)) : answer);
  (blows[fault] ?? otherwise)();
}
