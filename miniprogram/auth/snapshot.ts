/**
 * The part of the state that pages and components can read: derived values, and texts instead of their names. It
 * contains no secrets.
 */
import type { UserInfo } from '../services/contract';
import { actionOf, type NoticeAction, type NoticeKind, textOf } from './notice';
import { type Ask, askOf, busyOf, type IsLogin, isLoginOf, START, type State, wayOf } from './state';
import { TEXTS, type Texts } from './texts';
import type { Draft, Problems, Way } from './types';

/** The state of login and profile, for pages. */
export interface AuthState {
  /** 0: still checking, the page stays hidden. 1: the user's profile is known. 2: no profile. */
  isLogin: IsLogin;
  /**
   * The user's profile: from the server, or from the cache while the server has not answered. null unless isLogin is 1.
   */
  user: UserInfo | null;
  /** The server has confirmed a session, so that a profile can be saved. A user may be logged in without a profile. */
  signedIn: boolean;
  /** How the page asks a user without a profile for it. */
  ask: Ask;
  /** The current way of getting a profile; null if none is left. */
  way: Way | null;
  /** The user refused to share their profile. */
  refused: boolean;
  loggedOut: boolean;
  /**
   * Number of the `requireUser` call that waits for the profile; 0 for none. While it is not 0, the page must ask for
   * the profile.
   */
  wanted: number;
  /** The work for which the user waits after a tap. */
  busy: '' | 'retrying' | 'saving';
  /** A user with a profile is editing it. */
  editing: boolean;
  /** The values in the form. They are kept when the page is closed. */
  draft: Draft;
  problems: Problems;
  /** Upload progress of the chosen picture in percent; -1 while no upload runs. */
  progress: number;
  /** The phone number; null if this phone, the backend or the app does not support phone numbers. */
  phone: PhoneState | null;
  /** Name of the privacy contract for which a call waits; empty for none. */
  privacy: string;
  /** A message for the user, with an action. */
  notice: { kind: NoticeKind; text: string; action: NoticeAction } | null;
}

/** The state of the phone number, for pages. */
interface PhoneState {
  /** The number with its middle digits hidden, e.g. `138****0000`; empty for none. */
  number: string;
  /** There is no number yet, and there is a session for a bind: the page can show the button. */
  canBind: boolean;
  binding: boolean;
  /** A text for the user that tells why the bind failed; empty for none. */
  problem: string;
}

/** Converts a problem to a text: a problem is the name of a text, or a text from the server. */
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

/** Computes the snapshot of a state. */
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

/** The snapshot before the launch. */
export const INITIAL: Readonly<AuthState> = snapshotOf(START, TEXTS);
