/** Types that the machine, effects, ways and pages share. */
import type { ProfileChange, ProfileProof, ServerWords } from '../services/auth-api';
import type { UserInfo } from '../services/contract';
import type { ApiErrorKind } from '../services/request';

/** The values in the form. */
export interface Draft {
  /** Temporary path of a chosen picture, valid in this run of the mini-program. Empty for none. */
  avatarPath: string;
  nickName: string;
  title: string;
}

/** Error messages of a draft, by field; empty for none. */
export type Problems = { [Field in keyof Draft]: string };

export const EMPTY: Draft & Problems = { avatarPath: '', nickName: '', title: '' };

/** Data from WeChat: some fields of a profile, with a signature if there is one. */
export interface Given {
  info: Partial<UserInfo> & { nickName: string };
  proof: ProfileProof | null;
}

/** A profile, or a part of one, that is to be sent to the server. */
export interface Sample extends ProfileChange {
  /** Number of logins when the profile was read. After another login its signature is invalid. */
  takenAt: number;
}

/**
 * Why WeChat gave no profile:
 * - `refused`: the user refused.
 * - `cancelled`: the user closed the sheet without a choice; the next call asks again.
 * - `unavailable`: WeChat no longer shows this dialog (API retired), so the user was not asked.
 * - `unclear`: the user was not asked, and the error text does not show whether the API is retired or the network
 *   failed.
 * - `failed`: any other failure.
 */
export type Denial = 'refused' | 'cancelled' | 'unavailable' | 'unclear' | 'failed';

/** A failed request to the server or to WeChat. */
export interface Failure {
  /** `wechat`: WeChat did not respond, e.g. to wx.login. */
  kind: ApiErrorKind | 'wechat';
  /** HTTP status of a refusal, otherwise 0. */
  status: number;
  /** The server's text for the user. */
  words: ServerWords | null;
  /** The login before the request failed: the server has not seen the request itself. */
  ofLogin: boolean;
  /** The server refused the login with 403: this account is blocked. */
  blocked: boolean;
}

/**
 * Result of the phone-number button: a code or a problem. The problem is empty if the user refused, because then no
 * message is needed.
 */
type PhoneGiven = { code: string } | { problem: PhoneProblem };

/** Names of texts. */
export type PhoneProblem = '' | 'phoneQuota' | 'phoneNotAllowed' | 'phoneNotGiven';

/** The way of getting a phone number: `ways/phone.ts`. */
export interface PhoneWay {
  /** Whether this phone supports it. */
  available(): boolean;
  /** Reads the button's event. */
  read(detail: unknown): PhoneGiven;
}

/** How a way asks: a tap that calls an API, a button of WeChat's, or a form. */
type Asks = 'tap' | 'button' | 'form';

/** Heading and explanation. */
export type Words = readonly [heading: string, explanation: string];

/** One way of getting a profile. Everything that is specific to it is in one file in `ways/`. */
export interface Way {
  /** Unique; for logs and tests. */
  readonly name: string;
  readonly asks: Asks;
  /** `open-type` of the button, if `asks` is `button`. */
  readonly openType?: string;
  /** Label of the button; absent if a form asks. */
  readonly label?: string;
  /** Texts before the user was asked. */
  readonly words: Words;
  /** Texts after a refusal; absent if a form asks. */
  readonly refusedWords?: Words;
  /** Version of the base library from which on the older ways no longer work. */
  readonly needed: string;
  /** Whether this phone supports it. */
  available(): boolean;
  /** `asks: 'tap'`: asks the user. Call it synchronously in the tap handler: some APIs work only there. */
  ask?(): Promise<Given>;
  /** `asks: 'button'`: reads the button's event. Rejects with WxFailure if the event contains no profile. */
  read?(detail: unknown): Promise<Given>;
  /** After a refusal: explains in a modal and asks once more. null if the user declines. */
  askAgain?(): Promise<Given | null>;
  /** Reads the profile without a dialog, if the user has agreed before; otherwise returns the state of the scope. */
  readGranted?(): Promise<Given | 'refused' | 'unasked'>;
  /**
   * Opens the settings, where the user can undo a refusal, or reads the event of `<button open-type="openSetting">`.
   * Then reads the profile. null if the scope is still off.
   */
  visitSettings?(detail?: unknown): Promise<Given | null>;
  /** Finds the reason of a failure if the error text alone is not enough. */
  denialOf?(failure: unknown): Promise<Denial>;
}
