/** The form: validates a draft, and finds the fields to send. */
import type { UserInfo } from '../services/contract';
import { isAnonymousRecord, isInvisible } from '../services/user-info';
import type { Form, State } from './state';
import { type Draft, EMPTY, type Problems } from './types';

/** Counts characters as users and the server do: an emoji is one character, but two UTF-16 units. */
const count = (text: string) => [...text].length;

/** The problems of a draft: for each field the name of a text, or empty. */
export function problemsOf({ avatarPath, nickName, title }: Draft, person: UserInfo | null): Problems {
  const avatarUrl = avatarPath || person?.avatarUrl || '';
  let name = '';
  if (isInvisible(nickName)) name = 'nickNameMissing';
  else if (count(nickName) > 32) name = 'nickNameTooLong';
  else if (isAnonymousRecord({ nickName, avatarUrl })) name = 'nickNameDefault';
  return { ...EMPTY, nickName: name, title: count(title) > 100 ? 'titleTooLong' : '' };
}

/** Sets error messages of form fields. */
export function withProblems(state: State, problems: Partial<Problems>): State {
  return { ...state, form: { ...state.form, problems: { ...state.form.problems, ...problems } } };
}

/**
 * The fields that the user changed. An unchanged field is not sent, because the server may have a newer value than this
 * phone.
 */
export function changeOf({ base, draft, unanswered }: Form): Partial<UserInfo> {
  const change: Partial<UserInfo> = {};
  for (const field of ['nickName', 'title'] as const) {
    const before = base === null ? '' : base[field];
    if (draft[field] !== before || unanswered.indexOf(field) >= 0) change[field] = draft[field];
  }
  return change;
}
