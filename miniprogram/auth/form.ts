/** The form: what is wrong with a draft, and what of it is sent. */
import type { UserInfo } from '../services/contract';
import { isAnonymousRecord, isInvisible } from '../services/user-info';
import type { Form, State } from './state';
import { type Draft, EMPTY, type Problems } from './types';

/** Characters as a person counts them, and the server too: an emoji is one, though two in UTF-16. */
const count = (text: string) => [...text].length;

/** What is wrong with a draft: names of texts, by field. */
export function problemsOf({ avatarPath, nickName, title }: Draft, person: UserInfo | null): Problems {
  const avatarUrl = avatarPath || person?.avatarUrl || '';
  let name = '';
  if (isInvisible(nickName)) name = 'nickNameMissing';
  else if (count(nickName) > 32) name = 'nickNameTooLong';
  else if (isAnonymousRecord({ nickName, avatarUrl })) name = 'nickNameDefault';
  return { ...EMPTY, nickName: name, title: count(title) > 100 ? 'titleTooLong' : '' };
}

/** Sets the messages beside the fields of the form. */
export function withProblems(state: State, problems: Partial<Problems>): State {
  return { ...state, form: { ...state.form, problems: { ...state.form.problems, ...problems } } };
}

/** The fields that the person changed. What they did not touch may be newer on the server than on this phone. */
export function changeOf({ base, draft, unanswered }: Form): Partial<UserInfo> {
  const change: Partial<UserInfo> = {};
  for (const field of ['nickName', 'title'] as const) {
    const before = base === null ? '' : base[field];
    if (draft[field] !== before || unanswered.indexOf(field) >= 0) change[field] = draft[field];
  }
  return change;
}
