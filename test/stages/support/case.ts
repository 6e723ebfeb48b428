/** What a case is: a small mini-program, what a person does with it, and what must be there afterwards. */
import type { RequestHandler } from 'msw';
import type { Phone, PhoneOptions } from '../../../simulator/types';

/** A selector in WXML's tags, or a visible text. */
export type Target = string | { readonly text: string };

/** The two stages. */
export type StageName = 'headless' | 'preview';

/** One event, as `getApp().hear(event)` writes it down. */
export interface HeardEvent {
  readonly type?: string;
  readonly detail?: unknown;
  readonly mark?: unknown;
  readonly target?: { readonly id?: string; readonly dataset?: unknown };
  readonly currentTarget?: { readonly id?: string; readonly dataset?: unknown };
}

/** What must be there after a step. Everything is about the page on top. A RegExp is tested, a text compared. */
export interface Expected {
  /** The whole visible text, a line per block. */
  readonly text?: string | RegExp;
  /** The visible text contains each of these. */
  readonly has?: string | readonly string[];
  /** … and none of these. */
  readonly lacks?: string | readonly string[];
  /** Fields of the page's data, compared deeply; fields that are not named do not matter. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Everything that was passed to `getApp().hear(…)` since the last step; of events, the fields that are named. */
  readonly heard?: readonly (HeardEvent | string | number | boolean | null | readonly unknown[])[];
  /** What the page passed to `setData` since it was opened, call by call. */
  readonly setData?: readonly Readonly<Record<string, unknown>>[];
  /** What the navigation bar says. */
  readonly title?: string;
  /** The route of the page on top. */
  readonly route?: string;
  /** Routes of the stack, bottom to top. */
  readonly pages?: readonly string[];
  /** Selector → attribute → value. An attribute that is not there is `undefined`. Compared as text. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Selector → classes of the first match, separated by a space, in any order. */
  readonly classes?: Readonly<Record<string, string>>;
  /** Selector → `dataset` of the first match. */
  readonly dataset?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Selector → text of the first match. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Selector → what the control holds. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Selector → number of matches. */
  readonly count?: Readonly<Record<string, number>>;
  /** Each is part of an exception that the mini-program has thrown since the last step; without it there is none. */
  readonly errors?: readonly (string | RegExp)[];
  /** Each is part of something that the stage has reported since the last step; without it there is none. */
  readonly reports?: readonly (string | RegExp)[];
  /** What a stage may report besides: warnings that only one of WeChat's two frameworks has. */
  readonly mayReport?: readonly RegExp[];
  /** What is showing on the phone: the kinds of `phone.screen.items`. */
  readonly screen?: readonly string[];
  /** Keys and values that storage holds. */
  readonly storage?: Readonly<Record<string, unknown>>;
}

/** What a person, the phone or time does. Exactly one of the actions; without one, only the expectations count. */
export interface Step extends Expected {
  readonly tap?: Target;
  /** Types a text into a field and leaves it: `[target, text]`. */
  readonly input?: readonly [Target, string];
  /** Types a text, unless it is left out, and presses the keyboard's 完成: `[target, text]`. */
  readonly confirm?: readonly [Target, string?];
  /** Takes a name that WeChat offers: `[target, name]`. */
  readonly pickNickname?: readonly [Target, string];
  readonly submit?: Target;
  /** Fires an event of a component: `[target, event, detail]`. */
  readonly fire?: readonly [Target, string, Readonly<Record<string, unknown>>?];
  readonly pullDown?: true;
  readonly reachBottom?: true;
  readonly back?: true;
  /** The tab's text or page. */
  readonly tapTab?: string;
  /** Opens another page, as `wx.navigateTo` does. */
  readonly goTo?: string;
  /** The mini-program goes into the background, or comes back. */
  readonly hide?: true;
  readonly show?: true;
  /** The process ends and starts again with the same page. */
  readonly relaunch?: true;
  /** Calls a method of the page on top: `[name, …arguments]`. */
  readonly call?: readonly [string, ...unknown[]];
  /** Answers what is showing, or does something else with the phone. */
  readonly phone?: (phone: Phone) => unknown;
  /** Moves the phone's clock, ms. */
  readonly wait?: number;
}

/** A stage refuses to compile: file, line and column as an editor counts, and a part of the message. */
export interface Refusal {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly says?: string | RegExp;
}

/** A difference between the stages that stays, with its reason. */
export interface Difference {
  /** A part of the row of simulator/FIDELITY.md that tells of it; a test looks for it there. */
  readonly fidelity: string;
  readonly why: string;
  /** What this stage shows instead: replaces these members of the last step's expectations (or of the opening's). */
  readonly headless?: Expected;
  readonly preview?: Expected;
}

/** A case. */
export interface Case {
  /** What it says, in one sentence. */
  readonly says: string;
  /** Where the fact comes from: a URL, a file of typings, `wcc` or `measured in WeChat`. */
  readonly source: string;
  /**
   * Sources, by path in the mini-program; they go beside those in the case's folder. A value that is no text is JSON.
   * `page.wxml`, `page.js`, `page.json` are the page `pages/page/page`.
   */
  readonly files?: Readonly<Record<string, unknown>>;
  /** A project in the repository instead of the case's own folder: `test/fixtures/apps/visitor`. */
  readonly project?: string;
  /** The page that is opened. Default: the first of app.json. */
  readonly page?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly phone?: Partial<Omit<PhoneOptions, 'clock' | 'report' | 'fetch' | 'wechat'>>;
  /** What the backend answers to every request: JSON; default `{}`. */
  readonly backend?: (request: { url: string; method: string; body: unknown }) => unknown;
  /** MSW's handlers in place of `backend`: made anew for each stage, so that a stage finds no other's memory. */
  readonly server?: () => readonly RequestHandler[];
  /** After opening. */
  readonly opened?: Expected;
  readonly steps?: readonly Step[];
  /** It does not compile. */
  readonly refuses?: Refusal;
  readonly differs?: Difference;
  /** Why a stage does not pass yet: the runner prints it with each run. Cases in pending.ts count likewise. */
  readonly pending?: Partial<Record<StageName, string>>;
}
