/** The one source of truth about who is using the mini-program. Pages subscribe to it; only `auth` publishes. */
import type { UserInfo } from '../services/contract';
import type { Notice } from './notice';
import type { WayName } from './ways';

/** 0 not known yet (the page stays hidden), 1 a known person, 2 not known. */
export type IsLogin = 0 | 1 | 2;

/** What a person fills into the form. */
export interface Draft {
  /** Temporary path of a picture that they chose: good for this run of the mini-program. Empty for none. */
  avatarPath: string;
  nickName: string;
  title: string;
}

/** What is wrong with a draft, in words for the person; empty where nothing is. */
export type Problems = { [Field in keyof Draft]: string };

/** Nothing filled in; nothing wrong. */
export const EMPTY: Draft & Problems = { avatarPath: '', nickName: '', title: '' };

/** Everything that a page may need to know of login and profile. Never holds a session id. */
export interface AuthState {
  isLogin: IsLogin;
  /** The person, as the server knows them, or the cache before the server was asked; null unless isLogin is 1. */
  user: UserInfo | null;
  /** There is a session to save a profile with. Logged in is not the same as known. */
  signedIn: boolean;
  /** How this phone gives a profile; `none` when it has no way left. */
  way: WayName | 'none';
  /** The person has refused to give their profile, and only they can change that. */
  refused: boolean;
  /** What the person is waiting for after a tap of theirs. */
  busy: '' | 'retrying' | 'saving';
  /** A known person changes their profile. */
  editing: boolean;
  /** What is in the form. It outlives the page that shows it. */
  draft: Draft;
  problems: Problems;
  /** Percent of the chosen picture that has gone up; -1 while none is on its way. */
  progress: number;
  /** Name of the privacy contract that a call is waiting for the person to agree to; empty when none is. */
  privacy: string;
  /** Something that the person should know or do. */
  notice: Notice | null;
}

/** Before anything is known. */
export const INITIAL: Readonly<AuthState> = {
  isLogin: 0,
  user: null,
  signedIn: false,
  way: 'none',
  refused: false,
  busy: '',
  editing: false,
  draft: EMPTY,
  problems: EMPTY,
  progress: -1,
  privacy: '',
  notice: null,
};

let state = INITIAL;

type Listener = (state: Readonly<AuthState>) => void;

const listeners: Listener[] = [];

/** The present state. */
export function getState(): Readonly<AuthState> {
  return state;
}

/**
 * Listens to the state. The listener is told the present one at once, so it does not matter who came first.
 * @returns the function that stops it
 */
export function subscribe(listener: Listener): () => void {
  listeners.push(listener);
  listener(state);
  return () => {
    const at = listeners.indexOf(listener);
    if (at >= 0) listeners.splice(at, 1);
  };
}

/** Changes the state and tells everybody, once. A change that changes nothing is not told. */
export function publish(change: Readonly<Partial<AuthState>>): void {
  const next = { ...state, ...change };
  if (JSON.stringify(next) === JSON.stringify(state)) return;
  state = next;
  for (const listener of [...listeners]) listener(next);
}
