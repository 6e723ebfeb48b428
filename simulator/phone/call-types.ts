/** The types of a call to an asynchronous API. */
import type { Tap } from './gesture';

/** A call that has been started. */
export interface Call {
  readonly api: string;
  readonly id: number;
  /** The tap gesture during which the call was made. */
  readonly tap: Tap | undefined;
  /** Counts the call as waiting for the user, not for the phone, until `answer` settles. */
  waitForUser<T>(answer: Promise<T>): Promise<T>;
}

/**
 * Whether the callbacks carry the tap gesture: `inherit` if the call was made during a tap (request, getSetting),
 * `grant` on success because the user has just tapped (showModal, showActionSheet).
 */
export type GesturePolicy = 'none' | 'inherit' | 'grant';

export interface CallManner {
  /** Default `none`. */
  readonly gesture?: GesturePolicy;
  /** False for an API that returns a task, never a promise. Default true. */
  readonly promise?: boolean;
  /** The callbacks run before the call returns, and `work` returns its result without a promise. */
  readonly synchronous?: boolean;
  /**
   * The API has a substitute. Its results reach the mini-program unchanged, except that a missing `errMsg` is added.
   */
  readonly substitute?: boolean;
}

/** A failure whose result object was written by a substitute. */
export class GivenFailure {
  constructor(readonly result: unknown) {}
}

export interface Calls {
  /** The number of unanswered calls, including those that wait for the user. */
  readonly pending: number;
  /** The number of unanswered calls that do not wait for the user. */
  readonly busy: number;
  /**
   * Makes a call. Without callbacks it returns a promise, if the API and the base library support promises. An
   * `ApiFailure` thrown by `work` becomes the failure that the mini-program sees.
   */
  make(
    api: string,
    option: unknown,
    work: (call: Call) => unknown,
    manner?: CallManner,
  ): Promise<unknown> | undefined;
  /**
   * Counts the calls that are busy now as waiting for the user, so that `settle` can end: nothing shows when their
   * substitutes will answer.
   */
  sync<T>(api: string, args: unknown, work: () => T): T;
  /** Stops waiting for the calls that are busy now: their substitutes answer only after another event. */
  giveUp(): void;
  /** Forgets every pending call: its callbacks will never run. */
  drop(): void;
}
