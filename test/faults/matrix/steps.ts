/** What a row of the matrix is made of. The rows themselves: `rows.ts`. */
import type { StorageEntries } from '../../../miniprogram/services/contract';
import type { Endpoint } from '../../../mock-server/types';
import type { Era } from '../../../simulator';
import type { FaultId } from './faults';

/** Oldest first. */
export const ERAS: readonly Era[] = ['legacy', 'button', 'profile', 'fill'];

/**
 * Where the mini-program meets the world at this step.
 * `button`: a `<button open-type>`; `storage`: the writing of an entry; `contract`: the question for consent to the
 * privacy contract; `review`: WeChat's check of a typed nickname.
 */
export type Site =
  | { readonly request: Endpoint }
  | { readonly api: string }
  | { readonly button: string }
  | { readonly storage: keyof StorageEntries }
  | { readonly contract: true }
  | { readonly review: true };

/**
 * Kinds of steps; which faults a kind can meet is written down in `cells.ts`.
 * - `server`: a request to the backend. `wechat`: a call that WeChat answers by itself.
 * - `ask`: a person is asked. `settings`: a person is sent to the settings page.
 * - `contract`: the mini-program's own sheet asks for consent. `review`: WeChat checks a nickname.
 * - `storage`: an entry is written.
 */
export type Kind = 'server' | 'wechat' | 'ask' | 'settings' | 'contract' | 'review' | 'storage';

/** What phone and server have behind them when the play begins. */
export interface Start {
  /** The server has the person's profile. */
  readonly known?: boolean;
  /** What the phone keeps of an earlier run. */
  readonly session?: 'live' | 'expired';
  /** The phone keeps the profile too; only with `known`. */
  readonly cached?: boolean;
  /** The scope of the older eras: granted, refused, or never asked for. */
  readonly scope?: boolean;
  /**
   * What goes wrong before the fault of the column does: `ends`: all sessions end just before the profile is saved, what
   * follows is the replay after a 401. `fails`: the first request of this name finds no network, so that the step is
   * met again after 重试. `silent`: the first wx.checkSession never answers. `noRoom`: there is no room for `unconfirmed_save`.
   */
  readonly trouble?: {
    readonly ends?: true;
    readonly fails?: Endpoint;
    readonly silent?: true;
    readonly noRoom?: true;
  };
}

/** How the person goes about it until the fault strikes. */
export interface Journey {
  /** Says no to the first sheet, then lets themselves be persuaded. */
  readonly refusesFirst?: boolean;
  /** Takes 去设置 where the page offers it. */
  readonly prefersSettings?: boolean;
  /** Chooses an avatar in the form, not only a name. */
  readonly avatar?: boolean;
  /** Is known already, and wants another name. */
  readonly edits?: boolean;
  /** Binds a phone number. */
  readonly binds?: boolean;
  /** Does something that needs them to be known (`requireUser`). */
  readonly wants?: boolean;
}

/** One row: a step of the flow in a certain situation. */
export interface Step {
  /** Unique within an era. */
  readonly id: string;
  /** The situation, for the table. */
  readonly when: string;
  readonly kind: Kind;
  readonly site: Site;
  /** Which passing of the site it is, counted from the launch. */
  readonly nth: number;
  readonly eras: readonly Era[];
  readonly start: Start;
  readonly journey: Journey;
  /** The user did not ask for this step, so its failure needs no words; there is a button for it. */
  readonly silent?: true;
  /** The user has given everything before it: it must not be asked for again in the same run. */
  readonly given?: true;
  /** The save under way is an upload, which may take longer. */
  readonly upload?: true;
  /** Faults that this step cannot meet although its kind can, with the reason. */
  readonly except?: Readonly<Partial<Record<FaultId, string>>>;
}
