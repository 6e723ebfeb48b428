/** What pages and components see of the state: derived values, sentences instead of their names, no secrets. */
import type { UserInfo } from '../services/contract';
import { actionOf, type NoticeAction, type NoticeKind, textOf } from './notice';
import { type Ask, askOf, busyOf, type IsLogin, isLoginOf, START, type State, wayOf } from './state';
import { TEXTS, type Texts } from './texts';
import type { Draft, Problems, Way } from './types';

/** Everything that a page may need to know of login and profile. */
export interface AuthState {
  /** 0 unknown yet (the page stays hidden), 1 a known person, 2 not known. */
  isLogin: IsLogin;
  /** The person's profile: from the server, or from the cache before the server has answered; null unless isLogin is 1. */
  user: UserInfo | null;
  /** There is a session to save a profile with. Logged in is not the same as known. */
  signedIn: boolean;
  /** How a person without a profile is asked for it. */
  ask: Ask;
  /** The present way of getting a profile; null when none is left. */
  way: Way | null;
  /** The person refused to give their profile. */
  refused: boolean;
  /** The person logged out. */
  loggedOut: boolean;
  /** Number of the call of `requireUser` that waits for the person; 0 for none. A page asks while it is not 0. */
  wanted: number;
  /** What the person waits for after a tap. */
  busy: '' | 'retrying' | 'saving';
  /** A known person edits their profile. */
  editing: boolean;
  /** What is in the form. It outlives the page that shows it. */
  draft: Draft;
  problems: Problems;
  /** Percent of the chosen picture that has gone up; -1 while none is on its way. */
  progress: number;
  /** The phone number; null where this phone, the backend or the app has no way of binding one. */
  phone: PhoneState | null;
  /** Name of the privacy contract that a call waits for; empty for none. */
  privacy: string;
  /** Something that the person should know or do. */
  notice: { kind: NoticeKind; text: string; action: NoticeAction } | null;
}

/** What pages see of the phone number. */
export interface PhoneState {
  /** With its middle hidden, e.g. `138****0000`; empty for none. */
  number: string;
  /** There is none yet, and a session to bind one with: the button can be shown. */
  canBind: boolean;
  binding: boolean;
  /** Why there is no number, in words for the person; empty for nothing. */
  problem: string;
}

/** A problem is the name of a text, or the server's own words. */
const textFor = (problem: string, texts: Texts): string => texts[problem as keyof Texts] || problem;

function phoneOf({ phone, person, confirmed }: State, texts: Texts): PhoneState | null {
  if (phone === null) return null;
  const { number, binding, problem } = phone;
  const canBind = number === '' && (person !== null || confirmed);
  return { number: number ?? '', canBind, binding, problem: textFor(problem, texts) };
}

function problemsOf({ avatarPath, nickName, title }: Problems, texts: Texts): Problems {
  return {
    avatarPath: textFor(avatarPath, texts),
    nickName: textFor(nickName, texts),
    title: textFor(title, texts),
  };
}

function personOf({ person, brokenAvatar }: State): UserInfo | null {
  if (person === null || brokenAvatar === '' || person.avatarUrl !== brokenAvatar) return person;
  return { ...person, avatarUrl: '' };
}

/** What a state looks like from outside. */
export function snapshotOf(state: State, texts: Texts): AuthState {
  const { lane, notice, form } = state;
  return {
    isLogin: isLoginOf(state),
    user: personOf(state),
    signedIn: state.confirmed,
    ask: askOf(state),
    way: wayOf(state) ?? null,
    refused: state.refused,
    loggedOut: state.loggedOut,
    wanted: state.wanted,
    busy: busyOf(state),
    editing: form.base !== null,
    draft: form.draft,
    problems: problemsOf(form.problems, texts),
    progress: lane.at === 'saving' && lane.cause !== 'launch' ? lane.progress : -1,
    phone: phoneOf(state, texts),
    privacy: state.privacy,
    notice: notice && { kind: notice.kind, text: textOf(notice, texts), action: actionOf(notice) },
  };
}

/** Before anything is known. */
export const INITIAL: Readonly<AuthState> = snapshotOf(START, TEXTS);
