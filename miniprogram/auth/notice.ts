/** The page's notice of a failure, and the action that it offers. */
import { failureText } from '../services/request';
import type { Texts } from './texts';
import type { Failure } from './types';

/**
 * - `offline`, `timeout`, `server`: often passes; checked again when the network or the app comes back.
 * - `blocked`: the server has blocked this account.
 * - `refused`: the server refused with a text of its own; a retry does not help.
 * - `outdated`: this version of WeChat has no way left to give a profile.
 * - `privacy`: the person refused the privacy contract, and can be asked again.
 * - `notGiven`: WeChat did not give the profile.
 * - `failed`: anything else.
 */
export type NoticeKind =
  | 'offline'
  | 'timeout'
  | 'server'
  | 'blocked'
  | 'refused'
  | 'outdated'
  | 'privacy'
  | 'notGiven'
  | 'failed';

/** One line for the person, as the machine keeps it. */
export interface Notice {
  kind: NoticeKind;
  /** What it is about, where a failure is behind it. */
  failure?: Failure;
  /** The page shows the profile of the last run. */
  fromCache?: boolean;
}

/** What a notice offers: `retry`, `contact` customer service, `reconsider` the privacy contract, or nothing. */
export type NoticeAction = '' | 'retry' | 'contact' | 'reconsider';

/** The check did not end within the time that a request may take. */
export const SLOW: Notice = {
  kind: 'timeout',
  failure: { kind: 'timeout', status: 0, words: null, ofLogin: false, blocked: false },
};

/** Turns a failure into a notice. */
export function noticeOf(failure: Failure, fromCache = false): Notice {
  const kind = kindOf(failure);
  return { kind, failure, fromCache: fromCache && isTransient({ kind }) };
}

function kindOf({ kind, status, words, blocked }: Failure): NoticeKind {
  if (kind === 'wechat') return 'offline';
  if (kind === 'offline' || kind === 'timeout') return kind;
  if (blocked) return 'blocked';
  if (words !== null) return 'refused';
  return status >= 500 || kind === 'malformed' ? 'server' : 'failed';
}

/** Can the cause of this notice end without an action of the person? */
export function isTransient(notice: Notice | null): boolean {
  return notice !== null && ['offline', 'timeout', 'server'].indexOf(notice.kind) >= 0;
}

/** What the notice offers. */
export function actionOf({ kind }: Notice): NoticeAction {
  if (kind === 'privacy') return 'reconsider';
  if (kind === 'blocked') return 'contact';
  return kind === 'refused' || kind === 'outdated' || kind === 'notGiven' ? '' : 'retry';
}

/** What the notice says. */
export function textOf({ kind, failure, fromCache }: Notice, texts: Texts): string {
  if (fromCache) return (kind === 'server' ? texts.cacheServer : texts.cacheOffline) + texts.shownFromCache;
  if (kind === 'notGiven') return texts.notGiven;
  if (kind === 'outdated') return texts.outdated;
  if (kind === 'privacy') return texts.privacyRefused;
  if (!failure) return '';
  if (failure.words !== null) return failure.words.text;
  return failure.kind === 'wechat' ? texts.wechat : failureText(failure.kind, failure.status);
}
