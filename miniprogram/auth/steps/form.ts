/** Steps of the form for avatar, nickname and own line: fill in, review by WeChat, submit. */
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
 * The user edits the form again, so 重试 must no longer send the fields of the failed save. If the server has not
 * confirmed the user in this run, a check starts: the notice, which is removed here, would have offered that check.
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

/** WeChat has finished its review of the nickname. */
export function reviewed(state: State, pass: boolean, todo: ToDo): State {
  const { lane, form } = state;
  if (pass) {
    const after: State = { ...state, form: { ...form, reviewed: form.draft.nickName } };
    return lane.at === 'reviewing' ? startSave(after, lane.sample, 'form', todo) : after;
  }
  // WeChat clears the input without an event, so the draft is cleared here.
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
  // There is nothing to send. If an earlier save had no response, a check reads the server's profile.
  if (Object.keys(info).length === 0 && avatarPath === '') return resumed({ ...state, form: CLOSED }, todo);
  const id = state.lastId + 1;
  todo.push({ type: 'askConsent', id });
  const sample = { info, proof: null, avatarPath, takenAt: logins };
  return { ...state, lastId: id, lane: { at: 'consenting', id, sameTap: true, sample } };
}

/** @param reviews whether WeChat reviews nicknames on this phone */
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
