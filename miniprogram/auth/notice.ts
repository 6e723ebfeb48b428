/** The notice of a failure on the page, and the action that it offers. */
import { failureText } from '../services/request';
import type { Texts } from './texts';
import type { Failure } from './types';

/**
 * - `offline`, `timeout`, `server`: often temporary; the check is repeated when the network or the app comes back.
 * - `blocked`: the server has blocked this account.
 * - `refused`: the server refused with its own text; a retry does not help.
 * - `outdated`: this version of WeChat has no way left to get a profile.
 * - `privacy`: the user refused the privacy contract, and can be asked again.
 * - `notGiven`: WeChat did not give the profile.
 * - `failed`: any other failure.
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

/** One line for the user, in the form in which the machine stores it. */
export interface Notice {
  kind: NoticeKind;
  /** The failure that caused the notice; absent if there is none. */
  failure?: Failure;
  /** The page shows the cached profile of an earlier run. */
  fromCache?: boolean;
}

/** The action that a notice offers: `retry`, `contact` customer service, `reconsider` the privacy contract, or none. */
export type NoticeAction = '' | 'retry' | 'contact' | 'reconsider';

/** The first check takes longer than the time limit of a request. */
export const SLOW: Notice = {
  kind: 'timeout',
  failure: { kind: 'timeout', status: 0, words: null, ofLogin: false, blocked: false },
};

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

/** Whether the cause of this notice can end without an action of the user. */
export function isTransient(notice: Notice | null): boolean {
  return notice !== null && ['offline', 'timeout', 'server'].indexOf(notice.kind) >= 0;
}

export function actionOf({ kind }: Notice): NoticeAction {
  if (kind === 'privacy') return 'reconsider';
  if (kind === 'blocked') return 'contact';
  return kind === 'refused' || kind === 'outdated' || kind === 'notGiven' ? '' : 'retry';
}

export function textOf({ kind, failure, fromCache }: Notice, texts: Texts): string {
  if (fromCache) return (kind === 'server' ? texts.cacheServer : texts.cacheOffline) + texts.shownFromCache;
  if (kind === 'notGiven') return texts.notGiven;
  if (kind === 'outdated') return texts.outdated;
  if (kind === 'privacy') return texts.privacyRefused;
  if (!failure) return '';
  if (failure.words !== null) return failure.words.text;
  return failure.kind === 'wechat' ? texts.wechat : failureText(failure.kind, failure.status);
}
