/** The format of a case: a small mini-program, the user's actions, and the expected state. */
import type { RequestHandler } from 'msw';
import type { Phone, PhoneOptions } from '../../../simulator/types';

/** A selector with WXML's tags, or a visible text. */
export type Target = string | { readonly text: string };

export type StageName = 'headless' | 'preview';

/** One event, as `getApp().note(event)` records it. */
interface NotedEvent {
  readonly type?: string;
  readonly detail?: unknown;
  readonly mark?: unknown;
  readonly target?: { readonly id?: string; readonly dataset?: unknown };
  readonly currentTarget?: { readonly id?: string; readonly dataset?: unknown };
}

/** Expected state of the top page after a step. A RegExp is tested, a string compared. */
export interface Expected {
  /** The whole visible text, one line per block. */
  readonly text?: string | RegExp;
  /** The visible text contains each of these. */
  readonly has?: string | readonly string[];
  /** The visible text contains none of these. */
  readonly lacks?: string | readonly string[];
  /** Fields of the page's data, compared deeply. Other fields are ignored. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** All arguments of `getApp().note(…)` since the last step. Of an event, only the named fields are compared. */
  readonly noted?: readonly (NotedEvent | string | number | boolean | null | readonly unknown[])[];
  /** The arguments of the page's `setData` calls since it was opened. */
  readonly setData?: readonly Readonly<Record<string, unknown>>[];
  /** Title of the navigation bar. */
  readonly title?: string;
  /** Route of the top page. */
  readonly route?: string;
  /** Routes of the stack, bottom to top. */
  readonly pages?: readonly string[];
  /** Selector → attribute → value, compared as text. `undefined` for a missing attribute. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Selector → classes of the first match, separated by spaces, in any order. */
  readonly classes?: Readonly<Record<string, string>>;
  /** Selector → `dataset` of the first match. */
  readonly dataset?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Selector → text of the first match. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Selector → value of the control. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Selector → number of matches. */
  readonly count?: Readonly<Record<string, number>>;
  /** Each is a part of an exception of the mini-program since the last step. Absent: there is none. */
  readonly errors?: readonly (string | RegExp)[];
  /** Each is a part of a report of the stage since the last step. Absent: there is none. */
  readonly reports?: readonly (string | RegExp)[];
  /** Additional reports that are allowed: warnings that only one of WeChat's two frameworks has. */
  readonly mayReport?: readonly RegExp[];
  /** Kinds of the visible dialogs: those of `phone.screen.items`. */
  readonly screen?: readonly string[];
  /** Entries of the storage: key → value. */
  readonly storage?: Readonly<Record<string, unknown>>;
}

/** An action of the user, the phone or the clock: exactly one. Without an action, only the expectations are checked. */
export interface Step extends Expected {
  readonly tap?: Target;
  /** Types a text into a field, then moves the focus away: `[target, text]`. */
  readonly input?: readonly [Target, string];
  /** Types a text if one is given, and presses the keyboard's 完成: `[target, text]`. */
  readonly confirm?: readonly [Target, string?];
  /** Accepts a name that WeChat suggests: `[target, name]`. */
  readonly pickNickname?: readonly [Target, string];
  readonly submit?: Target;
  /** Fires an event of a component: `[target, event, detail]`. */
  readonly fire?: readonly [Target, string, Readonly<Record<string, unknown>>?];
  readonly pullDown?: true;
  readonly reachBottom?: true;
  readonly back?: true;
  /** The tab's text or route. */
  readonly tapTab?: string;
  /** Opens another page like `wx.navigateTo`. */
  readonly goTo?: string;
  /** The mini-program moves to the background, or returns. */
  readonly hide?: true;
  readonly show?: true;
  /** Ends the process and starts it again with the same page. */
  readonly relaunch?: true;
  /** Calls a method of the top page: `[name, …arguments]`. */
  readonly call?: readonly [string, ...unknown[]];
  /** Answers a dialog, or performs another action with the phone. */
  readonly phone?: (phone: Phone) => unknown;
  /** Advances the phone's clock, ms. */
  readonly wait?: number;
}

/** A stage refuses to compile: file, line and column from 1, and a part of the message. */
export interface Refusal {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message?: string | RegExp;
}

/** A permanent difference between the stages, with its reason. */
interface Difference {
  /** A part of the row in simulator/FIDELITY.md that documents it. A test checks that the row exists. */
  readonly fidelity: string;
  readonly why: string;
  /** What this stage shows instead: replaces these fields of the last step's expectations, or of `opened`. */
  readonly headless?: Expected;
  readonly preview?: Expected;
}

export interface Case {
  /** The tested fact, in one sentence. */
  readonly title: string;
  /** Source of the fact: a URL, a file of typings, `wcc` or `measured in WeChat`. */
  readonly source: string;
  /**
   * Sources by path in the mini-program, in addition to those in the case's folder. A value that is not a string is
   * written as JSON. `page.wxml`, `page.js` and `page.json` are the page `pages/page/page`.
   */
  readonly files?: Readonly<Record<string, unknown>>;
  /** A project of the repository instead of the case's own folder, e.g. `test/fixtures/apps/visitor`. */
  readonly project?: string;
  /** The page to open. Default: the first of app.json. */
  readonly page?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly phone?: Partial<Omit<PhoneOptions, 'clock' | 'report' | 'fetch' | 'wechat'>>;
  /** The backend's JSON response to every request. Default: `{}`. */
  readonly backend?: (request: { url: string; method: string; body: unknown }) => unknown;
  /** MSW handlers instead of `backend`, created for each stage, so that the stages share no state. */
  readonly server?: () => readonly RequestHandler[];
  /** Expected state after opening. */
  readonly opened?: Expected;
  readonly steps?: readonly Step[];
  /** The expected compile error. */
  readonly refuses?: Refusal;
  readonly differs?: Difference;
  /** Why a stage does not pass yet. The runner prints it with each run. An entry in pending.ts has the same effect. */
  readonly pending?: Partial<Record<StageName, string>>;
}
