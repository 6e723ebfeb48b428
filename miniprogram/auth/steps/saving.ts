/** Steps of a save: a profile goes to the server, and what the server makes of it. */
import type { UserInfo } from '../../services/contract';
import type { ToDo } from '../events';
import { withProblems } from '../form';
import { noticeOf } from '../notice';
import { CLOSED, type Form, IDLE, type Lane, type Saving, type State, wayOf } from '../state';
import type { Failure, Problems, Sample } from '../types';

/** Starts a save. An attempt that is under way keeps its id. */
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

/** From here on the server may have saved the profile. Called again after a login that the save needed. */
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
    // The check of a launch lasts until its save ends.
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
  // A refusal is an answer. After any other failure the server may have saved the profile or not.
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
  // The server would refuse the same picture or word again, so 重试 does not send it.
  if (problems !== null) return { ...withProblems(state, problems), pending: null };
  const notice = noticeOf(failure);
  return {
    ...state,
    notice,
    pending: notice.kind === 'refused' ? null : state.pending,
    // Another attempt asks WeChat for the profile again.
    lane: wayOf(state)?.readGranted ? laneAfterFailure(state, lane) : IDLE,
  };
}

/**
 * The lane after an attempt that failed. WeChat allows four calls of an API a second, and an attempt by a tap may have
 * made two: the next one waits until the second is over.
 */
export function laneAfterFailure(state: State, lane: Lane): Lane {
  if (lane.at === 'idle' || !lane.sameTap || wayOf(state)?.asks !== 'tap') return IDLE;
  return { at: 'resting', id: lane.id, sameTap: true };
}

/** A refusal that belongs beside a field of the form; null for none. */
function problemsOf(failure: Failure, { avatarPath, proof }: Sample): Partial<Problems> | null {
  const { status, words, ofLogin } = failure;
  if (ofLogin) return null;
  if (proof === null && words?.field) return { [words.field]: words.text };
  if (status === 413) return { avatarPath: 'avatarTooLarge' };
  // The form has checked the texts: a 400 without words is about the picture.
  return avatarPath !== '' && status === 400 && words === null ? { avatarPath: 'avatarRefused' } : null;
}

function withFieldsOf({ unanswered }: Form, { info }: Sample): Form['unanswered'] {
  const sent = (['nickName', 'title'] as const).filter((field) => info[field] !== undefined);
  return [...unanswered, ...sent.filter((field) => unanswered.indexOf(field) < 0)];
}
