/** The types of a row of the matrix. The rows themselves are in `rows.ts`. */
import type { StorageEntries } from '../../../miniprogram/services/contract';
import type { Endpoint } from '../../../mock-server/types';
import type { Era } from '../../../simulator';
import type { FaultId } from './faults';

/** Oldest first. */
export const ERAS: readonly Era[] = ['legacy', 'button', 'profile', 'fill'];

/**
 * The interface that the mini-program uses at this step.
 * `button`: a `<button open-type>`. `storage`: writing an entry. `contract`: the request for consent to the privacy
 * contract. `review`: WeChat's check of a typed nickname.
 */
export type Site =
  | { readonly request: Endpoint }
  | { readonly api: string }
  | { readonly button: string }
  | { readonly storage: keyof StorageEntries }
  | { readonly contract: true }
  | { readonly review: true };

/**
 * Kinds of steps; `cells.ts` lists the faults of each kind.
 * - `server`: a request to the backend. `wechat`: a call that WeChat answers without the user.
 * - `ask`: a dialog asks the user. `settings`: the settings page opens.
 * - `contract`: the mini-program's own sheet asks for consent. `review`: WeChat checks a nickname.
 * - `storage`: an entry is written.
 */
export type Kind = 'server' | 'wechat' | 'ask' | 'settings' | 'contract' | 'review' | 'storage';

/** State of phone and server at the start of the play. */
export interface Start {
  /** The server has the user's profile. */
  readonly known?: boolean;
  /** The session that the phone stored in an earlier run. */
  readonly session?: 'live' | 'expired';
  /** The phone also stored the profile; only with `known`. */
  readonly cached?: boolean;
  /** The scope of the older eras: granted or refused; absent: never requested. */
  readonly scope?: boolean;
  /**
   * Trouble before the fault of the column. `ends`: all sessions end just before the profile is saved, and the save is
   * repeated after a 401. `fails`: the first request of this name fails without a network, so the step happens again
   * after 重试. `silent`: the first wx.checkSession never answers. `noRoom`: storage has no room for `unconfirmed_save`.
   */
  readonly trouble?: {
    readonly ends?: true;
    readonly fails?: Endpoint;
    readonly silent?: true;
    readonly noRoom?: true;
  };
}

/** The user's actions until the fault happens. */
export interface Journey {
  /** Refuses the first sheet, then agrees. */
  readonly refusesFirst?: boolean;
  /** Taps 去设置 where the page offers it. */
  readonly prefersSettings?: boolean;
  /** Chooses an avatar as well as a name. */
  readonly avatar?: boolean;
  /** Has a profile, and changes the name. */
  readonly edits?: boolean;
  /** Binds a phone number. */
  readonly binds?: boolean;
  /** Starts an action that needs a profile (`requireUser`). */
  readonly requires?: boolean;
}

/** One row: a step of the flow in one situation. */
export interface Step {
  /** Unique within an era. */
  readonly id: string;
  /** The situation, for the table. */
  readonly when: string;
  readonly kind: Kind;
  readonly site: Site;
  /** Number of this use of the site since the launch, from 1. */
  readonly nth: number;
  readonly eras: readonly Era[];
  readonly start: Start;
  readonly journey: Journey;
  /** The user did not start this step, so the page need not report its failure; a button for it exists. */
  readonly silent?: true;
  /** The user has already answered all requests. The page must not ask again in the same run. */
  readonly given?: true;
  /** The save is an upload, whose time limit is longer. */
  readonly upload?: true;
  /** Faults that are possible for the kind but not for this step, with the reason. */
  readonly except?: Readonly<Partial<Record<FaultId, string>>>;
}
