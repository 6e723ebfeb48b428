/** Steps of the form: avatar, nickname and own line are filled in, reviewed by WeChat, and submitted. */
import type { Event, ToDo } from '../events';
import { changeOf, problemsOf, withProblems } from '../form';
import { busyOf, CLOSED, IDLE, type Lane, type State } from '../state';
import type { Draft } from '../types';
import { startSave } from './saving';
import { recheck, resumed } from './session';

type Submitted = Extract<Event, { type: 'submitted' }>;
type Consenting = Extract<Lane, { at: 'consenting' }>;

export function editTapped(state: State): State {
  const { person } = state;
  if (person === null || busyOf(state) !== '') return state;
  const { nickName, title } = person;
  const draft: Draft = { avatarPath: '', nickName, title };
  return { ...state, form: { ...CLOSED, base: person, draft, reviewed: nickName } };
}

/**
 * The person edits the form again: 重试 no longer sends the fields of the failed save. With its notice goes the word that
 * no server has confirmed the person, so they are checked.
 */
export function typed(state: State, todo: ToDo): State {
  if (state.pending === null) return state;
  const after: State = { ...state, pending: null, notice: null };
  return after.form.base === null ? after : recheck(after, todo);
}

export function changed(state: State, fields: Partial<Draft>, todo: ToDo): State {
  let after = state;
  for (const field of Object.keys(fields) as (keyof Draft)[]) {
    const value = (fields[field] ?? '').trim();
    const { form } = after;
    if (value === form.draft[field]) continue;
    const draft = { ...form.draft, [field]: value };
    const problems = { ...form.problems, [field]: '' };
    after = typed({ ...after, form: { ...form, draft, problems } }, todo);
  }
  return after;
}

export function cancelled(before: State, todo: ToDo): State {
  const state: State = { ...before, pending: null };
  const { lane } = state;
  if (lane.at === 'saving' && lane.cause !== 'launch') {
    todo.push({ type: 'abortSave' });
    return state;
  }
  if (lane.at === 'reviewing') return { ...state, lane: IDLE };
  if (busyOf(state) !== '') return state;
  return resumed({ ...state, form: CLOSED, lane: lane.at === 'consenting' ? IDLE : lane }, todo);
}

/** WeChat's review of the nickname has come to an end. */
export function reviewed(state: State, pass: boolean, todo: ToDo): State {
  const { lane, form } = state;
  if (pass) {
    const after: State = { ...state, form: { ...form, reviewed: form.draft.nickName } };
    return lane.at === 'reviewing' ? startSave(after, lane.sample, 'form', todo) : after;
  }
  // WeChat clears the field, without an event.
  const draft = { ...form.draft, nickName: '' };
  const after: State = { ...state, form: { ...form, draft }, lane: lane.at === 'reviewing' ? IDLE : lane };
  return withProblems(after, { nickName: 'nickNameRejected' });
}

export function submitted(before: State, { fields, logins }: Submitted, todo: ToDo): State {
  const { lane } = before;
  if (busyOf(before) !== '' || lane.at === 'saving' || (lane.at === 'consenting' && lane.sameTap))
    return before;
  const filled = changed(before, fields, todo);
  const problems = problemsOf(filled.form.draft, filled.person);
  const state = withProblems(filled, problems);
  if (problems.nickName !== '' || problems.title !== '') return state;
  const info = changeOf(state.form);
  const { avatarPath } = state.form.draft;
  // Nothing to send. If an earlier save had no answer, a check reads what the server has.
  if (Object.keys(info).length === 0 && avatarPath === '') return resumed({ ...state, form: CLOSED }, todo);
  const id = state.lastId + 1;
  todo.push({ type: 'askConsent', id });
  const sample = { info, proof: null, avatarPath, takenAt: logins };
  return { ...state, lastId: id, lane: { at: 'consenting', id, sameTap: true, sample } };
}

/** @param reviews WeChat reviews nicknames on this phone */
export function consented(
  state: State,
  { id, sample }: Consenting,
  agreed: boolean,
  reviews: boolean,
  todo: ToDo,
): State {
  if (!agreed) return { ...state, lane: IDLE };
  const { draft, reviewed } = state.form;
  if (!reviews || draft.nickName === reviewed) return startSave(state, sample, 'form', todo);
  return { ...state, lane: { at: 'reviewing', id, sameTap: false, sample }, notice: null };
}
