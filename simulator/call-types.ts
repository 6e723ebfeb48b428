/** What a call of an asynchronous API is made of. */
import type { Tap } from './gesture';

/** What every asynchronous API takes. */
export interface CallOption {
  success?: (result: never) => void;
  fail?: (result: never) => void;
  complete?: (result: never) => void;
}

/** One call that is under way. */
export interface Call {
  readonly api: string;
  readonly id: number;
  /** The tap that it was made as the consequence of. */
  readonly tap: Tap | undefined;
  /** While `answer` pends, the call waits for the user, not for the phone. */
  waitForUser<T>(answer: Promise<T>): Promise<T>;
}

/**
 * Whether the callbacks carry the tap gesture: `inherit` if the call was made with it (request, getSetting),
 * `grant` on success because the user has just tapped (showModal, showActionSheet).
 */
export type GesturePolicy = 'none' | 'inherit' | 'grant';

export interface CallManner {
  /** Default `none`. */
  readonly gesture?: GesturePolicy;
  /** False for an API that returns a task, never a promise. Default true. */
  readonly promise?: boolean;
  /** The callbacks are called before the call returns: `work` answers at once, without a promise. */
  readonly synchronous?: boolean;
  /** Answers of a substitute reach the mini-program as they are, with `errMsg` added where it is missing. */
  readonly substitute?: boolean;
}

/** A failure that a substitute has put into words itself. */
export class GivenFailure {
  constructor(readonly result: unknown) {}
}

export interface Calls {
  /** Calls without an answer, those that wait for the user included. */
  readonly pending: number;
  /** Calls without an answer that do not wait for the user. */
  readonly busy: number;
  /**
   * Makes a call. Without any callback it returns a promise, where the API and the base library have promises.
   * An `ApiFailure` thrown by `work` becomes the failure that the mini-program sees.
   */
  make(
    api: string,
    option: unknown,
    work: (call: Call) => unknown,
    manner?: CallManner,
  ): Promise<unknown> | undefined;
  /** Runs a synchronous API: logs it, and turns an `ApiFailure` into the `Error` that WeChat throws. */
  sync<T>(api: string, args: unknown, work: () => T): T;
  /** The calls that are busy now are waited for no longer: their substitutes do not answer by themselves. */
  giveUp(): void;
  /** Forgets every pending call: none of them is ever answered. */
  drop(): void;
}
