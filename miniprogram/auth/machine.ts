/**
 * The state machine: `next(state, event)` is the only function that changes the state of login and profile. It is pure.
 * It returns effects for the work outside. docs/login.md shows the same as a table.
 */
import type { Effect, Event, ToDo } from './events';
import { withProblems } from './form';
import { noticeOf, SLOW } from './notice';
import { IDLE, isLoginOf, NO_NUMBER, type State } from './state';
import { askedFor, denied, given } from './steps/asking';
import { cancelled, changed, consented, editTapped, reviewed, submitted, typed } from './steps/form';
import { lookUpNumber, phoneFailed, phoneGiven, phoneRead, withPhone } from './steps/phone';
import { isRefusal } from './steps/require-user';
import { saved, saveFailed, saveSent, startSave } from './steps/saving';
import { checked, checkFailed, launched, loggedIn, loggedOut, resumed, retried } from './steps/session';

/** The next state and its effects. */
type Step = readonly [State, readonly Effect[]];

/** Returns the state after an event, and the effects to run. */
export function next(before: State, event: Event): Step {
  const todo: ToDo = [];
  if (isLate(before, event)) return [before, todo];
  const blocked = 'failure' in event && event.failure.blocked;
  const state = lookUpNumber(stepOf(blocked ? withoutPerson(before) : before, event, todo), todo);
  const isAnswered =
    state.wanted !== 0 && state !== before && (state.person !== null || isRefusal(before, state, event));
  return [isAnswered ? { ...state, wanted: 0 } : state, todo];
}

/** Whether the event comes from an attempt that has ended or was replaced. */
function isLate({ lane, phone, check, run }: State, event: Event): boolean {
  if ('id' in event) return lane.at === 'idle' || lane.id !== event.id;
  if ('attempt' in event) return phone?.attempt !== event.attempt;
  return 'run' in event && (check === 'idle' || run !== event.run);
}

/** The state without the user's data, for a blocked account. */
const withoutPerson = (state: State): State => ({ ...state, person: null, phone: state.phone && NO_NUMBER });

function stepOf(state: State, event: Event, todo: ToDo): State {
  const { lane, phone } = state;
  switch (event.type) {
    // The session.
    case 'launched':
      return launched(state, event, todo);
    case 'checkLate':
      return { ...state, check: 'late', notice: isLoginOf(state) === 0 ? SLOW : state.notice };
    case 'checked':
      return checked(state, event, todo);
    case 'checkFailed':
      return checkFailed(state, event.failure);
    case 'loggedIn':
      return loggedIn(state, event.user, event.reads);
    case 'lockedOut':
      return state.loggedOut ? state : { ...state, notice: noticeOf(event.failure) };
    case 'resumed':
      return resumed({ ...state, brokenAvatar: '' }, todo);
    case 'retried':
      return retried(state, todo);
    case 'loggedOut':
      return loggedOut(state, todo);

    // Asking for a profile.
    case 'wanted':
      return { ...state, wanted: event.call };
    case 'askedFor':
      return askedFor(state, event.by, event.detail, todo);
    case 'given':
      return lane.at === 'asking' ? given(state, event.sample, todo) : state;
    case 'notGiven':
      return lane.at === 'asking' ? { ...state, lane: IDLE } : state;
    case 'denied':
      return lane.at === 'asking' ? denied(state, event.denial, event.askAgain, todo) : state;
    case 'tapEnded':
      if (lane.at === 'idle' || lane.at === 'resting') return { ...state, lane: IDLE };
      return { ...state, lane: { ...lane, sameTap: false } };

    // The form.
    case 'editTapped':
      return editTapped(state);
    case 'cancelTapped':
      return cancelled(state, todo);
    case 'typed':
      return typed(state, todo);
    case 'changed':
      return changed(state, event.fields, todo);
    case 'avatarDenied':
      // After a cancellation or a refusal the user needs no message.
      return event.denial === 'failed' ? withProblems(state, { avatarPath: 'avatarMissing' }) : state;
    case 'submitted':
      return submitted(state, event, todo);
    case 'consented':
      return lane.at === 'consenting' ? consented(state, lane, event.agreed, event.reviews, todo) : state;
    case 'reviewed':
      return reviewed(state, event.pass, todo);
    case 'reviewEnded':
      return lane.at === 'reviewing' ? startSave(state, lane.sample, 'form', todo) : state;

    // Saving.
    case 'saveSent':
      return lane.at === 'saving' ? saveSent(state, lane) : state;
    case 'progressed':
      return lane.at === 'saving' ? { ...state, lane: { ...lane, progress: event.percent } } : state;
    case 'saved':
      return lane.at === 'saving' ? saved(state, lane, event.person, todo) : state;
    case 'saveFailed':
      return lane.at === 'saving' ? saveFailed(state, lane, event.failure) : state;

    // The phone number.
    case 'phoneGiven':
      return phoneGiven(state, event.code, todo);
    case 'phoneDenied':
      return withPhone(state, { problem: event.problem });
    case 'phoneRead':
      return phone === null ? state : phoneRead(state, phone, event, todo);
    case 'phoneFailed':
      return phone === null ? state : phoneFailed(state, phone, event.failure);

    // The privacy contract.
    case 'privacyAsked':
      return { ...state, privacy: event.contract };
    case 'privacyAnswered': {
      todo.push({ type: 'answerPrivacy', agreed: event.agreed });
      if (!event.agreed) return { ...state, privacy: '', notice: { kind: 'privacy' } };
      // WeChat does not review a nickname that was typed before the consent. A save must not wait for that review.
      const form = { ...state.form, reviewed: state.form.draft.nickName };
      return resumed({ ...state, privacy: '', notice: null, form }, todo);
    }

    // The page.
    case 'avatarBroken':
      return { ...state, brokenAvatar: event.url };
    case 'pageShown':
      return { ...state, brokenAvatar: '' };
  }
}
