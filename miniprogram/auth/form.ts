/** The form for avatar, nickname and own line: what is in it, what is wrong with it, and sending it. */
import { isAnonymousRecord } from '../services/user-info';
import { agreesToPrivacy, denialOf } from './consent';
import { deliver, SAME_TAP, withdraw } from './give';
import { canIUse } from './phone-facts';
import { cancelSave, isSaveUnconfirmed } from './save';
import { loginCount } from './session';
import { type Draft, EMPTY, getState, type Problems, publish } from './state';

/** Milliseconds that a save waits for WeChat's review of the name: some phones never tell how it ended. */
const REVIEW_PATIENCE = 1500;

/** The last name that needs no more review. */
let reviewed = '';

/** Ends the wait for the review; false: the name is not saved. */
let endReview: ((pass: boolean) => void) | null = null;

/** A save waits for the person's answer about the privacy contract. */
let submitting: { startedAt: number } | null = null;

/** Characters as a person counts them, and the server too: an emoji is one, though two in UTF-16. */
const count = (text: string) => [...text].length;

function problemsOf({ avatarPath, nickName, title }: Draft): Problems {
  const avatarUrl = avatarPath || getState().user?.avatarUrl || '';
  let name = '';
  if (nickName === '') name = '请填写昵称';
  else if (count(nickName) > 32) name = '昵称最多 32 个字';
  else if (isAnonymousRecord({ nickName, avatarUrl })) name = '这是微信的默认昵称，请换一个';
  return { avatarPath: '', nickName: name, title: count(title) > 100 ? '签名最多 100 个字' : '' };
}

/** A known person's tap on 编辑. */
export function editProfile(): void {
  const { user, busy } = getState();
  if (user === null || busy !== '') return;
  const { nickName, title } = user;
  reviewed = nickName;
  publish({ editing: true, draft: { avatarPath: '', nickName, title }, problems: EMPTY });
}

/** A tap on 取消: what is on its way is called back, and the form stays as it is; otherwise the form closes. */
export function cancelForm(): void {
  withdraw();
  if (getState().busy === '') publish({ editing: false, draft: EMPTY, problems: EMPTY });
  endReview?.(false);
  cancelSave();
}

/** The person goes on filling in: what they sent before, and nobody has confirmed, is theirs to send again. */
export function goOn(): void {
  if (withdraw()) publish({ notice: null });
}

/** Fields that the person has filled in, or left as they were. */
export function reviseForm(filled: Partial<Draft>): void {
  const state = getState();
  const draft = { ...state.draft };
  const problems = { ...state.problems };
  for (const field of Object.keys(filled) as (keyof Draft)[]) {
    const value = filled[field]?.trim() ?? '';
    if (value === draft[field]) continue;
    draft[field] = value;
    problems[field] = '';
    goOn();
  }
  publish({ draft, problems });
}

/** No picture came. A person who cancelled or refused knows; anything else is said. */
export function missAvatar(failure: unknown): void {
  if (denialOf(failure) !== 'failed') return;
  publish({ problems: { ...getState().problems, avatarPath: '没有取得头像，请再试一次' } });
}

/** WeChat has reviewed the name (base library 2.29.1), some time after the person left its field. */
export function hearReview({ pass, timeout }: { pass?: boolean; timeout?: boolean }): void {
  const { draft, problems } = getState();
  // A review that did not come to an end is no verdict.
  const good = pass !== false || timeout === true;
  if (good) trustName();
  else {
    // WeChat clears the field, without an event.
    const nickName = '这个昵称没有通过微信的审核，请换一个';
    publish({ draft: { ...draft, nickName: '' }, problems: { ...problems, nickName } });
  }
  endReview?.(good);
}

/** The name in the field needs no more review; one that was typed before the privacy contract was agreed to gets none. */
export function trustName(): void {
  reviewed = getState().draft.nickName;
}

/** Waits for the review of a name, where one is to come. */
function passesReview(name: string): Promise<boolean> {
  if (name === reviewed || !canIUse('input.bindnicknamereview')) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => endReview?.(true), REVIEW_PATIENCE);
    endReview = (pass) => {
      clearTimeout(timer);
      endReview = null;
      resolve(pass);
    };
  });
}

/**
 * A tap on 保存.
 * @param filled read on submit: a nickname picked above the keyboard fires no input event on some phones
 */
export async function submitForm(filled: { nickName: string; title: string }): Promise<void> {
  const now = Date.now();
  if (getState().busy !== '' || (submitting !== null && now - submitting.startedAt < SAME_TAP)) return;
  reviseForm(filled);
  const { draft, editing, user, signedIn } = getState();
  const { avatarPath, nickName, title } = draft;
  const problems = problemsOf(draft);
  publish({ problems });
  if (problems.nickName !== '' || problems.title !== '') return;
  const same = user !== null && avatarPath === '' && nickName === user.nickName && title === user.title;
  // After a save without an answer, or a check without one, what this phone knows may not be what there is to go back to.
  if (same && signedIn && !isSaveUnconfirmed()) {
    return publish({ editing: false });
  }
  const mine = { startedAt: now };
  submitting = mine;
  const agreed = await agreesToPrivacy();
  // Another tap has taken over, because this one got no answer.
  if (submitting !== mine) return;
  submitting = null;
  if (!agreed) return;
  publish({ busy: 'saving', notice: null });
  if (!(await passesReview(nickName))) return publish({ busy: '' });
  const sample = { info: { nickName, title }, proof: null, avatarPath, takenAt: loginCount(), retake: null };
  await deliver(sample, editing ? '已保存' : '授权成功');
}
