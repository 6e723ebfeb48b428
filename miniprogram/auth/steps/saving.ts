/** Steps of a save: send a profile to the server, and handle the response. */
import type { UserInfo } from '../../services/contract';
import type { ToDo } from '../events';
import { withProblems } from '../form';
import { noticeOf } from '../notice';
import { CLOSED, type Form, IDLE, type Lane, type Saving, type State, wayOf } from '../state';
import type { Failure, Problems, Sample } from '../types';

/** Starts a save. A running attempt keeps its id. */
export function startSave(state: State, sample: Sample, cause: Saving['cause'], todo: ToDo): State {
  const { lane, lastId, notice, saveUnanswered } = state;
  const id = lane.at === 'idle' || lane.at === 'resting' ? lastId + 1 : lane.id;
  const sameTap = lane.at === 'asking' && lane.sameTap;
  todo.push({ type: 'save', id, sample });
  return {
    ...state,
    lastId: Math.max(id, lastId),
    lane: { at: 'saving', id, sameTap, sample, progress: -1, cause, doubtBefore: saveUnanswered },
    pending: sample,
    notice: cause === 'given' || cause === 'form' ? null : notice,
  };
}

/** From now on the server may have stored the profile. The event comes again if the save is repeated after a login. */
export function saveSent(state: State, lane: Saving): State {
  const progress = lane.sample.avatarPath === '' ? -1 : 0;
  return { ...state, saveUnanswered: true, lane: { ...lane, progress } };
}

export function saved(state: State, { cause }: Saving, person: UserInfo, todo: ToDo): State {
  if (cause === 'given') todo.push({ type: 'toast', text: 'authorized' });
  if (cause === 'form') todo.push({ type: 'toast', text: 'saved' });
  return {
    ...state,
    person,
    confirmed: true,
    saveUnanswered: false,
    // A check at launch ends together with its save.
    check: cause === 'launch' ? 'idle' : state.check,
    lane: IDLE,
    pending: null,
    refused: false,
    notice: null,
    form: CLOSED,
    reads: state.reads + 1,
  };
}

export function saveFailed(before: State, lane: Saving, failure: Failure): State {
  const { form, saveUnanswered } = before;
  const { kind, status } = failure;
  // A refusal is a response. After any other failure it is unknown whether the server has stored the profile.
  const answered = !lane.doubtBefore && status > 0 && status < 500;
  const state: State = {
    ...before,
    saveUnanswered: saveUnanswered && !answered,
    form: answered ? form : { ...form, unanswered: withFieldsOf(form, lane.sample) },
    lane: IDLE,
    notice: null,
    ...(lane.cause === 'launch' ? { check: 'idle', confirmed: true } : {}),
  };
  if (kind === 'aborted') return state;
  const problems = problemsOf(failure, lane.sample);
  // The server would refuse the same picture or text again, so 重试 must not send it.
  if (problems !== null) return { ...withProblems(state, problems), pending: null };
  const notice = noticeOf(failure);
  return {
    ...state,
    notice,
    pending: notice.kind === 'refused' ? null : state.pending,
    // A new attempt would ask WeChat for the profile again.
    lane: wayOf(state)?.readGranted ? laneAfterFailure(state, lane) : IDLE,
  };
}

/**
 * The lane after a failed attempt. WeChat allows four calls of an API per second, and an attempt by a tap may have made
 * two. So the next attempt waits until the second is over.
 */
export function laneAfterFailure(state: State, lane: Lane): Lane {
  if (lane.at === 'idle' || !lane.sameTap || wayOf(state)?.asks !== 'tap') return IDLE;
  return { at: 'resting', id: lane.id, sameTap: true };
}

/** The refusal as an error message of a form field; null if it is about no field. */
function problemsOf(failure: Failure, { avatarPath, proof }: Sample): Partial<Problems> | null {
  const { status, words, ofLogin } = failure;
  if (ofLogin) return null;
  if (proof === null && words?.field) return { [words.field]: words.text };
  if (status === 413) return { avatarPath: 'avatarTooLarge' };
  // The form has already validated the texts. So a 400 without a text is about the picture.
  return avatarPath !== '' && status === 400 && words === null ? { avatarPath: 'avatarRefused' } : null;
}

function withFieldsOf({ unanswered }: Form, { info }: Sample): Form['unanswered'] {
  const sent = (['nickName', 'title'] as const).filter((field) => info[field] !== undefined);
  return [...unanswered, ...sent.filter((field) => unanswered.indexOf(field) < 0)];
}
