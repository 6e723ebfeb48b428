/** The words that machine, effects, ways and pages share. */
import type { ProfileChange, ProfileProof, ServerWords } from '../services/auth-api';
import type { UserInfo } from '../services/contract';
import type { ApiErrorKind } from '../services/request';

/** What a person fills into the form. */
export interface Draft {
  /** Temporary path of a chosen picture: valid in this run of the mini-program. Empty for none. */
  avatarPath: string;
  nickName: string;
  title: string;
}

/** What is wrong with a draft, in words for the person; empty where nothing is. */
export type Problems = { [Field in keyof Draft]: string };

/** Nothing filled in; nothing wrong. */
export const EMPTY: Draft & Problems = { avatarPath: '', nickName: '', title: '' };

/** What WeChat handed out: some fields of a profile, with proof where there is one. */
export interface Given {
  info: Partial<UserInfo> & { nickName: string };
  proof: ProfileProof | null;
}

/** A profile, or a part of one, on its way to the server. */
export interface Sample extends ProfileChange {
  /** Number of logins when it was taken: after another login its proof is not valid any more. */
  takenAt: number;
}

/**
 * Why a call that asks the person did not give a profile:
 * - `refused`: the person refused.
 * - `cancelled`: the person closed the sheet without a choice; the next call asks again.
 * - `unavailable`: WeChat no longer shows this dialog (API retired), so the person was not asked.
 * - `unclear`: the person was not asked, and the text does not show whether the API is retired or the network failed.
 * - `failed`: something else went wrong.
 */
export type Denial = 'refused' | 'cancelled' | 'unavailable' | 'unclear' | 'failed';

/** Why something that needs the server failed. */
export interface Failure {
  /** `wechat`: WeChat itself gave no answer, e.g. to wx.login. */
  kind: ApiErrorKind | 'wechat';
  /** HTTP status of a refusal, else 0. */
  status: number;
  /** The server's own words for the person. */
  words: ServerWords | null;
  /** The login failed that the request needed: the server has not judged what was to be sent. */
  ofLogin: boolean;
  /** The login was forbidden: this account is blocked. */
  blocked: boolean;
}

/** What the event of the phone-number button holds: a code, or what to say; nothing is said where the person refused. */
export type PhoneGiven = { code: string } | { problem: PhoneProblem };

/** Names of texts. */
export type PhoneProblem = '' | 'phoneQuota' | 'phoneNotAllowed' | 'phoneNotGiven';

/** How a phone number is asked for: `ways/phone.ts`. */
export interface PhoneWay {
  /** Does this phone have what it takes? */
  available(): boolean;
  /** Reads the event of the button. */
  read(detail: unknown): PhoneGiven;
}

/** How a way asks: a tap that calls an API, a button of WeChat's, or a form. */
export type Asks = 'tap' | 'button' | 'form';

/** Heading and explanation. */
export type Words = readonly [heading: string, explanation: string];

/** One way of getting a profile: one file in `ways/`, with all that is particular to it. */
export interface Way {
  /** Unique; for logs and tests. */
  readonly name: string;
  readonly asks: Asks;
  /** `open-type` of the button, where `asks` is `button`. */
  readonly openType?: string;
  /** Label of the button, unless a form asks. */
  readonly label?: string;
  /** Said to a person who was not asked yet. */
  readonly words: Words;
  /** Said after a refusal; a form cannot be refused. */
  readonly refusedWords?: Words;
  /** First base library whose rules make the older ways useless. */
  readonly needed: string;
  /** Does this phone have what it takes? */
  available(): boolean;
  /** `asks: 'tap'`: asks the person. Called synchronously in the tap: some APIs work only there. */
  ask?(): Promise<Given>;
  /** `asks: 'button'`: reads the event of the button. Rejects with WxFailure when it holds no profile. */
  read?(detail: unknown): Promise<Given>;
  /** After a refusal, explains in a modal and asks once more; null when the person declines. */
  askAgain?(): Promise<Given | null>;
  /** Takes the profile without asking, if the person agreed before; else returns the state of the scope. */
  readGranted?(): Promise<Given | 'refused' | 'unasked'>;
  /**
   * Opens the settings, where a refusal can be taken back, or reads the event of `<button open-type="openSetting">`;
   * then takes the profile. null if it is not switched on there.
   */
  visitSettings?(detail?: unknown): Promise<Given | null>;
  /** Finds the reason of a failure where its text alone does not show it. */
  denialOf?(failure: unknown): Promise<Denial>;
}
